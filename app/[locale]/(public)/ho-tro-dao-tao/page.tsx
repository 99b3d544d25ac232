import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { PolicyView } from "@/components/subsidies/policy-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { governmentService } from "@/lib/subsidies/json-ld";
import { hasUnverified } from "@/lib/subsidies/policy";
import { scriptJson } from "@/lib/vacancies/json-ld";
import { absolute, publicMetadata } from "@/lib/web/public-metadata";
import { readSupportPolicy, today } from "../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "support" });
  return publicMetadata({ locale, place: "training", title: t("title"), description: t("description") });
}

/** The support policy in plain words, from the very data that dossiers are judged by. */
export default async function TrainingSupportPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, common, version] = await Promise.all([
    getTranslations("support"),
    getTranslations("common"),
    readSupportPolicy(today()),
  ]);
  if (!version)
    return (
      <PublicShell locale={locale} place="training">
        <PageHeader title={t("title")} />
        <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
      </PublicShell>
    );
  const { definition, inForceFrom, no } = version;
  const service = governmentService(definition, locale, {
    name: t("title"),
    description: t("description"),
    provider: common("authority"),
    url: absolute(href(locale, "training")),
  });
  return (
    <PublicShell locale={locale} place="training">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, without any character that could end the element */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(service) }} />
      <PageHeader
        title={t("title")}
        lede={
          <>
            <p>{t("citation", { citation: definition.citation[locale] })}</p>
            <p className="mt-1 text-sm">{t("since", { day: formatDay(inForceFrom), no })}</p>
          </>
        }
      />
      <div className="space-y-6">
        <Card>
          <p className="mb-3 max-w-measure text-mist-800">{t("checkLede")}</p>
          <LinkButton variant="primary" href={href(locale, "eligibility")}>
            {t("check")}
          </LinkButton>
        </Card>
        {hasUnverified(definition) && (
          <Notice kind="waiting" title={t("unverifiedTitle")}>
            {t("unverifiedBody")}
          </Notice>
        )}
        <PolicyView policy={definition} />
        <Card title={t("how")} id="how">
          <ol className="max-w-measure list-decimal space-y-2 pl-5 text-mist-900">
            {(["how1", "how2", "how3"] as const).map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </Card>
      </div>
    </PublicShell>
  );
}
