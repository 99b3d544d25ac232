import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { vietnameseOrder } from "@/lib/db/order";
import { byAnswer, columnOf, facts, narrowed, summed, summedAgain } from "./figure-facts-queries";
import {
  type CohortDimension,
  type CohortFigures,
  type CohortFilters,
  type CohortQuery,
  type CohortRow,
  cohortMeasures,
  notSaid,
} from "./figures";
import { type PlanLine, planLines, vocationalLevels } from "./plan-figures";

export const cohortRowsPerPage = 50;

type Ordered = Pick<CohortQuery, "sort" | "direction">;

/** The statement behind a page of figures by a dimension. */
export function cohortPage(
  dimension: CohortDimension,
  filters: CohortFilters,
  { sort, direction }: Ordered,
  page: number,
  perPage: number,
): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`;
  const named = dimension === "school" || dimension === "programme";
  const order =
    sort === "name" ? (named ? Prisma.sql`w.name ${vietnameseOrder}` : Prisma.sql`n.key`) : Prisma.raw(`n."${sort}"`);
  // What the latest answer calls a programme; of several schools the first.
  const first = (column: Prisma.Sql) =>
    dimension === "programme"
      ? Prisma.sql`(array_agg(${column} order by b.said desc, b."schoolId") filter (where b.said is not null))[1]`
      : Prisma.sql`null::text`;
  const words =
    dimension === "school"
      ? Prisma.sql`join (select s.id, s."nameVi" as name, null::text as code from "School" s) w on w.id = n.key`
      : Prisma.sql`cross join lateral (select n.name, n.code) w`;
  return Prisma.sql`
    with b as (${byAnswer(filters, dimension)}),
      n as (select b.key, ${first(Prisma.sql`b.name`)} as name, ${first(Prisma.sql`b.code`)} as code,
        count(distinct b."schoolId")::int as schools, ${summedAgain} from b group by b.key)
    select n.key::text as key, w.name, w.code, n.schools, ${Prisma.raw(cohortMeasures.map((one) => `n."${one}"`).join(", "))},
      count(*) over ()::int as total
    from n ${words} order by ${order} ${way}, n.key limit ${perPage} offset ${(page - 1) * perPage}`;
}

/** A page of figures by a dimension and how many rows there are in all. */
export async function cohortsBy(
  dimension: CohortDimension,
  filters: CohortFilters,
  order: Ordered = { sort: "students", direction: "desc" },
  page = 1,
  perPage = cohortRowsPerPage,
): Promise<{ rows: CohortRow[]; total: number }> {
  const rows = await db().$queryRaw<(CohortRow & { total: number })[]>(
    cohortPage(dimension, filters, order, page, perPage),
  );
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The rows of some keys of a dimension, for a comparison with another year. */
export async function cohortsOf(
  dimension: CohortDimension,
  filters: CohortFilters,
  keys: readonly (string | null)[],
): Promise<Map<string | null, CohortFigures>> {
  const rows = await db().$queryRaw<CohortRow[]>`
    with f as (${facts})
    select ${columnOf[dimension]}::text as key, ${summed} from f
    where ${narrowed(filters)} and coalesce(${columnOf[dimension]}::text, ${notSaid}) = any(${keys.map((key) => key ?? notSaid)}::text[])
    group by ${columnOf[dimension]}`;
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** What all rows of some filters come to, and how many schools stand behind it. */
export async function cohortTotals(filters: CohortFilters): Promise<CohortFigures & { schools: number }> {
  const [sums] = await db().$queryRaw<(CohortFigures & { schools: number })[]>`
    with b as (${byAnswer(filters)}) select count(distinct b."schoolId")::int as schools, ${summedAgain} from b`;
  if (!sums) throw new Error("a sum without a row");
  return sums;
}

/** Years of which an answer counts, latest first. */
export async function cohortYears(): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    with recursive y as (
      select max(year) as year from "CohortAnswer" where "replacedAt" is null
      union all
      select (select max(a.year) from "CohortAnswer" a where a."replacedAt" is null and a.year < y.year) from y where y.year is not null)
    select year from y where year is not null order by year desc`;
  return rows.map(({ year }) => year);
}

/** Graduates expected by month, persons; `month` is its first day. */
export async function graduatesByMonth(
  filters: CohortFilters,
): Promise<{ month: string; count: number; women: number }[]> {
  const rows = await db().$queryRaw<{ month: Date; count: number; women: number }[]>`
    with f as (
      select a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.field, p.level::text as level, p.accreditation, g.month, g.count, g.women
      from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortGraduates" g on g."answerId" = a.id
        join "CohortProgramme" p on p."answerId" = g."answerId" and p.no = g."programmeNo"
      where a."replacedAt" is null)
    select f.month, sum(f.count)::int as count, sum(f.women)::int as women from f where ${narrowed(filters)} group by 1 order by 1`;
  return rows.map(({ month, ...row }) => ({ ...row, month: dateToDay(month) }));
}

export type InternRow = {
  enterpriseId: number | null;
  enterprise: string;
  term: string;
  inParks: boolean;
  count: number;
  schools: number;
};

/** Interns by enterprise and term, most first. One enterprise: by its tax code where said, by its name otherwise. */
export async function internsBy(
  filters: CohortFilters,
  page: number,
  perPage: number,
): Promise<{ rows: InternRow[]; total: number }> {
  const rows = await db().$queryRaw<(InternRow & { all: number })[]>`
    with f as (
      select a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.field, p.level::text as level, p.accreditation,
        i."enterpriseId", coalesce(e."nameVi", i."enterpriseName") as enterprise, i.term, i."inParks", i.count
      from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortInternship" i on i."answerId" = a.id
        left join "CohortProgramme" p on p."answerId" = i."answerId" and p.no = i."programmeNo"
        left join "Enterprise" e on e.id = i."enterpriseId"
      where a."replacedAt" is null)
    select f."enterpriseId", min(f.enterprise) as enterprise, f.term, f."inParks", sum(f.count)::int as count,
      count(distinct f."schoolId")::int as schools, count(*) over ()::int as all
    from f where ${narrowed(filters)} group by f."enterpriseId", vi_norm(f.enterprise), f.term, f."inParks"
    order by 5 desc, 2, 3 limit ${perPage} offset ${(page - 1) * perPage}`;
  return { rows: rows.map(({ all: _, ...row }) => row), total: rows[0]?.all ?? 0 };
}

/** Workers trained up by scale and grade. Schools say it by field only: with a level or programme asked for, there are none. */
export async function upgradesBy(filters: CohortFilters): Promise<{ scale: string; grade: number; workers: number }[]> {
  const { level, programme, accreditation, ...known } = filters;
  if (level ?? programme ?? accreditation) return [];
  return db().$queryRaw`
    with f as (
      select a."schoolId", a.year, s.kind::text as kind, s.province, u.field, u.scale, u.grade, u.workers
      from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortUpgrade" u on u."answerId" = a.id
      where a."replacedAt" is null)
    select f.scale, f.grade, sum(f.workers)::int as workers from f where ${narrowed(known)} group by 1, 2 order by 1, 2`;
}

/** How many programmes lead to each skill grade, with the students in them. A programme may lead to several. */
export function gradesOffered(
  filters: CohortFilters,
): Promise<{ grade: string; programmes: number; students: number }[]> {
  return db().$queryRaw`
    with f as (
      select a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.field, p.level::text as level, p.accreditation,
        unnest(p.grades) as grade, p.y1 + p.y2 + p.y3 + p.y4 as students
      from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortProgramme" p on p."answerId" = a.id
      where a."replacedAt" is null)
    select f.grade, count(*)::int as programmes, sum(f.students)::int as students from f where ${narrowed(filters)} group by 1 order by 1`;
}

/** A programme of a school in a year; without a code: internships of which no programme was said. */
export type CohortLine = CohortFigures & {
  year: number;
  school: string;
  kind: string;
  province: string;
  code: string | null;
  name: string | null;
  field: string | null;
  level: string | null;
  accreditation: string | null;
};

/** After which answer a page of lines begins. */
export type LinePlace = { year: number; schoolId: number };

export const firstLine: LinePlace = { year: 0, schoolId: 0 };

/** Answers of a page of lines: each has forty programmes or so. */
const answersAtOnce = 50;

/**
 * The rows behind the figures, by year, school and programme, some answers at a time: what is taken away is read in steps of
 * the same size, however much there is.
 */
export async function cohortLines(
  filters: CohortFilters,
  after: LinePlace,
): Promise<{ items: CohortLine[]; next: LinePlace | null }> {
  const { year, school, kind, province } = filters;
  const all = [
    Prisma.sql`a."replacedAt" is null`,
    Prisma.sql`(a.year, a."schoolId") > (${after.year}, ${after.schoolId})`,
  ];
  if (year !== undefined) all.push(Prisma.sql`a.year = ${year}`);
  if (school !== undefined) all.push(Prisma.sql`a."schoolId" = ${school}`);
  if (kind !== undefined) all.push(Prisma.sql`s.kind::text = ${kind}`);
  if (province !== undefined) all.push(Prisma.sql`s.province = ${province}`);
  const answers = await db().$queryRaw<(LinePlace & { id: number })[]>`
    select a.id, a.year, a."schoolId" from "CohortAnswer" a join "School" s on s.id = a."schoolId"
    where ${Prisma.join(all, " and ")} order by a.year, a."schoolId" limit ${answersAtOnce}`;
  const last = answers.at(-1);
  if (!last) return { items: [], next: null };
  // Answer by answer: of fifty at once, PostgreSQL would rather read the programmes of all years than look these up.
  const items = await db().$queryRaw<CohortLine[]>`
    select f.year, s."nameVi" as school, f.kind, f.province, min(f.code) as code, min(f.name) as name, min(f.field) as field,
      min(f.level) as level, min(f.accreditation) as accreditation, ${summed}
    from unnest(${answers.map(({ id }) => id)}::int[]) as picked(id)
      cross join lateral (select * from (${facts}) f where f."answerId" = picked.id offset 0) f
      join "School" s on s.id = f."schoolId"
    where ${narrowed(filters)}
    group by f.year, f."schoolId", s."nameVi", f.kind, f.province, f."codeKey"
    order by f.year, f."schoolId", f."codeKey" nulls last`;
  const { year: lastYear, schoolId } = last;
  return { items, next: answers.length < answersAtOnce ? null : { year: lastYear, schoolId } };
}

/** What the targets of the city's plan are held against, of a year or other filters. */
export async function planFigures(filters: CohortFilters): Promise<PlanLine[]> {
  const [known] = await db().$queryRaw<{ y1: number; w1: number; programmes: number; accredited: number }[]>`
    with f as (${facts})
    select coalesce(sum(f.y1), 0)::int as y1, coalesce(sum(f.w1), 0)::int as w1, coalesce(sum(f.programmes), 0)::int as programmes,
      coalesce(sum(f.programmes) filter (where f.accreditation in ('NATIONAL', 'INTERNATIONAL')), 0)::int as accredited
    from f where ${narrowed(filters)} and f.level = any(${[...vocationalLevels]}::text[])`;
  const upgraded = await upgradesBy(filters);
  return planLines({
    vocational: known ?? { y1: 0, w1: 0, programmes: 0 },
    accredited: known?.accredited ?? 0,
    upgraded: upgraded.reduce((sum, { workers }) => sum + workers, 0),
  });
}
