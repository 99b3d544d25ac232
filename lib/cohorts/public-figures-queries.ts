import { db } from "@/lib/db/client";
import { type FigureCell, type FigureRow, figureRows } from "./public-figures";

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
