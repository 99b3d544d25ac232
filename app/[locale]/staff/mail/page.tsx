import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { MailStateBadge } from "@/components/notifications/mail-state";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { env } from "@/lib/config/env";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { mailCounts, mailPage } from "@/lib/notifications/queries";
import { mailFilter, mailStates } from "@/lib/notifications/schema";
import { requireStaff } from "@/lib/web/session";
import { RetryButton } from "./_parts/retry-button";
import { retryFailed } from "./actions";

const minute = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** Breaks before the @, if it must. */
function Address({ children }: { children: string }) {
  const at = children.lastIndexOf("@");
  return (
    <span className="break-words">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </span>
  );
}

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mail"))("title") };
}

export default async function MailPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readMail);
  const filter = mailFilter.parse(await searchParams);
  const [t, format, { items, next }, counts] = await Promise.all([
    getTranslations("admin.mail"),
    getFormatter(),
    mailPage(filter),
    mailCounts(),
  ]);
  const base = href(locale, "staff", "mail");
  const filtered = Boolean(filter.status || filter.search);
  const address = (before: number) => {
    const query = new URLSearchParams({ before: String(before) });
    if (filter.status) query.set("status", filter.status);
    if (filter.search) query.set("search", filter.search);
    return `${base}?${query}`;
  };
  const failed = counts.FAILED ?? 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            <ExportLink list="mail" query={filter} />
            {failed > 0 && (
              <RetryButton action={retryFailed} input={{}}>
                {t("retryFailed", { count: failed })}
              </RetryButton>
            )}
          </>
        }
      />
      {!env().SMTP_URL && (
        <Notice title={t("noServer")} className="mb-5">
          {t("noServerBody")}
        </Notice>
      )}
      <form method="get" action={base} className="mb-5 flex flex-wrap items-end gap-3">
        <TextField
          name="search"
          type="search"
          label={t("filter.search")}
          defaultValue={filter.search}
          maxLength={100}
          fieldClass="grow basis-64"
        />
        <SelectField
          name="status"
          label={t("filter.status")}
          empty={t("filter.all")}
          defaultValue={filter.status ?? ""}
          choices={mailStates.map((state) => {
            const count = counts[state];
            return {
              value: state,
              label: count ? `${t(`status.${state}`)} (${format.number(count)})` : t(`status.${state}`),
            };
          })}
          fieldClass="grow basis-48 sm:max-w-64"
        />
        <Button type="submit" icon="funnel">
          {t("filter.apply")}
        </Button>
      </form>
      <Card flush>
        <Table
          caption={t("caption")}
          rows={items}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={filtered ? t("emptyFiltered") : t("empty")} icon="mail">
              {!filtered && t("emptyBody")}
            </EmptyState>
          }
          columns={[
            {
              key: "subject",
              label: t("columns.subject"),
              primary: true,
              cell: (mail) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "mail", mail.id)}
                  title={mail.subject}
                  detail={mail.lastError}
                />
              ),
            },
            {
              key: "to",
              label: t("columns.to"),
              cell: (mail) => <Address>{mail.toAddress}</Address>,
            },
            {
              key: "status",
              label: t("columns.status"),
              className: "md:whitespace-nowrap",
              cell: (mail) => <MailStateBadge state={mail.status} />,
            },
            {
              key: "created",
              label: t("columns.created"),
              numeric: true,
              cell: (mail) => format.dateTime(mail.createdAt, minute),
            },
            {
              key: "attempts",
              label: t("columns.attempts"),
              numeric: true,
              wideOnly: true,
              cell: (mail) => format.number(mail.attempts),
            },
          ]}
        />
      </Card>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {filter.before && (
          <LinkButton as={Link} href={base} variant="quiet">
            {t("newest")}
          </LinkButton>
        )}
        {next && (
          <LinkButton as={Link} href={address(next)}>
            {t("older")}
          </LinkButton>
        )}
      </div>
    </>
  );
}
