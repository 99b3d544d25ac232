import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { outcomeYears, type RetentionRow, retention } from "@/lib/cohorts/outcome-queries";
import { outcomeQuery } from "@/lib/cohorts/outcome-schema";
import { labelOf, trainingFields } from "@/lib/cohorts/vocabulary";
import { dayOf } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("outcome.retention") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/staff/outcomes">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readInternships);
  const query = outcomeQuery.parse(await searchParams);
  const [t, years] = await Promise.all([getTranslations("internships"), outcomeYears()]);
  const year = query.year ?? years[0] ?? Number(dayOf(new Date()).slice(0, 4)) - 1;
  const rows = await retention(year, query.by);
  const base = href(locale, "staff", "outcomes");
  const share = (part: number, whole: number) =>
    whole === 0 ? "–" : new Intl.NumberFormat(locale, { style: "percent" }).format(part / whole);
  const cells = (row: Omit<RetentionRow, "key" | "nameVi" | "nameEn">, after: 6 | 12) =>
    t("outcome.shareOf", {
      share: share(row[`inParks${after}`], row[`graduates${after}`]),
      part: formatCount(row[`inParks${after}`], locale),
      whole: formatCount(row[`graduates${after}`], locale),
    });
  const total = (of: keyof Omit<RetentionRow, "key" | "nameVi" | "nameEn">) =>
    rows.reduce((sum, row) => sum + row[of], 0);
  const all = {
    ...{ graduates6: total("graduates6"), inParks6: total("inParks6") },
    ...{ elsewhere6: total("elsewhere6"), studying6: total("studying6") },
    ...{ graduates12: total("graduates12"), inParks12: total("inParks12") },
    ...{ elsewhere12: total("elsewhere12"), studying12: total("studying12") },
  };
  return (
    <>
      <PageHeader
        as={Link}
        title={t("outcome.retention")}
        lede={t("outcome.retentionLede")}
        actions={<ExportLink list="outcomes" query={{ year, by: query.by }} />}
      />
      <form action={base} className="my-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="by" value={query.by} />
        <SelectField
          name="year"
          label={t("outcome.year")}
          defaultValue={String(year)}
          choices={[...new Set([year, ...years])].map(String).map((value) => ({ value, label: value }))}
        />
        <Button type="submit">{t("outcome.show")}</Button>
      </form>
      <LinkTabs
        as={Link}
        label={t("outcome.retention")}
        tabs={(["school", "field"] as const).map((by) => ({
          href: `${base}?year=${year}&by=${by}`,
          label: t(`outcome.by.${by}`),
          current: query.by === by,
        }))}
      />
      <Card flush className="mt-5">
        <Table
          caption={t("outcome.retention")}
          rows={rows}
          rowKey={({ key }) => key}
          empty={<EmptyState icon="graduation-cap" title={t("outcome.nothing")} />}
          columns={[
            {
              key: "name",
              label: t(`outcome.by.${query.by}`),
              primary: true,
              cell: (row) =>
                query.by === "field"
                  ? labelOf(trainingFields, row.key, locale)
                  : (locale === "en" && row.nameEn) || row.nameVi,
            },
            {
              key: "six",
              label: t("outcome.inParksAfter", { months: 6 }),
              numeric: true,
              cell: (row) => cells(row, 6),
            },
            {
              key: "elsewhere6",
              label: t("outcome.elsewhere"),
              numeric: true,
              cell: (row) => formatCount(row.elsewhere6, locale),
            },
            {
              key: "studying6",
              label: t("outcome.studying"),
              numeric: true,
              cell: (row) => formatCount(row.studying6, locale),
            },
            {
              key: "twelve",
              label: t("outcome.inParksAfter", { months: 12 }),
              numeric: true,
              cell: (row) => cells(row, 12),
            },
          ]}
          footer={{ name: t("total"), six: cells(all, 6), twelve: cells(all, 12) }}
        />
      </Card>
    </>
  );
}
