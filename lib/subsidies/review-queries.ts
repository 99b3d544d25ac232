import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DossierState } from "@/lib/db/generated/enums";
import { searchWords } from "@/lib/organisations/list";
import { type DossierQueueQuery, type QueueTab, queuePerPage } from "./review-schema";

export type QueueRow = {
  id: number;
  version: number;
  code: string;
  state: DossierState;
  organisationId: number;
  organisation: string;
  parkVi: string | null;
  parkEn: string | null;
  groupCode: string;
  programme: string;
  persons: number;
  undecided: number;
  stopped: number;
  amount: number;
  submittedAt: Date;
  dueOn: Day | null;
  daysLeft: number | null;
  holderId: number | null;
  holder: string | null;
  assignedAt: Date | null;
  labels: string[];
  currentNo: number;
};

/** States of a view, written out: only so does the planner see that the partial index answers. */
const inTab: Record<QueueTab, Prisma.Sql> = {
  open: Prisma.sql`d.state in ('SUBMITTED', 'IN_REVIEW')`,
  correcting: Prisma.sql`d.state = 'CORRECTING'`,
  chain: Prisma.sql`d.state in ('PROPOSED', 'CHECKED')`,
  approved: Prisma.sql`d.state = 'APPROVED'`,
  // Changes that were asked for after the decision: a partial unique index holds the few that wait.
  changes: Prisma.sql`d.id in (select r."dossierId" from "DossierChangeRequest" r where r.state = 'REQUESTED')`,
  refused: Prisma.sql`d.state = 'REFUSED'`,
  // A draft that was given up was never the Authority's.
  withdrawn: Prisma.sql`d.state = 'WITHDRAWN' and d."currentNo" > 0`,
};
const byDue = (tab: QueueTab) => tab === "open" || tab === "chain";

function conditions(query: DossierQueueQuery, userId: number, today: Day): Prisma.Sql {
  const all = [inTab[query.tab]];
  if (query.group) all.push(Prisma.sql`d."groupCode" = ${query.group}`);
  if (query.park) all.push(Prisma.sql`e."parkId" = ${query.park}`);
  if (query.organisation) all.push(Prisma.sql`d."organisationId" = ${query.organisation}`);
  if (query.holder === "none") all.push(Prisma.sql`d."assignedToId" is null`);
  else if (query.holder === "some") all.push(Prisma.sql`d."assignedToId" is not null`);
  else if (query.holder !== undefined)
    all.push(Prisma.sql`d."assignedToId" = ${query.holder === "me" ? userId : query.holder}`);
  if (query.label) all.push(Prisma.sql`d.labels @> array[${query.label}]`);
  if (query.overdue) all.push(Prisma.sql`d."dueOn" < ${today}::date`);
  for (const word of query.q ? searchWords(query.q) : [])
    all.push(
      Prisma.sql`(d."searchText" like ${`%${word}%`} or e."searchText" like ${`%${word}%`} or vi_norm(o."nameVi") like ${`%${word}%`})`,
    );
  return Prisma.join(all, " and ");
}

const from = Prisma.sql`from "SubsidyDossier" d join "Organisation" o on o.id = d."organisationId"
  left join "Enterprise" e on e.id = d."organisationId"`;

/** The statements behind a page of the queue; apart, so that a test can ask how they would be run. */
export function queueStatements(query: DossierQueueQuery, userId: number, today: Day) {
  const where = conditions(query, userId, today);
  const order = byDue(query.tab) ? Prisma.sql`d."dueOn", d.id` : Prisma.sql`d."submittedAt" desc, d.id`;
  return {
    page: Prisma.sql`
      select q.*, c.programme, u."fullName" as holder, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
        (select count(*)::int from "DossierPerson" p where p."dossierId" = q.id and p.decision = 'PENDING') as undecided
      from (
        select d.id, d.version, d.code, d.state::text, d."organisationId", o."nameVi" as organisation, e."parkId", d."groupCode",
          d."courseId", d.persons, d.stopped, d.amount, d."submittedAt", d."dueOn", d."daysLeft", d."assignedToId" as "holderId",
          d."assignedAt", d.labels, d."currentNo"
        ${from} where ${where} order by ${order} limit ${queuePerPage} offset ${(query.page - 1) * queuePerPage}
      ) q join "TrainingCourse" c on c.id = q."courseId" left join "User" u on u.id = q."holderId"
        left join "IndustrialPark" k on k.id = q."parkId"
      order by ${byDue(query.tab) ? Prisma.sql`q."dueOn", q.id` : Prisma.sql`q."submittedAt" desc, q.id`}`,
    count: Prisma.sql`select count(*)::int as total ${from} where ${where}`,
  };
}

/** A page of the queue: what is to be decided first stands first. */
export async function dossierQueue(
  query: DossierQueueQuery,
  userId: number,
  today: Day,
): Promise<{ rows: QueueRow[]; total: number }> {
  const { page, count } = queueStatements(query, userId, today);
  type Raw = Omit<QueueRow, "dueOn" | "amount"> & { dueOn: Date | null; amount: bigint };
  const [rows, counted] = await Promise.all([db().$queryRaw<Raw[]>(page), db().$queryRaw<{ total: number }[]>(count)]);
  return {
    rows: rows.map((row) => ({ ...row, dueOn: row.dueOn && dateToDay(row.dueOn), amount: Number(row.amount) })),
    total: counted[0]?.total ?? 0,
  };
}

/** How many decided dossiers wait for a decision on a change. */
export const waitingChanges = (): Promise<number> => db().dossierChangeRequest.count({ where: { state: "REQUESTED" } });

export type Workload = { id: number; fullName: string; open: number; overdue: number };

/** Who examines how much: dossiers in review or with the applicant, and those that are late. Nobody's have no holder. */
export async function workloads(today: Day): Promise<Workload[]> {
  return db().$queryRaw<Workload[]>`
    select u.id, u."fullName", count(d.id)::int as open, count(d.id) filter (where d."dueOn" < ${today}::date)::int as overdue
    from "User" u left join "SubsidyDossier" d on d."assignedToId" = u.id and d.state in ('SUBMITTED', 'IN_REVIEW', 'CORRECTING')
    where u."staffRole" in ('LABOUR_OFFICER', 'LABOUR_HEAD') and u."disabledAt" is null
    group by u.id, u."fullName" order by u."fullName", u.id`;
}

/** What the queue can be narrowed to: parks, labels in use, groups of the policies. */
export async function queueChoices() {
  const [parks, labels, groups] = await Promise.all([
    db().industrialPark.findMany({
      orderBy: { nameVi: "asc" },
      select: { id: true, shortNameVi: true, shortNameEn: true },
    }),
    db().$queryRaw<{ label: string }[]>`
      select distinct unnest(labels) as label from "SubsidyDossier"
      where state in ('SUBMITTED', 'IN_REVIEW', 'PROPOSED', 'CHECKED') order by 1 limit 100`,
    db().$queryRaw<{ code: string; vi: string; en: string }[]>`
      select distinct on (g->>'code') g->>'code' as code, g->'name'->>'vi' as vi, g->'name'->>'en' as en
      from "SupportPolicyVersion" v cross join lateral jsonb_array_elements(v.definition->'groups') g
      where v.state <> 'DRAFT' order by g->>'code', v."inForceFrom" desc`,
  ]);
  return { parks, labels: labels.map(({ label }) => label), groups };
}
