import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { addDays, dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { provinceName, provincesSource } from "@/lib/organisations/provinces";
import { schoolList } from "@/lib/organisations/school-queries";
import { type SchoolQuery, schoolAddress, schoolQuery, schoolsPerPage } from "@/lib/organisations/school-schema";
import { requireStaff } from "@/lib/web/session";
import { ProvinceField, SchoolKindField } from "../_parts/school-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.schools"))("title") };
}

/** Schools of the register, with how fresh their contacts are. */
export default async function SchoolsPage({ params, searchParams }: PageProps<"/[locale]/staff/schools">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readSchoolData);
  const query = schoolQuery.parse(await searchParams);
  const now = new Date();
  const [t, common, { rows, total }] = await Promise.all([
    getTranslations("calls"),
    getTranslations("common.table"),
    schoolList(query, now),
  ]);
  const here = href(locale, "staff", "schools");
  const { sort, direction, page, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const yearAgo = addDays(dayOf(now), -365);
  const fresh = (at: Date | null) => at !== null && dayOf(at) >= yearAgo;
  return (
    <>
      <PageHeader
        title={t("schools.title")}
        lede={t("schools.count", { count: total })}
        actions={
          permissions.manageCalls(me) && (
            <LinkButton as={Link} href={`${here}/new`} icon="plus">
              {t("schools.add")}
            </LinkButton>
          )
        }
      />
      <FilterForm
        key={schoolAddress(filters)}
        action={here}
        fixed={{}}
        search={{ id: "schools-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
        active={filtered}
        clear={here}
        as={Link}
      >
        <SchoolKindField value={query.kind} />
        <ProvinceField value={query.province} />
        <SelectField
          name="contact"
          label={t("schools.contact")}
          empty={t("any")}
          defaultValue={query.contact ?? ""}
          choices={[{ value: "old", label: t("schools.contactOld") }]}
        />
      </FilterForm>
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("schools.title")}
          rows={rows}
          rowKey={({ id }) => id}
          sort={{ key: sort, direction }}
          sortHref={(next) =>
            here +
            schoolAddress({ ...query, page: 1, sort: next.key as SchoolQuery["sort"], direction: next.direction })
          }
          empty={<EmptyState icon="search" title={t("noSchools")} />}
          columns={[
            {
              key: "name",
              label: t("column.school"),
              primary: true,
              sortable: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={`${here}/${row.slug}`}
                  title={locale === "en" ? (row.nameEn ?? row.nameVi) : row.nameVi}
                  detail={t(`kind.${row.kind}`)}
                />
              ),
            },
            { key: "province", label: t("column.province"), cell: (row) => provinceName(row.province) },
            {
              key: "office",
              label: t("schools.office"),
              cell: (row) => [row.officePhone, row.officeEmail].filter(Boolean).join(" · ") || "–",
            },
            {
              key: "confirmed",
              label: t("schools.contact"),
              className: "md:whitespace-nowrap",
              sortable: true,
              cell: (row) => (
                <Badge tone={fresh(row.confirmedAt) ? "done" : "waiting"}>
                  {row.contacts === 0
                    ? t("schools.contactNone")
                    : row.confirmedAt
                      ? t("schools.confirmed", { day: formatDay(dayOf(row.confirmedAt)) })
                      : t("schools.unconfirmed")}
                </Badge>
              ),
            },
            {
              key: "accounts",
              label: t("schools.accounts"),
              numeric: true,
              wideOnly: true,
              cell: (row) => row.accounts,
            },
            {
              key: "year",
              label: t("schools.year"),
              numeric: true,
              sortable: true,
              cell: (row) =>
                row.year === null ? (
                  "–"
                ) : (
                  <Link
                    className="tap underline"
                    href={`${href(locale, "staff", "school-figures")}?year=${row.year}&school=${row.id}&by=programme`}
                  >
                    {row.year}
                  </Link>
                ),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / schoolsPerPage))}
          href={(number) => here + schoolAddress({ ...query, page: number })}
        />
      </div>
      <p className="mt-5 text-mist-600 text-sm">
        {t(provincesSource.verified ? "schools.source" : "schools.sourceUnverified", {
          citation: provincesSource.citation,
        })}
      </p>
    </>
  );
}
