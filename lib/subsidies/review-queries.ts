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
const all = (conditions: readonly Prisma.Sql[]) => Prisma.join([...conditions], " and ");
const byDue = (tab: QueueTab) => tab === "open" || tab === "chain";

/**
 * Applicants whose name or tax code bears all of the words. Enterprises have a text made for it; names are folded for the few others
 * alone, hence the fence (`offset 0`).
 */
const applicantsOf = (words: readonly string[]): Prisma.Sql => Prisma.sql`
  select e.id from "Enterprise" e where ${all(words.map((word) => Prisma.sql`e."searchText" like ${word}`))}
  union all
  select o.id from (
    select o.id, o."nameVi" from "Organisation" o where not exists (select 1 from "Enterprise" e where e.id = o.id) offset 0) o
  where ${all(words.map((word) => Prisma.sql`vi_norm(o."nameVi") like ${word}`))}`;

/**
 * Dossiers of which each word stands in the number, the note or the applicant's name: those that the name answers alone, and those
 * that bear a word themselves (found first, hence the fence). Apart, since a condition on both texts has no index.
 */
function bearing(words: readonly string[]): Prisma.Sql {
  const own = words.map((word) => Prisma.sql`x."searchText" like ${word}`);
  const each = words.map((word, at) => Prisma.sql`(${own[at]} or x."organisationId" in (${applicantsOf([word])}))`);
  return Prisma.sql`
    select x.id from "SubsidyDossier" x where x."organisationId" in (${applicantsOf(words)})
    union all
    select x.id from (select * from "SubsidyDossier" x where ${Prisma.join(own, " or ")} offset 0) x
    ${words.length > 1 ? Prisma.sql`where ${all(each)}` : Prisma.empty}`;
}

function conditions(query: DossierQueueQuery, userId: number, today: Day): Prisma.Sql {
  const narrowed = [inTab[query.tab]];
  if (query.group) narrowed.push(Prisma.sql`d."groupCode" = ${query.group}`);
  if (query.park)
    narrowed.push(Prisma.sql`d."organisationId" in (select e.id from "Enterprise" e where e."parkId" = ${query.park})`);
  if (query.organisation) narrowed.push(Prisma.sql`d."organisationId" = ${query.organisation}`);
  if (query.holder === "none") narrowed.push(Prisma.sql`d."assignedToId" is null`);
  else if (query.holder === "some") narrowed.push(Prisma.sql`d."assignedToId" is not null`);
  else if (query.holder !== undefined)
    narrowed.push(Prisma.sql`d."assignedToId" = ${query.holder === "me" ? userId : query.holder}`);
  if (query.label) narrowed.push(Prisma.sql`d.labels @> array[${query.label}]`);
  if (query.overdue) narrowed.push(Prisma.sql`d."dueOn" < ${today}::date`);
  const words = query.q ? searchWords(query.q).map((word) => `%${word}%`) : [];
  if (words.length > 0) narrowed.push(Prisma.sql`d.id in (${bearing(words)})`);
  return all(narrowed);
}

/** The statements behind a page of the queue; apart, so that a test can ask how they would be run. */
export function queueStatements(query: DossierQueueQuery, userId: number, today: Day) {
  const where = conditions(query, userId, today);
  const order = byDue(query.tab) ? Prisma.sql`d."dueOn", d.id` : Prisma.sql`d."submittedAt" desc, d.id`;
  return {
    // The page's ids first, from the index alone where nothing else is asked; what is told of them is looked up for these.
    page: Prisma.sql`
      with page as materialized (
        select d.id from "SubsidyDossier" d where ${where}
        order by ${order} limit ${queuePerPage} offset ${(query.page - 1) * queuePerPage})
      select d.id, d.version, d.code, d.state::text, d."organisationId", o."nameVi" as organisation, d."groupCode", d.persons,
        d.stopped, d.amount, d."submittedAt", d."dueOn", d."daysLeft", d."assignedToId" as "holderId", d."assignedAt", d.labels,
        d."currentNo", c.programme, u."fullName" as holder, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
        (select count(*)::int from "DossierPerson" p where p."dossierId" = d.id and p.decision = 'PENDING') as undecided
      from page join "SubsidyDossier" d on d.id = page.id join "Organisation" o on o.id = d."organisationId"
        join "TrainingCourse" c on c.id = d."courseId" left join "Enterprise" e on e.id = d."organisationId"
        left join "User" u on u.id = d."assignedToId" left join "IndustrialPark" k on k.id = e."parkId"
      order by ${order}`,
    count: Prisma.sql`select count(*)::int as total from "SubsidyDossier" d where ${where}`,
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
