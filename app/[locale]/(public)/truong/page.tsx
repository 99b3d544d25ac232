import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { type SchoolQuery, schoolQuery, schoolSearch, schoolsPerPage } from "@/lib/cohorts/public-school-list";
import { publicSchools } from "@/lib/cohorts/public-school-queries";
import { labelOf, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { formatCount } from "@/lib/core/money";
import { SchoolKind } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { provinceName, provinces } from "@/lib/organisations/provinces";
import { named } from "@/lib/vacancies/listing";
import { kept } from "@/lib/web/kept";
import { publicMetadata } from "@/lib/web/public-metadata";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const to = (locale: Locale, query: SchoolQuery) => {
  const search = schoolSearch(query);
  return href(locale, "schools") + (search ? `?${search}` : "");
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const query = schoolQuery.parse(await searchParams);
  const t = await getTranslations({ locale, namespace: "schools" });
  return publicMetadata({
    locale,
    place: "schools",
    query: schoolSearch(query),
    title: query.page > 1 ? t("titlePage", { page: query.page }) : t("title"),
    description: t("description"),
    // The list is for search engines; the many combinations of filters are not.
    hidden: schoolSearch({ ...query, page: 1 }) !== "",
  });
}

/** Schools with what they teach; rendered at each request, because the address is the search. */
export default async function SchoolsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = schoolQuery.parse(await searchParams);
  const [t, { items, total }] = await Promise.all([
    getTranslations("schools"),
    kept(`schools ${JSON.stringify(query)}`, () => publicSchools(query), ["schools"]),
  ]);
  const here = href(locale, "schools");
  const active = schoolSearch({ ...query, page: 1 }) !== "";
  const choices = (terms: typeof trainingFields | typeof trainingLevels) =>
    terms.map(({ value, label }) => ({ value, label: label[locale] }));
  return (
    <PublicShell locale={locale} place="schools" alternate={to(locale === "vi" ? "en" : "vi", query)}>
      <PageHeader title={t("title")} lede={t("lede", { n: total, count: formatCount(total, locale) })} />
      <FilterForm
        action={here}
        fixed={{}}
        search={{ id: "schools-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: t("clear"), filters: t("filters") }}
        active={active}
        clear={here}
      >
        <SelectField
          name="kind"
          label={t("kind")}
          empty={t("any")}
          defaultValue={query.kind}
          choices={Object.values(SchoolKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SelectField
          name="province"
          label={t("province")}
          empty={t("any")}
          defaultValue={query.province}
          choices={provinces.map((value) => ({ value, label: provinceName(value) }))}
        />
        <SelectField
          name="field"
          label={t("field")}
          empty={t("any")}
          defaultValue={query.field}
          choices={choices(trainingFields)}
        />
        <SelectField
          name="level"
          label={t("level")}
          empty={t("any")}
          defaultValue={query.level}
          choices={choices(trainingLevels)}
        />
      </FilterForm>
      <Card flush>
        <Table
          caption={t("title")}
          rows={items}
          rowKey={(row) => row.id}
          empty={<EmptyState icon="graduation-cap" title={t(active ? "noMatch" : "none")} />}
          columns={[
            {
              key: "name",
              label: t("school"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  title={named(row, locale)}
                  href={href(locale, "schools", row.slug)}
                  detail={`${t(`kinds.${row.kind}`)} · ${provinceName(row.province)}`}
                />
              ),
            },
            {
              key: "fields",
              label: t("field"),
              cell: (row) =>
                row.fields.map((field) => labelOf(trainingFields, field, locale)).join("; ") || (
                  <span className="text-mist-600">{t("notAnswered")}</span>
                ),
            },
            {
              key: "programmes",
              label: t("programmes"),
              numeric: true,
              cell: (row) => (row.fields.length > 0 ? formatCount(row.programmes, locale) : "–"),
            },
          ]}
        />
      </Card>
      <div className="mt-6">
        <Pagination
          page={query.page}
          pages={Math.ceil(total / schoolsPerPage)}
          href={(page) => to(locale, { ...query, page })}
        />
      </div>
    </PublicShell>
  );
}
