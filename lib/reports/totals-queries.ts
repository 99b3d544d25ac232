import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { FormDefinition } from "./definition";
import { figurePaths } from "./figure-paths";
import type { AnswerRow, OrganisationRow, Totals } from "./period";
import type { AnswersQuery, Including } from "./period-schema";
import { standing } from "./period-sql-queries";

export const answersPerPage = 50;

/** Whose answers are added up. Under a cut-off, the latest version until then counts. */
const counted = (including: Including): Prisma.Sql =>
  including === "accepted" ? Prisma.sql`r.state = 'ACCEPTED'` : Prisma.sql`r.state in ('ACCEPTED', 'SUBMITTED')`;

const figureOf = (path: string | Prisma.Sql) =>
  Prisma.sql`(select coalesce(sum(v::numeric), 0) from jsonb_path_query(r.content, ${path}::jsonpath) v)`;

/** The figures of a form as a table `f` (no, path). */
const listed = (paths: readonly { path: string }[]) =>
  Prisma.sql`unnest(${paths.map(({ path }) => path)}::text[]) with ordinality f(path, no)`;

/**
 * The figures of a period's form added up in the database, over the answers that counted at an instant; exact to the four
 * decimals that answers have.
 */
export async function periodTotals(
  periodId: number,
  definition: FormDefinition,
  asOf: Date,
  including: Including,
): Promise<Totals> {
  const [all] = await totalsBy(periodId, definition, asOf, including, Prisma.sql`null::int`);
  return {
    answers: all?.answers ?? 0,
    sums: all?.sums ?? Object.fromEntries(figurePaths(definition).map(({ key }) => [key, 0])),
  };
}

/** The same by industrial park; `parkId` is null for who is in none. */
export const totalsByPark = (periodId: number, definition: FormDefinition, asOf: Date, including: Including) =>
  totalsBy(periodId, definition, asOf, including, Prisma.sql`c."parkId"`);

async function totalsBy(
  periodId: number,
  definition: FormDefinition,
  asOf: Date,
  including: Including,
  group: Prisma.Sql,
): Promise<(Totals & { parkId: number | null })[]> {
  const paths = figurePaths(definition);
  const rows = await db().$queryRaw<{ parkId: number | null; no: number | null; answers: number; sum: number }[]>`
    with c as materialized (select r."parkId", r.content from ${standing(periodId, asOf)} where ${counted(including)})
    select ${group} as "parkId", f.no::int as no, count(distinct c.answer)::int as answers,
      coalesce(sum(v.n), 0)::float8 as sum
    from (select *, row_number() over () as answer from c) c
    left join lateral ${listed(paths)} on true
    left join lateral (select sum(x::numeric) as n from jsonb_path_query(c.content, f.path::jsonpath) x) v on true
    group by 1, 2 order by 1 nulls last, 2`;
  const found = new Map<number | null, Totals & { parkId: number | null }>();
  for (const row of rows) {
    const totals = found.get(row.parkId) ?? { parkId: row.parkId, answers: row.answers, sums: {} };
    found.set(row.parkId, totals);
    const key = row.no === null ? undefined : paths[row.no - 1]?.key;
    if (key) totals.sums[key] = row.sum;
  }
  return [...found.values()];
}

/**
 * The reports behind a number: behind a total those that were added up, the largest first; else those in a state, or
 * late, by name.
 */
export async function answersBehind(
  periodId: number,
  path: string | null,
  query: AnswersQuery,
  asOf: Date,
): Promise<{ rows: AnswerRow[]; total: number; sum: number }> {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  if (path !== null) all.push(counted(query.including));
  if (query.state) all.push(Prisma.sql`r.state = ${query.state}`);
  if (query.late) all.push(Prisma.sql`r.late`);
  if (query.park) all.push(Prisma.sql`r."parkId" = ${query.park}`);
  const where = Prisma.join(all, " and ");
  const value = path === null ? Prisma.sql`null::numeric` : figureOf(path);
  const [rows, counts] = await Promise.all([
    db().$queryRaw<(Omit<AnswerRow, "dueOn"> & { dueOn: Date })[]>`
      select r.id, r."organisationId", o."nameVi" as who, r.unit, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
        r.state, r."dueOn", r."submittedAt", r."daysLate", (${value})::float8 as value
      from ${standing(periodId, asOf)} left join "Organisation" o on o.id = r."organisationId"
      left join "IndustrialPark" k on k.id = r."parkId"
      where ${where} order by (${value}) desc nulls last, o."nameVi", r.id
      limit ${answersPerPage} offset ${(query.page - 1) * answersPerPage}`,
    db().$queryRaw<{ total: number; sum: number }[]>`
      select count(*)::int as total, coalesce(sum(${value}), 0)::float8 as sum from ${standing(periodId, asOf)} where ${where}`,
  ]);
  return {
    rows: rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) })),
    ...(counts[0] ?? { total: 0, sum: 0 }),
  };
}

/**
 * One page of a period's reports by their id, each with its figures in the order of `paths`; those that did not count at
 * the cut-off have none.
 */
export async function organisationRows(
  periodId: number,
  paths: readonly { path: string }[],
  asOf: Date,
  including: Including,
  after: number,
  count: number,
): Promise<OrganisationRow[]> {
  const rows = await db().$queryRaw<(Omit<OrganisationRow, "dueOn"> & { dueOn: Date })[]>`
    select r.id, r."organisationId", o."nameVi" as who, r.unit, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
      e."taxCode", r.headcount, r.state, r."dueOn", r."submittedAt", r."daysLate",
      case when ${counted(including)} then array(
        select ${figureOf(Prisma.sql`f.path`)}::float8 from ${listed(paths)} order by f.no
      ) else '{}' end as values
    from ${standing(periodId, asOf)} left join "Organisation" o on o.id = r."organisationId"
    left join "Enterprise" e on e.id = r."organisationId" left join "IndustrialPark" k on k.id = r."parkId"
    where r.id > ${after} order by r.id limit ${count}`;
  return rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) }));
}
