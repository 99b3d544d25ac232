import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { ListingList } from "@/components/public/listing-list";
import { ParkMap } from "@/components/public/park-map";
import { HomeSearch } from "@/components/public/search-form";
import { BarList } from "@/components/ui/bar-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DeepLink, StatStrip } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { latestPublishedBatch } from "@/lib/vacancies/batch-public-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { unitCentres } from "@/lib/vacancies/directory-queries";
import { parkShortName } from "@/lib/vacancies/listing";
import { emptySearch } from "@/lib/vacancies/search";
import { newestMatches } from "@/lib/vacancies/search-queries";
import { cached } from "@/lib/web/cached";
import { publicMetadata } from "@/lib/web/public-metadata";
import { readParks, today } from "./_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "public.home" });
  const common = await getTranslations({ locale, namespace: "common" });
  return publicMetadata({
    locale,
    place: "home",
    title: `${t("sentence")} · ${common("productName")}`,
    whole: true,
    description: t("lede"),
    feed: href(locale, "jobs", "rss"),
  });
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("public.home");
  const day = today();
  const [parks, units, batch, newest] = await Promise.all([
    readParks(day),
    cached("unit-centres", [], unitCentres),
    cached("latest-batch", [], latestPublishedBatch, ["batches"]),
    cached("newest", [day], async () => (await newestMatches(emptySearch, new Date(), { limit: 8 })).items, [
      "vacancies",
    ]),
  ]);
  const withPlaces = parks.filter((park) => park.places > 0);
  return (
    <PublicShell locale={locale} place="home">
      <h1 className="max-w-[18ch] font-bold text-3xl md:text-4xl">{t("sentence")}</h1>
      <p className="mt-3 mb-6 max-w-[60ch] text-mist-700 md:text-lg">{t("lede")}</p>
      <HomeSearch parks={withPlaces} />
      {batch && (
        <section className="mt-8" aria-label={t("batch")}>
          <StatStrip
            context={t("asOf", { batch: batchName(locale, batch), day: formatDay(batch.asOf) })}
            figures={[
              { value: formatCount(batch.enterprises, locale), label: t("enterprises", { count: batch.enterprises }) },
              { value: formatCount(batch.headcount, locale), label: t("workers", { count: batch.headcount }) },
            ]}
            action={<DeepLink href={href(locale, "batches", batch.year, batch.no)}>{t("wholeBatch")}</DeepLink>}
          />
        </section>
      )}
      <div className="mt-10 grid gap-8 lg:grid-cols-[1fr_20rem]">
        <section className="min-w-0">
          <h2 className="mb-3 text-xl">{t("newest")}</h2>
          {newest.length > 0 ? (
            <>
              <ListingList listings={newest} today={day} locale={locale} />
              <p className="mt-4">
                <LinkButton href={href(locale, "jobs")}>{t("allJobs")}</LinkButton>
              </p>
            </>
          ) : (
            <EmptyState title={t("noJobs")}>{t("noJobsHelp")}</EmptyState>
          )}
        </section>
        <div className="space-y-6">
          <Card title={t("byPark")}>
            <ParkMap parks={parks} units={units} />
            <div className="mt-4">
              <BarList
                rows={withPlaces.slice(0, 7).map((park) => ({
                  key: park.id,
                  label: parkShortName(park, locale),
                  value: park.places,
                  text: formatCount(park.places, locale),
                  href: href(locale, "parks", park.slug),
                }))}
              />
            </div>
            <p className="mt-1">
              <a className="link tap" href={href(locale, "parks")}>
                {t("allParks", { count: parks.length })}
              </a>
            </p>
          </Card>
          <Card title={t("forEnterprises")}>
            <p className="mb-3 text-mist-700 text-sm">{t("forEnterprisesHelp")}</p>
            <LinkButton href={href(locale, "register")}>{t("registerEnterprise")}</LinkButton>
          </Card>
          <Card title={t("forSchools")}>
            <p className="mb-3 text-mist-700 text-sm">{t("forSchoolsHelp")}</p>
            <LinkButton href={href(locale, "signIn")}>{t("signIn")}</LinkButton>
          </Card>
        </div>
      </div>
    </PublicShell>
  );
}
