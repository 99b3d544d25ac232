import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { difficultiesByTheme, difficultyPage } from "@/lib/cohorts/difficulty-queries";
import {
  difficultiesPerPage,
  difficultyAddress,
  difficultyQuery,
  difficultyStates,
  themeName,
} from "@/lib/cohorts/difficulty-schema";
import { cohortYears } from "@/lib/cohorts/figures-queries";
import { difficultyThemes } from "@/lib/cohorts/vocabulary";
import { formatMoment } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { SchoolKindField } from "../_parts/school-fields";
import { DifficultyBadge } from "./_parts/difficulty-badge";
import { FollowForm } from "./_parts/follow-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.difficulty"))("title") };
}

/** What schools named as difficult, by theme, and what was done about each. */
export default async function DifficultiesPage({ params, searchParams }: PageProps<"/[locale]/staff/difficulties">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readSchoolData);
  const query = difficultyQuery.parse(await searchParams);
  const [t, common, { rows, total }, themes, years] = await Promise.all([
    getTranslations("calls"),
    getTranslations("common.table"),
    difficultyPage(query, me),
    difficultiesByTheme({ ...query, theme: undefined }, me),
    cohortYears(),
  ]);
  const here = href(locale, "staff", "difficulties");
  const { page, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const follows = permissions.manageCalls(me);
  return (
    <>
      <PageHeader
        title={t("difficulty.title")}
        lede={t("difficulty.lede")}
        actions={<ExportLink list="difficulties" query={query} />}
      />
      <FilterForm
        key={difficultyAddress(filters)}
        action={here}
        fixed={{}}
        search={{ id: "difficulties-q", label: t("difficulty.search"), value: query.q }}
        words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
        active={filtered}
        clear={here}
        as={Link}
      >
        <SelectField
          name="year"
          label={t("form.year")}
          empty={t("any")}
          defaultValue={query.year ?? ""}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <SelectField
          name="theme"
          label={t("difficulty.theme")}
          empty={t("any")}
          defaultValue={query.theme ?? ""}
          choices={difficultyThemes.map(({ value, label }) => ({ value, label: label[locale] }))}
        />
        <SelectField
          name="state"
          label={t("difficulty.state")}
          empty={t("any")}
          defaultValue={query.state ?? ""}
          choices={difficultyStates.map((value) => ({ value, label: t(`difficulty.${value}`) }))}
        />
        <SchoolKindField value={query.kind} />
      </FilterForm>
      <div className="space-y-5">
        {themes.length > 0 && (
          <Card title={t("difficulty.byTheme")}>
            <BarList
              rows={themes.map((one) => ({
                key: one.theme,
                label: themeName(one.theme, locale),
                value: one.total,
                text: t("difficulty.counted", {
                  count: one.total,
                  schools: one.schools,
                  done: one.RESOLVED + one.REFERRED,
                }),
                href: here + difficultyAddress({ ...query, page: 1, theme: one.theme as (typeof query)["theme"] }),
              }))}
            />
          </Card>
        )}
        <Card flush as="div">
          <Table
            as={Link}
            caption={t("difficulty.title")}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="circle-check" title={t("difficulty.empty")} />}
            columns={[
              {
                key: "school",
                label: t("column.school"),
                primary: true,
                cell: (row) => (
                  <RowTitle as={Link} title={row.school} detail={`${themeName(row.theme, locale)} · ${row.year}`} />
                ),
              },
              {
                key: "text",
                label: t("difficulty.text"),
                cell: (row) => (
                  <>
                    <p lang="vi">{row.text}</p>
                    {row.steps.length > 0 && (
                      <ol className="mt-2 space-y-1 border-mist-200 border-l-2 pl-3 text-mist-600 text-sm">
                        {row.steps.map((step) => (
                          <li key={step.at}>
                            {formatMoment(new Date(step.at))} · {step.by} · {t(`difficulty.${step.state}`)}:{" "}
                            <span lang="vi">{step.note}</span>
                          </li>
                        ))}
                      </ol>
                    )}
                  </>
                ),
              },
              {
                key: "state",
                label: t("difficulty.state"),
                className: "md:whitespace-nowrap",
                cell: (row) => <DifficultyBadge state={row.state} />,
              },
              ...(follows
                ? [
                    {
                      key: "act",
                      label: t("difficulty.follow"),
                      hideLabel: true,
                      className: "md:whitespace-nowrap",
                      cell: (row: (typeof rows)[number]) => (
                        <FollowForm seen={{ id: row.id, version: row.version }} state={row.state} school={row.school} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      </div>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / difficultiesPerPage))}
          href={(next) => here + difficultyAddress({ ...query, page: next })}
        />
      </div>
    </>
  );
}
