import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/tabs";
import { cohortWords } from "@/lib/cohorts/figure-words";
import { cohortAddress, cohortDimensions, cohortQuery } from "@/lib/cohorts/figures";
import {
  cohortsBy,
  cohortsOf,
  cohortTotals,
  cohortYears,
  gradesOffered,
  graduatesByMonth,
  internsBy,
  planFigures,
  upgradesBy,
} from "@/lib/cohorts/figures-queries";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { schoolEntry } from "@/lib/organisations/school-queries";
import { requireStaff } from "@/lib/web/session";
import { FigureFilters } from "./_parts/figure-filters";
import { FigureParts } from "./_parts/figure-parts";
import { FigureTable } from "./_parts/figure-table";
import { FigureTotals } from "./_parts/figure-totals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.figures"))("title") };
}

/** Enterprises and terms of internships that the page names; all of them stand in the file. */
const internsShown = 15;

/** What schools answered, added up by what is asked for. */
export default async function SchoolFiguresPage({ params, searchParams }: PageProps<"/[locale]/staff/school-figures">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readSchoolData);
  const said = await searchParams;
  const years = await cohortYears();
  const asked = cohortQuery.parse(said);
  // Years are not added up unless somebody asks: the latest, and what it is compared with.
  const year = asked.year ?? (said.year === "all" || asked.by === "year" ? undefined : years[0]);
  const usual = said.with === undefined ? years.find((one) => year !== undefined && one < year) : undefined;
  const query = { ...asked, year, with: asked.with ?? usual };
  const { by, with: other, sort, direction, page, ...filters } = query;
  const against = year === undefined || by === "year" ? undefined : other;
  const [t, school, { rows, total }, totals, before, months, interns, upgrades, grades, plan] = await Promise.all([
    getTranslations("calls"),
    filters.school ? schoolEntry({ id: filters.school }) : null,
    cohortsBy(by, filters, { sort, direction }, page),
    cohortTotals(filters),
    against ? cohortTotals({ ...filters, year: against }) : null,
    graduatesByMonth(filters),
    internsBy(filters, 1, internsShown),
    upgradesBy(filters),
    gradesOffered(filters),
    planFigures(filters),
  ]);
  const compared = against
    ? await cohortsOf(
        by,
        { ...filters, year: against },
        rows.map(({ key }) => key),
      )
    : null;
  const words = cohortWords(locale);
  const here = href(locale, "staff", "school-figures");
  const names = { school: school?.nameVi ?? null, programme: filters.programme ? (rows[0]?.code ?? null) : null };
  const file = (format: string) =>
    `/api/exports/school-figures${cohortAddress({ ...query, page: 1 }) || "?"}&format=${format}&locale=${locale}`;
  return (
    <>
      <PageHeader
        title={t("figures.title")}
        lede={words.filters(filters, names).join(" · ") || t("figures.allYears")}
        actions={
          <>
            <LinkButton href={file("xlsx")} icon="download" download>
              {t("figures.excel")}
            </LinkButton>
            <LinkButton href={file("lines")} icon="download" download>
              {t("figures.lines")}
            </LinkButton>
            {year !== undefined && (
              <LinkButton href={file("docx")} icon="download" download>
                {t("figures.word")}
              </LinkButton>
            )}
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("figures.title")}
        tabs={cohortDimensions.map((one) => ({
          href: here + cohortAddress({ ...filters, year: one === "year" ? undefined : filters.year, by: one }),
          label: t(`by.${one}`),
          current: one === by,
        }))}
      />
      <FigureFilters query={query} years={years} school={school} here={here} />
      <div className="space-y-5">
        <FigureTotals totals={totals} before={before} against={against} />
        <FigureTable
          rows={rows}
          total={total}
          totals={totals}
          compared={compared}
          query={query}
          against={against}
          here={here}
        />
        <FigureParts parts={{ totals, months, interns, upgrades, grades, plan }} year={year} />
      </div>
    </>
  );
}
