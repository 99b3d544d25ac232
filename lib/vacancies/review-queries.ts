import type { Day } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { vietnameseOrder } from "@/lib/db/order";
import { contentOf, contentSelect } from "./content";
import { findingsOfMany } from "./facts-queries";
import type { Finding } from "./findings";
import type { QueueQuery, Tab } from "./review-schema";
import type { VacancyContent } from "./schema";

export type Holder = { id: number; fullName: string };

/** A row of the reviewers' queue; instants as ISO text. */
export type QueueItem = {
  id: number;
  version: number;
  status: VacancyStatus;
  content: VacancyContent;
  enterprise: { id: number; nameVi: string; nameEn: string | null };
  park: { shortNameVi: string; shortNameEn: string };
  batch: { id: number; no: number; month: number; year: number } | null;
  submissionNo: number;
  /** Persons asked for in the submission before; null at the first one. */
  headcountBefore: number | null;
  /** How many fields differ from the submission before. */
  changedFields: number;
  holder: Holder | null;
  /** Since when it is held, or waits for somebody. */
  since: string;
  findings: Finding[];
};

const inTab = (tab: Tab, userId: number): Prisma.Sql =>
  ({
    waiting: Prisma.sql`v.status = 'SUBMITTED'`,
    mine: Prisma.sql`v.status = 'SUBMITTED' and v."assignedToId" = ${userId}`,
    returned: Prisma.sql`v.status = 'RETURNED'`,
    approved: Prisma.sql`v.status = 'APPROVED'`,
  })[tab];

function condition(query: QueueQuery, userId: number): Prisma.Sql {
  const parts = [inTab(query.tab, userId)];
  if (query.park) parts.push(Prisma.sql`v."parkId" = ${query.park}`);
  if (query.batch) parts.push(Prisma.sql`v."batchId" = ${query.batch}`);
  if (query.group) parts.push(Prisma.sql`v."positionGroup" = ${query.group}::"PositionGroup"`);
  if (query.holder === "none") parts.push(Prisma.sql`v."assignedToId" is null`);
  else if (query.holder) parts.push(Prisma.sql`v."assignedToId" = ${query.holder}`);
  for (const word of query.q ? fold(query.q).split(" ").slice(0, 8) : [])
    parts.push(Prisma.sql`position(${word} in vi_norm(concat_ws(' ', v."titleVi", v."titleEn",
      (select concat_ws(' ', e."nameVi", e."nameEn", e."taxCode") from "Enterprise" e where e.id = v."enterpriseId")))) > 0`);
  return Prisma.join(parts, " and ");
}

function order({ sort, dir }: QueueQuery): Prisma.Sql {
  const down = dir === "desc" ? Prisma.sql`desc` : Prisma.sql`asc`;
  const by = {
    since: Prisma.sql`v."submittedAt" ${down}`,
    headcount: Prisma.sql`v.headcount ${down}`,
    wage: Prisma.sql`coalesce(v."wageMin", v."wageMax") ${down} nulls last`,
    title: Prisma.sql`v."titleVi" ${vietnameseOrder} ${down}`,
  }[sort];
  return Prisma.sql`${by}, v.id ${down}`;
}

/** The statement that finds a page of the queue: ids in order, and how many there are in all. */
export const queueStatement = (query: QueueQuery, userId: number, limit: number, offset: number): Prisma.Sql =>
  Prisma.sql`select v.id, (count(*) over ())::int as total from "Vacancy" v
    where ${condition(query, userId)} order by ${order(query)} limit ${limit} offset ${offset}`;

/** More than ever wait at once; a filter by findings looks at no more than this. */
const atMost = 2_000;

const worstOf = (findings: Finding[]): Finding["severity"] | "none" => findings[0]?.severity ?? "none";

/**
 * A page of the queue with its findings as of a day. Filters, order and paging are done in SQL; the filter by findings
 * (which are computed, not stored) judges all rows that the other filters leave.
 */
export async function reviewQueue(
  query: QueueQuery,
  userId: number,
  today: Day,
): Promise<{ items: QueueItem[]; total: number }> {
  const offset = (query.page - 1) * query.size;
  const judged = query.finding !== undefined;
  const found = await db().$queryRaw<{ id: number; total: number }[]>(
    queueStatement(query, userId, judged ? atMost : query.size, judged ? 0 : offset),
  );
  const items = await queueItems(
    found.map(({ id }) => id),
    today,
  );
  if (!judged) return { items, total: found[0]?.total ?? 0 };
  const fitting = items.filter(({ findings }) => worstOf(findings) === query.finding);
  return { items: fitting.slice(offset, offset + query.size), total: fitting.length };
}

/** Rows of the queue by id, in the order asked; a fixed number of queries. */
export async function queueItems(ids: number[], today: Day): Promise<QueueItem[]> {
  if (ids.length === 0) return [];
  const [rows, before] = await Promise.all([
    db().vacancy.findMany({
      where: { id: { in: ids } },
      select: {
        ...contentSelect,
        id: true,
        version: true,
        status: true,
        enterpriseId: true,
        submissionNo: true,
        submittedAt: true,
        assignedAt: true,
        updatedAt: true,
        enterprise: { select: { id: true, nameVi: true, nameEn: true } },
        park: { select: { shortNameVi: true, shortNameEn: true } },
        batch: { select: { id: true, no: true, month: true, year: true } },
        assignedTo: { select: { id: true, fullName: true } },
      },
    }),
    db().$queryRaw<{ id: number; headcount: number; changed: number }[]>`
      select v.id, (b.content->>'headcount')::int as headcount,
        (select count(*)::int from jsonb_each(a.content) field where b.content->field.key is distinct from field.value) as changed
      from "Vacancy" v join "VacancyVersion" a on a."vacancyId" = v.id and a.no = v."submissionNo"
      join "VacancyVersion" b on b."vacancyId" = v.id and b.no = v."submissionNo" - 1
      where v.id = any(${ids})`,
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  const ordered = ids.flatMap((id) => found.get(id) ?? []);
  const judged = ordered.map((row) => ({ ...row, content: contentOf(row) }));
  const findings = await findingsOfMany(db(), judged, today);
  const earlier = new Map(before.map((row) => [row.id, row]));
  return judged.map((row, index) => ({
    id: row.id,
    version: row.version,
    status: row.status,
    content: row.content,
    enterprise: row.enterprise,
    park: row.park,
    batch: row.batch,
    submissionNo: row.submissionNo,
    headcountBefore: earlier.get(row.id)?.headcount ?? null,
    changedFields: earlier.get(row.id)?.changed ?? 0,
    holder: row.assignedTo,
    since: (row.assignedAt ?? row.submittedAt ?? row.updatedAt).toISOString(),
    findings: findings[index] ?? [],
  }));
}

/** How many stand in each view of the queue. */
export async function queueCounts(userId: number): Promise<Record<Tab, number>> {
  const [row] = await db().$queryRaw<Record<Tab, number>[]>`
    select count(*) filter (where v.status = 'SUBMITTED')::int as waiting,
      count(*) filter (where v.status = 'SUBMITTED' and v."assignedToId" = ${userId})::int as mine,
      count(*) filter (where v.status = 'RETURNED')::int as returned,
      count(*) filter (where v.status = 'APPROVED')::int as approved
    from "Vacancy" v where v.status in ('SUBMITTED', 'RETURNED', 'APPROVED')`;
  return row ?? { waiting: 0, mine: 0, returned: 0, approved: 0 };
}

/** What the queue can be narrowed to: parks and batches with something in review, and who may hold a vacancy. */
export async function queueChoices() {
  const inReview = { some: { status: { in: ["SUBMITTED", "RETURNED", "APPROVED"] satisfies VacancyStatus[] } } };
  const [parks, batches, reviewers] = await Promise.all([
    db().industrialPark.findMany({
      where: { vacancies: inReview },
      orderBy: { nameVi: "asc" },
      select: { id: true, shortNameVi: true, shortNameEn: true },
    }),
    db().vacancyBatch.findMany({
      where: { vacancies: inReview },
      orderBy: { collectFrom: "desc" },
      select: { id: true, no: true, month: true, year: true },
    }),
    db().user.findMany({
      where: { staffRole: { in: ["LABOUR_OFFICER", "LABOUR_HEAD"] }, disabledAt: null },
      orderBy: { fullName: "asc" },
      select: { id: true, fullName: true },
    }),
  ]);
  return { parks, batches, reviewers };
}

/** A person's saved filters of a list. */
export const savedFilters = (userId: number, list: string) =>
  db().savedFilter.findMany({
    where: { userId, list },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
  });
