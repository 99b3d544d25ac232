import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { BatchStatus, PositionGroup } from "@/lib/db/generated/enums";
import { vietnameseOrder } from "@/lib/db/order";
import type { BatchLine, ChangedLine } from "./batch-changes";
import { type BatchProposal, proposeBatch } from "./batch-rules";
import { type BatchTotals, type TotalsRow, totalsOfRows } from "./totals";

type Reader = Pick<Tx, "$queryRaw" | "vacancyBatch" | "vacancy" | "batchEntry">;

/** A batch with the sums over its lines; days as `YYYY-MM-DD`, instants as ISO text: safe to send as JSON. */
export type BatchSummary = {
  id: number;
  year: number;
  no: number;
  month: number;
  status: BatchStatus;
  asOf: Day;
  collectFrom: Day;
  collectTo: Day;
  publishedAt: string | null;
  closedAt: string | null;
  withdrawnAt: string | null;
  /** What the public is told of a withdrawal. */
  withdrawalNote: string | null;
  version: number;
  /** Lines, enterprises and persons as published; 0 before publication. */
  vacancies: number;
  enterprises: number;
  headcount: number;
};

type SummaryRow = Omit<BatchSummary, "publishedAt" | "closedAt" | "withdrawnAt"> & {
  publishedAt: Date | null;
  closedAt: Date | null;
  withdrawnAt: Date | null;
};

export const summaryOf = (row: SummaryRow): BatchSummary => ({
  ...row,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
});

/** The columns of `BatchSummary`, for a query over `"VacancyBatch" b`. */
export const summaryColumns = Prisma.sql`
  b.id, b.year, b.no, b.month, b.status::text as status, b."asOf"::text as "asOf", b."collectFrom"::text as "collectFrom",
  b."collectTo"::text as "collectTo", b."publishedAt", b."closedAt", b."withdrawnAt", b."withdrawalNote", b.version,
  coalesce(s.vacancies, 0)::int as vacancies, coalesce(s.enterprises, 0)::int as enterprises, coalesce(s.headcount, 0)::int as headcount`;

export const summarySums = Prisma.sql`
  left join lateral (
    select count(*) as vacancies, count(distinct e."enterpriseId") as enterprises, sum(e.headcount) as headcount
    from "BatchEntry" e where e."batchId" = b.id
  ) s on true`;

/** One batch; null when there is none of this id. */
export async function batchById(id: number, tx: Reader = db()): Promise<BatchSummary | null> {
  const rows = await tx.$queryRaw<SummaryRow[]>`
    select ${summaryColumns} from "VacancyBatch" b ${summarySums} where b.id = ${id}`;
  return rows[0] ? summaryOf(rows[0]) : null;
}

/** What is sent in for each batch, by state of the vacancies. */
export type BatchProgress = {
  waiting: number;
  returned: number;
  approved: number;
  open: number;
  approvedHeadcount: number;
};

/** Batches for the staff, newest window first, with how far the needs in them have got. */
export async function staffBatches(options: { page: number; size: number }): Promise<{
  items: (BatchSummary & BatchProgress)[];
  total: number;
}> {
  const offset = (options.page - 1) * options.size;
  const [rows, total] = await Promise.all([
    db().$queryRaw<(SummaryRow & BatchProgress)[]>`
      select ${summaryColumns}, p.*
      from (select * from "VacancyBatch" order by "collectFrom" desc, id desc limit ${options.size} offset ${offset}) b
      ${summarySums} left join lateral (${progress(Prisma.sql`b.id`)}) p on true
      order by b."collectFrom" desc, b.id desc`,
    db().vacancyBatch.count(),
  ]);
  return { items: rows.map((row) => ({ ...row, ...summaryOf(row) })), total };
}

const progress = (batchId: Prisma.Sql) => Prisma.sql`
  select count(*) filter (where v.status = 'SUBMITTED')::int as waiting,
    count(*) filter (where v.status = 'RETURNED')::int as returned,
    count(*) filter (where v.status = 'APPROVED')::int as approved,
    count(*) filter (where v.status = 'PUBLISHED')::int as open,
    coalesce(sum(v.headcount) filter (where v.status = 'APPROVED'), 0)::int as "approvedHeadcount"
  from "Vacancy" v where v."batchId" = ${batchId}`;

/** How far the needs of one batch have got. */
export async function batchProgress(id: number, tx: Reader = db()): Promise<BatchProgress> {
  const [row] = await tx.$queryRaw<BatchProgress[]>(progress(Prisma.sql`${id}::int`));
  return row ?? { waiting: 0, returned: 0, approved: 0, open: 0, approvedHeadcount: 0 };
}

/**
 * The batch into which a need goes that is sent in (or approved) on a day: the collecting one whose window holds the day,
 * else the next to open, else the one last under review when `orReviewing`. Null when there is none: the need waits
 * without a batch and is adopted by the next one that is made.
 */
export async function batchForNeeds(tx: Reader, today: Day, orReviewing = false): Promise<number | null> {
  const day = dayToDate(today);
  const collecting = await tx.vacancyBatch.findFirst({
    where: { status: "COLLECTING", collectTo: { gte: day } },
    orderBy: { collectFrom: "asc" },
    select: { id: true },
  });
  if (collecting || !orReviewing) return collecting?.id ?? null;
  const reviewing = await tx.vacancyBatch.findFirst({
    where: { status: "REVIEWING" },
    orderBy: { collectFrom: "desc" },
    select: { id: true },
  });
  return reviewing?.id ?? null;
}

/** The batch that takes needs now, with what is approved in it so far (not the frozen sums); null when none does. */
export async function currentBatch(today: Day): Promise<BatchSummary | null> {
  const id = await batchForNeeds(db(), today, true);
  const batch = id === null ? null : await batchById(id);
  if (!batch) return null;
  const { enterprises, vacancies, headcount } = await provisionalTotals(batch.id, today);
  return { ...batch, enterprises, vacancies, headcount };
}

/** What the form for a new batch starts with. */
export async function batchProposal(today: Day): Promise<BatchProposal> {
  const [last, numbers] = await Promise.all([
    db().vacancyBatch.findFirst({
      where: { status: { not: "WITHDRAWN" } },
      orderBy: { collectTo: "desc" },
      select: { collectTo: true },
    }),
    db().vacancyBatch.groupBy({
      by: ["year"],
      _max: { no: true },
      where: { year: { gte: Number(today.slice(0, 4)) } },
    }),
  ]);
  const highest = new Map(numbers.map((row) => [row.year, row._max.no ?? 0]));
  return proposeBatch(today, last && dateToDay(last.collectTo), (year) => highest.get(year) ?? 0);
}

/** Which approved needs a publication takes on a day: deadline not past, enterprise operating and verified. */
export const publishable = (today: Day) => Prisma.sql`
  v.status = 'APPROVED' and v.deadline >= ${today}::date and en.lifecycle = 'OPERATING' and en."verifiedAt" is not null`;

const sums = Prisma.sql`
  line.headcount, line.unskilled, line.elementary, line.intermediate, line.college, line.university, line.postgraduate`;

/** Sums over lines, by everything at once and in one reading (grouping sets): all views of a batch come from here. */
async function totalsFrom(tx: Reader, lines: Prisma.Sql): Promise<BatchTotals> {
  const rows = await tx.$queryRaw<TotalsRow[]>`
    with line as (${lines}), sums as (
      select line."positionGroup", line."parkId", line."enterpriseId",
        count(*)::int as vacancies, count(distinct line."enterpriseId")::int as enterprises,
        sum(headcount)::int as headcount, sum(unskilled)::int as unskilled, sum(elementary)::int as elementary,
        sum(intermediate)::int as intermediate, sum(college)::int as college, sum(university)::int as university,
        sum(postgraduate)::int as postgraduate,
        min("parkVi") as "parkVi", min("parkEn") as "parkEn",
        min("enterpriseVi") as "enterpriseVi", min("enterpriseEn") as "enterpriseEn"
      from line group by grouping sets ((), (line."positionGroup"), (line."parkId"), (line."enterpriseId")))
    select sums.*, p.code as "parkCode", p.slug as "parkSlug", en.slug as "enterpriseSlug"
    from sums left join "IndustrialPark" p on p.id = sums."parkId" left join "Enterprise" en on en.id = sums."enterpriseId"
    order by sums.headcount desc, coalesce("parkVi", '') ${vietnameseOrder}, coalesce("enterpriseVi", '') ${vietnameseOrder}`;
  return totalsOfRows(rows);
}

/** Totals of a published batch, from its frozen lines, with the names of the day of publication. */
export function batchTotals(batchId: number, tx: Reader = db()): Promise<BatchTotals> {
  return totalsFrom(
    tx,
    Prisma.sql`select line."positionGroup"::text as "positionGroup", line."parkId", line."enterpriseId", ${sums},
      line.content->'park'->>'nameVi' as "parkVi", line.content->'park'->>'nameEn' as "parkEn",
      line.content->'enterprise'->>'nameVi' as "enterpriseVi", line.content->'enterprise'->>'nameEn' as "enterpriseEn"
      from "BatchEntry" line where line."batchId" = ${batchId}`,
  );
}

/** The same before publication: what the batch would say if it were published on that day. */
export function provisionalTotals(batchId: number, today: Day, tx: Reader = db()): Promise<BatchTotals> {
  return totalsFrom(
    tx,
    Prisma.sql`select line."positionGroup"::text as "positionGroup", line."parkId", line."enterpriseId", ${sums},
      line."parkVi", line."parkEn", line."enterpriseVi", line."enterpriseEn"
      from (select v.*, p."nameVi" as "parkVi", p."nameEn" as "parkEn", en."nameVi" as "enterpriseVi", en."nameEn" as "enterpriseEn"
        from "Vacancy" v join "Enterprise" en on en.id = v."enterpriseId" join "IndustrialPark" p on p.id = v."parkId"
        where v."batchId" = ${batchId} and ${publishable(today)}) line`,
  );
}

/** What a publication on that day would leave for the next batch, by reason. */
export type LeftOver = { waiting: number; returned: number; pastDeadline: number; notOperating: number };

export async function batchLeftOver(batchId: number, today: Day, tx: Reader = db()): Promise<LeftOver> {
  const [row] = await tx.$queryRaw<LeftOver[]>`
    select count(*) filter (where v.status = 'SUBMITTED')::int as waiting,
      count(*) filter (where v.status = 'RETURNED')::int as returned,
      count(*) filter (where v.status = 'APPROVED' and not coalesce(v.deadline >= ${today}::date, false))::int as "pastDeadline",
      count(*) filter (where v.status = 'APPROVED' and v.deadline >= ${today}::date
        and not (en.lifecycle = 'OPERATING' and en."verifiedAt" is not null))::int as "notOperating"
    from "Vacancy" v join "Enterprise" en on en.id = v."enterpriseId" where v."batchId" = ${batchId}`;
  return row ?? { waiting: 0, returned: 0, pastDeadline: 0, notOperating: 0 };
}

/** A batch beside others: persons in all and by group. */
export type ComparedBatch = {
  id: number;
  year: number;
  no: number;
  month: number;
  vacancies: number;
  enterprises: number;
  headcount: number;
  byPositionGroup: Record<PositionGroup, number>;
};

/** The published batches before a batch (by window), newest first; without `before`, the newest. */
export async function earlierBatches(limit: number, before?: Day): Promise<ComparedBatch[]> {
  const rows = await db().$queryRaw<(Omit<ComparedBatch, "byPositionGroup"> & Record<PositionGroup, number>)[]>`
    select b.id, b.year, b.no, b.month, count(*)::int as vacancies, count(distinct e."enterpriseId")::int as enterprises,
      sum(e.headcount)::int as headcount,
      coalesce(sum(e.headcount) filter (where e."positionGroup" = 'MANAGER'), 0)::int as "MANAGER",
      coalesce(sum(e.headcount) filter (where e."positionGroup" = 'HIGH_TECHNICAL'), 0)::int as "HIGH_TECHNICAL",
      coalesce(sum(e.headcount) filter (where e."positionGroup" = 'MID_TECHNICAL'), 0)::int as "MID_TECHNICAL",
      coalesce(sum(e.headcount) filter (where e."positionGroup" = 'OTHER'), 0)::int as "OTHER"
    from (select * from "VacancyBatch" where status in ('PUBLISHED', 'CLOSED')
      ${before ? Prisma.sql`and "collectFrom" < ${before}::date` : Prisma.empty}
      order by "collectFrom" desc limit ${limit}) b
    join "BatchEntry" e on e."batchId" = b.id
    group by b.id, b.year, b.no, b.month, b."collectFrom" order by b."collectFrom" desc`;
  return rows.map(({ MANAGER, HIGH_TECHNICAL, MID_TECHNICAL, OTHER, ...row }) => ({
    ...row,
    byPositionGroup: { MANAGER, HIGH_TECHNICAL, MID_TECHNICAL, OTHER },
  }));
}

const lineNow = Prisma.sql`jsonb_build_object('status', v.status, 'filledCount', v."filledCount", 'deadline', v.deadline,
  'withdrawalNote', case when v.status = 'WITHDRAWN' then v."withdrawalNote" end) as now`;

/** Lines of a published batch in their printed order, after a position; fewer than `limit` means the end. */
export function batchLines(
  batchId: number,
  options: { after?: number; limit: number },
  tx: Pick<Tx, "$queryRaw"> = db(),
): Promise<BatchLine[]> {
  return tx.$queryRaw<BatchLine[]>`
    select e.position, e.content, ${lineNow}
    from "BatchEntry" e join "Vacancy" v on v.id = e."vacancyId"
    where e."batchId" = ${batchId} and e.position > ${options.after ?? 0}
    order by e.position limit ${options.limit}`;
}

/** Lines that are not any more what was published: filled (in part), withdrawn, extended or with another contact. That a
 * listing ends on its published day is no change. */
export function changedLines(batchId: number, options: { after?: number; limit: number }): Promise<ChangedLine[]> {
  return db().$queryRaw`
    select e.position, e.content, ${lineNow},
      jsonb_build_object('contactName', v."contactName", 'contactPhone', v."contactPhone", 'contactEmail', v."contactEmail") as contact
    from "BatchEntry" e join "Vacancy" v on v.id = e."vacancyId"
    where e."batchId" = ${batchId} and e.position > ${options.after ?? 0}
      and (v.status in ('FILLED', 'WITHDRAWN') or v."filledCount" > 0 or v.deadline::text is distinct from e.content->>'deadline'
        or v."contactName" is distinct from e.content->>'contactName'
        or v."contactPhone" is distinct from e.content->>'contactPhone'
        or v."contactEmail" is distinct from e.content->>'contactEmail')
    order by e.position limit ${options.limit}`;
}
