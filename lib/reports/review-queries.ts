import { z } from "zod";
import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState, StaffRole } from "@/lib/db/generated/enums";
import { reportingUnits, unitOf } from "@/lib/deadlines/unit";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { searchWords } from "@/lib/organisations/list";
import { type SubmissionVersion, submissionsOf } from "./owed-queries";
import { readableReports } from "./scope-queries";

export const reviewPerPage = 50;

/** Filters of the list as they stand in an address; what cannot be read is left out. */
export const reviewQuery = z.object({
  state: z.enum(["OWED", "DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "EXCUSED"]).catch("SUBMITTED"),
  obligation: z.coerce.number().int().positive().optional().catch(undefined),
  period: z.coerce.number().int().positive().optional().catch(undefined),
  park: z.coerce.number().int().positive().optional().catch(undefined),
  /** Another unit that reads, or all of them, for whoever oversees; without it one's own. */
  reviewer: z
    .enum([...reportingUnits, "all"])
    .optional()
    .catch(undefined),
  /** Only those that came late, or are late. */
  late: z.literal("yes").optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ReviewQuery = z.output<typeof reviewQuery>;

export type ReviewRow = {
  id: number;
  version: number;
  organisationId: number | null;
  who: string | null;
  unit: StaffRole | null;
  parkVi: string | null;
  parkEn: string | null;
  obligationVi: string;
  obligationEn: string;
  reviewer: StaffRole;
  slot: string;
  dueOn: Day;
  state: AssignmentState;
  submittedAt: Date | null;
  daysLate: number | null;
  nil: boolean | null;
  /** More time is asked for. */
  asked: boolean;
};

/** Obligations of the units that the actor asks for and may: one's own, unless one oversees all. */
function ofReviewer(actor: Actor, asked: ReviewQuery["reviewer"]): Prisma.Sql {
  const own = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  const unit = permissions.overseeReports(actor) ? (asked ?? own) : own;
  if (unit === null) return Prisma.sql`false`;
  return unit === "all" ? Prisma.sql`true` : Prisma.sql`ob.reviewer = ${unit}::"StaffRole"`;
}

/** The statement behind a page of the list, and the one that counts it; apart, so that a test can ask how it would be run. */
export function reviewStatements(
  actor: Actor,
  query: ReviewQuery,
  today: Day,
): { page: Prisma.Sql; count: Prisma.Sql } {
  const where = conditions(actor, query, today);
  const order = query.state === "SUBMITTED" ? Prisma.sql`a."submittedAt", a.id` : Prisma.sql`a."dueOn" desc, a.id`;
  return {
    page: Prisma.sql`
      select a.id, a.version, a."organisationId", o."nameVi" as who, a.unit, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
        ob."nameVi" as "obligationVi", ob."nameEn" as "obligationEn", ob.reviewer, p.slot, a."dueOn", a.state, a."submittedAt", a."daysLate",
        (select s.nil from "ReportSubmission" s where s."assignmentId" = a.id order by s.no desc limit 1) as nil,
        exists (select 1 from "DueExtension" x where x."assignmentId" = a.id and x.state = 'REQUESTED') as asked
      ${from} where ${where} order by ${order} limit ${reviewPerPage} offset ${(query.page - 1) * reviewPerPage}`,
    count: Prisma.sql`select count(*)::int as total ${from} where ${where}`,
  };
}

function conditions(actor: Actor, query: ReviewQuery, today: Day): Prisma.Sql {
  const all = [ofReviewer(actor, query.reviewer), Prisma.sql`a.state = ${query.state}::"AssignmentState"`];
  // What is still to come is listed from the day on which it can be answered.
  if (["OWED", "DRAFT"].includes(query.state)) all.push(Prisma.sql`p."opensOn" <= ${today}::date`);
  if (query.obligation) all.push(Prisma.sql`p."obligationId" = ${query.obligation}`);
  if (query.period) all.push(Prisma.sql`a."periodId" = ${query.period}`);
  if (query.park) all.push(Prisma.sql`e."parkId" = ${query.park}`);
  if (query.late) all.push(Prisma.sql`(a."daysLate" > 0 or a."submittedAt" is null and a."dueOn" < ${today}::date)`);
  for (const word of query.q ? searchWords(query.q) : [])
    all.push(Prisma.sql`(e."searchText" like ${`%${word}%`} or vi_norm(o."nameVi") like ${`%${word}%`})`);
  return Prisma.join(all, " and ");
}

const from = Prisma.sql`
  from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId" join "Obligation" ob on ob.id = p."obligationId"
  left join "Organisation" o on o.id = a."organisationId" left join "Enterprise" e on e.id = a."organisationId"
  left join "IndustrialPark" k on k.id = e."parkId"`;

/** The reports that the actor's unit reads, those that came first before; the others by due day. */
export async function reviewPage(
  actor: Actor,
  query: ReviewQuery,
  now: Date,
): Promise<{ rows: ReviewRow[]; total: number }> {
  const { page, count } = reviewStatements(actor, query, dayOf(now));
  const [rows, counted] = await Promise.all([
    db().$queryRaw<(Omit<ReviewRow, "dueOn"> & { dueOn: Date })[]>(page),
    db().$queryRaw<{ total: number }[]>(count),
  ]);
  return { rows: rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) })), total: counted[0]?.total ?? 0 };
}

/** What the filters offer: the obligations that the actor's unit reads, and all of them for whoever oversees reports. */
export async function reviewChoices(actor: Actor) {
  const unit = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  if (!unit) return [];
  return db().obligation.findMany({
    where: { state: { not: "DRAFT" }, ...(!permissions.overseeReports(actor) && { reviewer: unit }) },
    select: { id: true, nameVi: true, nameEn: true },
    orderBy: { nameVi: "asc" },
  });
}

const detail = {
  organisation: { select: { id: true, kind: true, nameVi: true, nameEn: true } },
  period: {
    include: {
      obligation: { select: { id: true, nameVi: true, nameEn: true, citation: true, quote: true, reviewer: true } },
    },
  },
  extensions: { orderBy: { id: "desc" }, include: { requestedBy: { select: { fullName: true } } } },
} satisfies Prisma.ReportAssignmentInclude;

export type ReviewedReport = Prisma.ReportAssignmentGetPayload<{ include: typeof detail }> & {
  submissions: SubmissionVersion[];
};

/** A report that the actor may read, with all versions; null where it is another unit's and the actor oversees none. */
export async function reviewedReport(actor: Actor, id: number): Promise<ReviewedReport | null> {
  const row = await db().reportAssignment.findFirst({
    where: { AND: [{ id }, readableReports(actor)] },
    include: detail,
  });
  return row && { ...row, submissions: await submissionsOf(id) };
}
