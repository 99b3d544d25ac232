import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { ListingList } from "@/components/public/listing-list";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { safeLink } from "@/lib/vacancies/directory";
import { enterpriseProfile } from "@/lib/vacancies/directory-queries";
import { named } from "@/lib/vacancies/listing";
import { openListingsOf } from "@/lib/vacancies/listing-queries";
import { cached } from "@/lib/web/cached";
import { missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { today } from "../../_parts/reads";
import { EnterpriseList, pageOfSegment, pageSegment } from "../_parts/enterprise-list";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; slug: string }> };

const find = (slug: string) => cached("enterprise-profile", [slug], () => enterpriseProfile(slug), ["enterprises"]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const page = pageOfSegment(slug);
  if (page !== null) {
    const t = await getTranslations({ locale, namespace: "public.enterprises" });
    const title = t("titlePage", { page });
    return publicMetadata({
      locale,
      place: "enterprises",
      rest: [pageSegment(page)],
      title,
      description: t("description"),
    });
  }
  const enterprise = await find(slug);
  if (!enterprise) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: "public.enterprise" });
  const name = named(enterprise, locale);
  return publicMetadata({
    locale,
    place: "enterprises",
    rest: [slug],
    title: name,
    description: t("description", { name, park: named(enterprise.park, locale) }),
  });
}

export default async function EnterprisePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const page = pageOfSegment(slug);
  if (page !== null) return <EnterpriseList locale={locale} page={page} />;
  const enterprise = await find(slug);
  if (!enterprise) return <PublicNotFound locale={locale} />;
  const t = await getTranslations("public.enterprise");
  const day = today();
  const open = await cached(
    "enterprise-jobs",
    [enterprise.id, day],
    () => openListingsOf({ enterpriseId: enterprise.id }, day, 100),
    [`enterprise:${enterprise.id}`, "vacancies"],
  );
  const english = locale === "en";
  const introduction = (english && enterprise.introductionEn) || enterprise.introductionVi;
  const website = safeLink(enterprise.website);
  return (
    <PublicShell
      locale={locale}
      place="enterprises"
      alternate={href(english ? "vi" : "en", "enterprises", enterprise.slug)}
    >
      <PageHeader
        title={named(enterprise, locale)}
        back={{ href: href(locale, "enterprises"), label: t("all") }}
        state={
          <Badge tone="done" icon="shield-check">
            {t("verified")}
          </Badge>
        }
        lede={t("lede", { listings: open.total, places: open.places })}
      />
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <section className="min-w-0">
          {introduction && (
            <p
              lang={english && !enterprise.introductionEn ? "vi" : undefined}
              className="mb-6 max-w-measure whitespace-pre-line"
            >
              {introduction}
            </p>
          )}
          <h2 className="mb-3 text-lg">{t("jobs")}</h2>
          {open.items.length > 0 ? (
            <ListingList listings={open.items} today={day} locale={locale} />
          ) : (
            <EmptyState
              title={t("none")}
              actions={<LinkButton href={href(locale, "jobs")}>{t("allJobs")}</LinkButton>}
            />
          )}
        </section>
        <Card title={t("about")} className="lg:self-start">
          <DescriptionList
            items={[
              {
                label: t("park"),
                value: (
                  <a className="link" href={href(locale, "parks", enterprise.park.slug)}>
                    {named(enterprise.park, locale)}
                  </a>
                ),
              },
              {
                label: t("address"),
                value: [enterprise.address, enterprise.unit && named(enterprise.unit, locale)]
                  .filter(Boolean)
                  .join(", "),
              },
              {
                label: t("country"),
                value: new Intl.DisplayNames([locale], { type: "region" }).of(enterprise.investorCountry),
              },
              { label: t("taxCode"), value: <span className="figures">{enterprise.taxCode}</span> },
              {
                label: t("union"),
                value: enterprise.hasUnion && (enterprise.hasAgreement ? t("unionAndAgreement") : t("hasUnion")),
              },
              {
                label: t("website"),
                value: website && (
                  <a className="link break-all" href={website} rel="nofollow noopener">
                    {new URL(website).hostname}
                  </a>
                ),
              },
              { label: t("verifiedOn"), value: enterprise.verifiedOn && formatDay(enterprise.verifiedOn) },
            ]}
          />
        </Card>
      </div>
    </PublicShell>
  );
}
