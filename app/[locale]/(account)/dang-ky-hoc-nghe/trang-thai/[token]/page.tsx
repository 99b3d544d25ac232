import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { RegistrationOver } from "@/components/subsidies/registration-over";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { registrationOfToken } from "@/lib/subsidies/registration-queries";
import { occupationNames } from "../../../../_roster/occupations";
import { withdrawAct } from "../../actions";

export const dynamic = "force-dynamic";

type Props = PageProps<"/[locale]/dang-ky-hoc-nghe/trang-thai/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "registration" });
  return { title: t("status.title"), robots: { index: false, follow: false }, referrer: "no-referrer" };
}

const kinds = { WAITING: "waiting", CONFIRMED: "done", DECLINED: "refused", WITHDRAWN: "info" } as const;

/** What became of a registration, for whoever holds its private link; the personal ID is not shown. */
export default async function StatusPage({ params }: Props) {
  const { locale: asked, token } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const row = await registrationOfToken(token);
  if (!row) return <RegistrationOver locale={locale} rest={["trang-thai", token]} />;
  const [t, roster, occupations] = await Promise.all([
    getTranslations("registration"),
    getTranslations("roster"),
    occupationNames(locale, dayOf(new Date())),
  ]);
  const { state } = row;
  const organisation = (locale === "en" && row.organisation.nameEn) || row.organisation.nameVi;
  return (
    <AccountShell
      locale={locale}
      place="learning"
      alternate={href(locale === "vi" ? "en" : "vi", "learning", "trang-thai", token)}
      wide
      title={t("status.title")}
      lede={organisation}
    >
      <div className="flex flex-col gap-5">
        <Notice kind={kinds[state]} title={t(`state.${state}`)}>
          <p>{t(`status.${state}`, { organisation })}</p>
          {row.reason && <p className="mt-1">{t("status.reason", { reason: row.reason })}</p>}
        </Notice>
        {state === "WAITING" && <Notice kind="info">{t("status.keep")}</Notice>}
        <DescriptionList
          items={[
            { label: roster("field.fullName"), value: row.fullName },
            { label: t("form.occupation"), value: occupations.get(row.occupationCode) ?? row.occupationCode },
            { label: t("form.level"), value: roster(`level.${row.level}`) },
            { label: t("status.sentOn"), value: formatDay(dayOf(row.createdAt)) },
            { label: t("status.decidedOn"), value: row.decidedAt && formatDay(dayOf(row.decidedAt)) },
          ]}
        />
        <details>
          <summary className="link cursor-pointer py-2">{t("status.consent")}</summary>
          <p className="mt-1 whitespace-pre-line text-sm">{row.consentText}</p>
        </details>
        {state === "WAITING" && (
          <PlainForm
            id="withdraw"
            act={withdrawAct}
            fixed={{ token }}
            submit={t("status.withdraw")}
            look={{ variant: "danger" }}
          />
        )}
      </div>
    </AccountShell>
  );
}
