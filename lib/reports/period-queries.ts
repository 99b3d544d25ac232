import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { definitionOf } from "./definition";
import { type Nature, noProgress, type Period, type PeriodHead, type Progress, type ProgressParts } from "./period";
import { readable, standing } from "./period-sql-queries";

export const periodsPerPage = 30;

type RawHead = Omit<PeriodHead, "coversFrom" | "coversTo" | "opensOn" | "dueOn"> &
  Record<"coversFrom" | "coversTo" | "opensOn" | "dueOn", Date>;

const head = Prisma.sql`p.id, p."obligationId", ob."nameVi", ob."nameEn", ob.citation, ob.reviewer, p.slot,
  p."coversFrom", p."coversTo", p."opensOn", p."dueOn", p."closedAt"`;
const from = Prisma.sql`from "ReportingPeriod" p join "Obligation" ob on ob.id = p."obligationId"`;

const days = <T extends RawHead>(row: T) => ({
  ...row,
  coversFrom: dateToDay(row.coversFrom),
  coversTo: dateToDay(row.coversTo),
  opensOn: dateToDay(row.opensOn),
  dueOn: dateToDay(row.dueOn),
});

export type PeriodRow = PeriodHead & { owed: number; handedIn: number; accepted: number; late: number };

type PeriodsAsked = { obligation?: number | undefined; page: number };

const periodsWhere = (actor: Actor, { obligation }: PeriodsAsked, today: Day) =>
  Prisma.sql`${readable(actor)} and p."opensOn" <= ${today}::date
    ${obligation ? Prisma.sql`and p."obligationId" = ${obligation}` : Prisma.empty}`;

/** The statement behind a page of periods; apart, so that a test can ask PostgreSQL how it would run it. */
export const periodsStatement = (actor: Actor, asked: PeriodsAsked, today: Day): Prisma.Sql => Prisma.sql`
      select q.*, c.* from (
        select ${head} ${from} where ${periodsWhere(actor, asked, today)} order by p."dueOn" desc, p.id desc
        limit ${periodsPerPage} offset ${(asked.page - 1) * periodsPerPage}
      ) q cross join lateral (
        select count(*) filter (where a.state <> 'EXCUSED')::int as owed,
          count(*) filter (where a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED'))::int as "handedIn",
          count(*) filter (where a.state = 'ACCEPTED')::int as accepted,
          count(*) filter (where a.state in ('OWED', 'DRAFT') and a."dueOn" < ${today}::date)::int as late
        from "ReportAssignment" a where a."periodId" = q.id
      ) c order by q."dueOn" desc, q.id desc`;

/** Periods that take answers or took them, latest first, with how far they are now. Late: overdue and not handed in. */
export async function periodPage(
  actor: Actor,
  asked: PeriodsAsked,
  now: Date,
): Promise<{ rows: PeriodRow[]; total: number }> {
  const today = dayOf(now);
  const [rows, counted] = await Promise.all([
    db().$queryRaw<(RawHead & { owed: number; handedIn: number; accepted: number; late: number })[]>(
      periodsStatement(actor, asked, today),
    ),
    db().$queryRaw<{ total: number }[]>`
      select count(*)::int as total ${from} where ${periodsWhere(actor, asked, today)}`,
  ]);
  return { rows: rows.map(days), total: counted[0]?.total ?? 0 };
}

/** The obligations whose periods the actor reads, for the filter. */
export const periodChoices = (actor: Actor) =>
  db().$queryRaw<{ id: number; nameVi: string; nameEn: string }[]>`
    select ob.id, ob."nameVi", ob."nameEn" from "Obligation" ob
    where ${readable(actor)} and ob.state <> 'DRAFT' order by ob."nameVi"`;

/** A period that the actor reads, with its form; null where another unit reads it. */
export async function readPeriod(actor: Actor, id: number): Promise<Period | null> {
  const [row] = await db().$queryRaw<(RawHead & { definition: unknown })[]>`
    select ${head}, coalesce(
      (select v.definition from "ReportFormVersion" v where v.id = p."formVersionId"),
      (select v.definition from "ReportFormVersion" v where v."formId" = ob."formId" and v.state = 'IN_FORCE')
    ) as definition
    ${from} where p.id = ${id} and ${readable(actor)}`;
  return row ? { ...days(row), definition: row.definition ? definitionOf(row.definition) : null } : null;
}

/** Periods of the same obligation that were due before, latest first. */
export async function earlierPeriods(period: PeriodHead, count: number): Promise<Period[]> {
  const rows = await db().$queryRaw<(RawHead & { definition: unknown })[]>`
    select ${head}, v.definition ${from} join "ReportFormVersion" v on v.id = p."formVersionId"
    where p."obligationId" = ${period.obligationId} and p."dueOn" < ${period.dueOn}::date
    order by p."dueOn" desc, p.id desc limit ${count}`;
  return rows.map((row) => ({ ...days(row), definition: definitionOf(row.definition) }));
}

/** How a period stood at an instant: as a whole, by park and by nature of who owes. */
export async function periodProgress(periodId: number, asOf: Date): Promise<ProgressParts> {
  const rows = await db().$queryRaw<
    { parkId: number | null; nature: Nature; state: AssignmentState; count: number; late: number; inTime: number }[]
  >`
    select r."parkId", r.nature, r.state, count(*)::int as count, count(*) filter (where r.late)::int as late,
      count(*) filter (where r.state <> 'EXCUSED' and r."daysLate" = 0)::int as "inTime"
    from ${standing(periodId, asOf)} group by 1, 2, 3`;
  const parts: ProgressParts = { all: noProgress(), parks: new Map(), natures: new Map() };
  const of = <K>(map: Map<K, Progress>, key: K) => {
    const known = map.get(key) ?? noProgress();
    map.set(key, known);
    return known;
  };
  for (const row of rows) {
    const concerned = [parts.all, of(parts.natures, row.nature)];
    if (row.parkId !== null) concerned.push(of(parts.parks, row.parkId));
    for (const one of concerned) {
      one[row.state] += row.count;
      one.total += row.count;
      one.late += row.late;
      one.inTime += row.inTime;
    }
  }
  return parts;
}

/** Parks with their place on the map. */
export const mappedParks = () =>
  db().industrialPark.findMany({
    select: {
      ...{ id: true, slug: true, nameVi: true, nameEn: true, shortNameVi: true, shortNameEn: true },
      ...{ latitude: true, longitude: true },
    },
    orderBy: { shortNameVi: "asc" },
  });
