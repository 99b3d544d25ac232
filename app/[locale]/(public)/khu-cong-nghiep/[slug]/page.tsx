import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { ListingList } from "@/components/public/listing-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { named } from "@/lib/vacancies/listing";
import { openListingsOf } from "@/lib/vacancies/listing-queries";
import { cached } from "@/lib/web/cached";
import { missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { readParks, today } from "../../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; slug: string }> };

const find = async (slug: string, day: string) => (await readParks(day)).find((row) => row.slug === slug);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const park = await find(slug, today());
  if (!park) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: "public.park" });
  const name = named(park, locale);
  return publicMetadata({
    locale,
    place: "parks",
    rest: [park.slug],
    title: name,
    description: t("description", { name, listings: park.listings, places: park.places }),
    feed: `${href(locale, "jobs", "rss")}?park=${park.slug}`,
  });
}

export default async function ParkPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const day = today();
  const park = await find(slug, day);
  if (!park) return <PublicNotFound locale={locale} />;
  const t = await getTranslations("public.park");
  const open = await cached("park", [park.id, day], () => openListingsOf({ parkId: park.id }, day, 20), [
    `park:${park.id}`,
    "vacancies",
  ]);
  const alternate = href(locale === "vi" ? "en" : "vi", "parks", park.slug);
  return (
    <PublicShell locale={locale} place="parks" alternate={alternate}>
      <PageHeader
        title={named(park, locale)}
        back={{ href: href(locale, "parks"), label: t("all") }}
        lede={t("lede", { listings: open.total, places: open.places })}
      />
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <section className="min-w-0">
          <h2 className="mb-3 text-lg">{t("jobs")}</h2>
          {open.items.length > 0 ? (
            <>
              <ListingList listings={open.items} today={day} locale={locale} />
              <p className="mt-4">
                <LinkButton href={`${href(locale, "jobs")}?park=${park.slug}`}>
                  {t("searchHere", { count: formatCount(open.total, locale) })}
                </LinkButton>
              </p>
            </>
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
              { label: t("zone"), value: park.zone && named(park.zone, locale) },
              { label: t("area"), value: park.areaHa && t("hectares", { area: formatCount(park.areaHa, locale) }) },
              { label: t("formerDistrict"), value: park.formerDistrict },
              { label: t("enterprises"), value: formatCount(park.enterprises, locale) },
            ]}
          />
        </Card>
      </div>
    </PublicShell>
  );
}
