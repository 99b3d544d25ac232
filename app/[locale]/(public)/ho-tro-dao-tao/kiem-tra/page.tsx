import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { WizardView } from "@/components/subsidies/wizard-view";
import { EmptyState } from "@/components/ui/states";
import { href, type Locale } from "@/lib/i18n/paths";
import { wizardState } from "@/lib/subsidies/wizard";
import { publicMetadata } from "@/lib/web/public-metadata";
import { readSupportPolicy, today } from "../../_parts/reads";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "support.wizard" });
  return publicMetadata({
    locale,
    place: "eligibility",
    title: t("title"),
    description: t("lede"),
    // The beginning may be found; what somebody answered may not.
    hidden: Object.keys(await searchParams).length > 0,
  });
}

/** "Am I eligible?": plain forms, each step an address; nothing is kept, on the server or in a cache. */
export default async function WizardPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, page, asked, version] = await Promise.all([
    getTranslations("support.wizard"),
    getTranslations("support"),
    searchParams,
    readSupportPolicy(today()),
  ]);
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ).toString();
  const alternate = href(locale === "vi" ? "en" : "vi", "eligibility") + (query ? `?${query}` : "");
  return (
    <PublicShell locale={locale} place="training" alternate={alternate}>
      <PageHeader
        back={{ href: href(locale, "training"), label: t("backToPolicy") }}
        title={t("title")}
        lede={t("lede")}
      />
      {version ? (
        <WizardView policy={version.definition} state={wizardState(version.definition, asked)} />
      ) : (
        <EmptyState title={page("none")}>{page("noneBody")}</EmptyState>
      )}
    </PublicShell>
  );
}
