import { db } from "@/lib/db/client";
import { outcomeYears } from "./outcome-queries";
import { type FigureCell, type FigureRow, figureRows } from "./public-figures";
import { type OutcomeCell, type OutcomeFigure, outcomeFigures } from "./public-outcomes";

/** Years with an accepted answer, the latest first. */
export async function figureYears(): Promise<number[]> {
  const rows = await db().cohortAnswer.findMany({
    where: { replacedAt: null },
    distinct: ["year"],
    orderBy: { year: "desc" },
    select: { year: true },
  });
  return rows.map(({ year }) => year);
}

/** What the answers that count for a year say, by field, level and the school's province. */
async function cellsOf(year: number): Promise<FigureCell[]> {
  return db().$queryRaw<FigureCell[]>`
    with own as (
      select p."answerId", p.no, p.field, p.level::text as level, s.province,
        p.y1 + p.y2 + p.y3 + p.y4 as students, p.w1 + p.w2 + p.w3 + p.w4 as women, p.intake
      from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortProgramme" p on p."answerId" = a.id
      where a.year = ${year} and a."replacedAt" is null
    ), months as materialized (
      select o.field, o.level, o.province, to_char(g.month, 'YYYY-MM') as month, sum(g.count)::int as count
      from own o join "CohortGraduates" g on g."answerId" = o."answerId" and g."programmeNo" = o.no
      group by 1, 2, 3, 4
    )
    select o.field, o.level, o.province, sum(o.students)::int as students, sum(o.women)::int as women,
      sum(o.intake)::int as intake,
      (select coalesce(jsonb_object_agg(m.month, m.count), '{}') from months m
        where m.field = o.field and m.level = o.level and m.province = o.province) as graduates
    from own o group by o.field, o.level, o.province`;
}

/**
 * The public figures of a year, in their order, with what is withheld decided over the whole year, before anything is
 * filtered or paged.
 */
export const publicFigures = async (year: number): Promise<FigureRow[]> => figureRows(year, await cellsOf(year));

/** Outcomes that schools have filed of a year's graduates, by school and field; a programme counts at both moments or none. */
async function outcomeCells(year: number): Promise<OutcomeCell[]> {
  type Row = { school: string; field: string; counts: OutcomeCell["after6"]; later: OutcomeCell["after12"] };
  const rows = await db().$queryRaw<Row[]>`
    with lines as (
      select s.slug as school, o.field, o."schoolId", o."codeKey", o.months, o."inParks", o.elsewhere,
        o.studying + o.seeking + o.unknown as other
      from "GraduateOutcome" o join "School" s on s.id = o."schoolId" where o.year = ${year}
    ), own as (
      select a.school, a.field, a."inParks", a.elsewhere, a.other, b."codeKey" is not null as late,
        b."inParks" as "inParks12", b.elsewhere as elsewhere12, b.other as other12
      from lines a left join lines b on b."schoolId" = a."schoolId" and b."codeKey" = a."codeKey" and b.months = 12
      where a.months = 6
    )
    select school, field,
      jsonb_build_object('inParks', sum("inParks"), 'elsewhere', sum(elsewhere), 'notWorking', sum(other)) as counts,
      case when late then jsonb_build_object('inParks', sum("inParks12"), 'elsewhere', sum(elsewhere12), 'notWorking', sum(other12))
        end as later
    from own group by school, field, late order by school, field, late`;
  return rows.map(({ counts, later, ...row }) => ({ ...row, after6: counts, after12: later }));
}

/** The public outcomes of a year, in their order, withheld over the whole year before anything is filtered or paged. */
export const publicOutcomeFigures = async (year: number): Promise<OutcomeFigure[]> =>
  outcomeFigures(year, await outcomeCells(year));

/** What the public reads of a school's own graduates of the latest year that anybody filed, 12 months before 6; null: nothing. */
export async function schoolOutcome(slug: string): Promise<OutcomeFigure | null> {
  const [year] = await outcomeYears();
  if (year === undefined) return null;
  const own = (await publicOutcomeFigures(year)).filter(({ scope, school }) => scope === "school" && school === slug);
  const said = own.filter(({ graduates, inParks }) => graduates !== null && inParks !== null);
  return said.at(-1) ?? null;
}
