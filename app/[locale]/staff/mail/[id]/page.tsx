import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { MailStateBadge } from "@/components/notifications/mail-state";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { env } from "@/lib/config/env";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { mailDetail } from "@/lib/notifications/queries";
import { requireStaff } from "@/lib/web/session";
import { RetryButton } from "../_parts/retry-button";
import { retry } from "../actions";

const second = {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mail"))("title") };
}

export default async function OneMailPage({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readMail);
  if (!/^\d{1,9}$/.test(id)) notFound();
  const [t, common, format, mail] = await Promise.all([
    getTranslations("admin.mail"),
    getTranslations("common"),
    getFormatter(),
    mailDetail(Number(id)),
  ]);
  if (!mail) notFound();
  const time = (at: Date | null) => at && format.dateTime(at, second);
  const mayRetry = mail.status === "FAILED" || (mail.status === "KEPT" && Boolean(env().SMTP_URL));
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "mail"), label: t("back") }}
        title={mail.subject}
        state={<MailStateBadge state={mail.status} />}
        actions={
          mayRetry && (
            <RetryButton action={retry} input={{ id: mail.id }} primary>
              {t("retry")}
            </RetryButton>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t("body")}>
          <div lang={mail.locale} className="wrap-anywhere max-w-measure whitespace-pre-wrap">
            {mail.text}
          </div>
          {mail.text.includes("/…") && <p className="mt-4 text-mist-600 text-sm">{t("secretHidden")}</p>}
        </Card>
        <Card>
          <DescriptionList
            items={[
              { label: t("fields.to"), value: <span className="wrap-anywhere">{mail.toAddress}</span> },
              { label: t("fields.created"), value: time(mail.createdAt) },
              { label: t("fields.attempts"), value: format.number(mail.attempts) },
              { label: t("fields.attempted"), value: time(mail.attemptedAt) },
              {
                label: t("fields.next"),
                value: mail.status === "QUEUED" && mail.attempts > 0 && time(mail.nextAttemptAt),
              },
              { label: t("fields.sent"), value: time(mail.sentAt) },
              {
                label: t("fields.error"),
                value: mail.lastError && <span className="wrap-anywhere">{mail.lastError}</span>,
              },
              { label: t("fields.template"), value: mail.template },
              {
                label: t("fields.language"),
                value: mail.locale === "en" ? common("language.en") : common("language.vi"),
              },
              { label: t("fields.messageId"), value: <code className="wrap-anywhere text-sm">{mail.messageId}</code> },
            ].filter(({ value }) => value !== false)}
          />
        </Card>
      </div>
    </>
  );
}
