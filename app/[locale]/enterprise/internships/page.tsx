import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { enterpriseOffers } from "@/lib/cohorts/internship-queries";
import { offerQuery } from "@/lib/cohorts/internship-schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { OfferTable } from "../../_internships/offer-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/internships">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireEnterprise();
  const query = offerQuery.parse(await searchParams);
  const [t, list] = await Promise.all([getTranslations("internships"), enterpriseOffers(organisation.id, query)]);
  const base = href(locale, "enterprise", "internships");
  return (
    <>
      <PageHeader
        as={Link}
        title={t("title")}
        lede={t("lede.enterprise")}
        actions={
          <LinkButton as={Link} href={`${base}/new`} variant="primary" icon="plus">
            {t("add")}
          </LinkButton>
        }
      />
      <OfferTable
        list={list}
        query={query}
        base={base}
        locale={locale}
        linked
        empty={<EmptyState icon="graduation-cap" title={t("empty.enterprise")} />}
      />
    </>
  );
}
