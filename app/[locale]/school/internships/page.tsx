import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { schoolOffers } from "@/lib/cohorts/internship-queries";
import { offerQuery } from "@/lib/cohorts/internship-schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { OfferTable } from "../../_internships/offer-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/school/internships">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireSchool();
  const query = offerQuery.parse(await searchParams);
  const [t, list] = await Promise.all([getTranslations("internships"), schoolOffers(organisation.id, query)]);
  const base = href(locale, "school", "internships");
  return (
    <>
      <PageHeader as={Link} title={t("title")} lede={t("lede.school")} />
      <OfferTable
        list={list}
        query={query}
        base={base}
        locale={locale}
        linked
        empty={<EmptyState icon="graduation-cap" title={t("empty.school")} />}
      />
    </>
  );
}
