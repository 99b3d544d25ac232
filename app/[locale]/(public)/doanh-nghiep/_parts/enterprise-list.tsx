import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { enterprisesPerPage } from "@/lib/vacancies/directory";
import { enterpriseDirectory } from "@/lib/vacancies/directory-queries";
import { named, parkShortName } from "@/lib/vacancies/listing";
import { cached } from "@/lib/web/cached";
import { today } from "../../_parts/reads";

/** The segment of a further page of the list; no enterprise has it, because their slugs end in their own words. */
export const pageSegment = (page: number): string => `trang-${page}`;

/** The page number in `trang-2`; null for the slug of an enterprise. */
export function pageOfSegment(segment: string): number | null {
  const digits = /^trang-([1-9]\d{0,3})$/.exec(segment)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** One page of the list of enterprises. */
export async function EnterpriseList({ locale, page }: { locale: Locale; page: number }) {
  const t = await getTranslations("public.enterprises");
  const day = today();
  const { items, total } = await cached(
    "enterprises",
    [day, page],
    () => enterpriseDirectory(day, { page, size: enterprisesPerPage }),
    ["vacancies", "enterprises"],
  );
  if (page > 1 && items.length === 0) return <PublicNotFound locale={locale} />;
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  const to = (language: Locale, wanted: number) =>
    wanted === 1 ? href(language, "enterprises") : href(language, "enterprises", pageSegment(wanted));
  return (
    <PublicShell locale={locale} place="enterprises" alternate={to(locale === "vi" ? "en" : "vi", page)}>
      <PageHeader title={t("title")} lede={t("lede", { count: total })} />
      <Card flush>
        <Table
          caption={t("title")}
          rows={items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("none")} />}
          columns={[
            {
              key: "name",
              label: t("name"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  title={named(row, locale)}
                  href={href(locale, "enterprises", row.slug)}
                  detail={parkShortName(row.park, locale)}
                />
              ),
            },
            { key: "country", label: t("country"), cell: (row) => countries.of(row.investorCountry) },
            { key: "listings", label: t("listings"), numeric: true, cell: (row) => formatCount(row.listings, locale) },
            { key: "places", label: t("places"), numeric: true, cell: (row) => formatCount(row.places, locale) },
          ]}
        />
      </Card>
      <div className="mt-6">
        <Pagination page={page} pages={Math.ceil(total / enterprisesPerPage)} href={(wanted) => to(locale, wanted)} />
      </div>
    </PublicShell>
  );
}
