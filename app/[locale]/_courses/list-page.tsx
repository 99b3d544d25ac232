import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { CourseBadge } from "@/components/subsidies/course-badge";
import { LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { CourseState, type OrganisationKind } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { coursePage } from "@/lib/subsidies/course-queries";
import { type CourseQuery, courseAddress, courseQuery } from "@/lib/subsidies/course-schema";
import type { MemberPerson } from "@/lib/web/session";

/** Where an organisation keeps its courses. */
export const courseBase = (locale: Locale, kind: OrganisationKind): string =>
  href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "courses");

/** The training courses of an enterprise or a school. */
export async function CourseListPage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id, kind } = actor.organisation;
  const query = courseQuery.parse(await search);
  const [t, levels, list] = await Promise.all([
    getTranslations("courses"),
    getTranslations("roster.level"),
    coursePage(id, query),
  ]);
  const base = courseBase(locale, kind);
  const to = (change: Partial<CourseQuery>) => base + courseAddress({ ...query, page: 1, ...change });
  const active = query.q !== "" || query.state !== undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            <ExportLink list="courses" query={query} />
            <LinkButton as={Link} href={`${base}/new`} variant="primary" icon="plus">
              {t("list.add")}
            </LinkButton>
          </>
        }
      />
      <FilterForm
        key={JSON.stringify(query)}
        action={base}
        fixed={{}}
        search={{ id: "courses-q", label: t("list.search"), value: query.q }}
        words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
        active={active}
        clear={base}
        as={Link}
      >
        <SelectField
          name="state"
          label={t("list.state")}
          empty={t("list.all")}
          defaultValue={query.state}
          choices={Object.values(CourseState).map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterForm>
      <div className="card overflow-clip">
        <Table
          as={Link}
          caption={t("title")}
          rows={list.rows}
          rowKey={(row) => row.id}
          sort={{ key: query.sort, direction: query.direction }}
          sortHref={({ key, direction }) =>
            base + courseAddress(courseQuery.parse({ ...query, page: 1, sort: key, direction }))
          }
          empty={
            active ? (
              <EmptyState icon="search" title={t("list.noMatch")} />
            ) : (
              <EmptyState icon="graduation-cap" title={t("list.empty")}>
                {t("list.emptyBody")}
              </EmptyState>
            )
          }
          columns={[
            {
              key: "programme",
              label: t("field.programme"),
              primary: true,
              sortable: true,
              cell: (row) => (
                <RowTitle as={Link} href={`${base}/${row.id}`} title={row.programme} detail={row.schoolName} />
              ),
            },
            { key: "state", label: t("list.state"), cell: (row) => <CourseBadge state={row.state} /> },
            { key: "level", label: t("field.level"), wideOnly: true, cell: (row) => levels(row.level) },
            {
              key: "starts",
              label: t("list.dates"),
              sortable: true,
              numeric: true,
              cell: (row) => `${formatDay(row.startsOn)} – ${formatDay(row.endsOn)}`,
            },
            {
              key: "people",
              label: t("list.people"),
              numeric: true,
              cell: (row) =>
                row.places === null
                  ? formatCount(row.people, locale)
                  : t("list.ofPlaces", { people: row.people, places: row.places }),
            },
            {
              key: "tuition",
              label: t("field.tuition"),
              numeric: true,
              wideOnly: true,
              cell: (row) => formatCount(row.tuition, locale),
            },
          ]}
        />
      </div>
      <div className="mt-4">
        <Pagination as={Link} page={query.page} pages={list.pages} href={(page) => to({ page })} />
      </div>
    </>
  );
}
