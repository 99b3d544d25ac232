import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { ApprovalState } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { totalsOf } from "./approval-held-commands";
import { unreleasedRates } from "./approval-rate-queries";
import { capacityIn } from "./chain";
import { standingOf } from "./delegation-queries";
import { type ApprovalMove, type ApprovalParty, approvalWorkflow } from "./workflow";

export const listsPerPage = 30;
const person = { select: { id: true, fullName: true } } as const;
const people = {
  createdBy: person,
  proposedBy: person,
  checkedBy: person,
  checkedFor: person,
  approvedBy: person,
  approvedFor: person,
} as const;

/** Lists in a state, latest first. */
export async function approvalLists(state: ApprovalState, page: number) {
  const where = { state };
  const [rows, total] = await Promise.all([
    db().approvalList.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * listsPerPage,
      take: listsPerPage,
      include: { ...people, document: { include: { register: true } } },
    }),
    db().approvalList.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, amount: Number(row.amount) })), total };
}

/** Lists that dossiers can still be put into, latest first. */
export const gatheringLists = (): Promise<{ id: number; version: number; title: string }[]> =>
  db().approvalList.findMany({
    where: { state: "GATHERING" },
    orderBy: { id: "desc" },
    take: 100,
    select: { id: true, version: true, title: true },
  });

/** How many lists stand in each state. */
export async function listCounts(): Promise<Partial<Record<ApprovalState, number>>> {
  const groups = await db().approvalList.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

export const dossiersPerPage = 50;

/** A list with a page of its dossiers and the totals as they stand now; null where there is none. */
export async function approvalList(id: number, page: number) {
  const row = await db().approvalList.findUnique({
    where: { id },
    include: {
      ...people,
      document: { include: { register: true } },
      acts: { orderBy: { id: "desc" }, include: { byUser: person, forUser: person } },
    },
  });
  if (!row) return null;
  const where = { approvalListId: id };
  const [totals, dossiers, count, rates] = await Promise.all([
    totalsOf(db(), id),
    db().subsidyDossier.findMany({
      where,
      orderBy: [{ code: "asc" }],
      skip: (page - 1) * dossiersPerPage,
      take: dossiersPerPage,
      select: {
        ...{ id: true, code: true, state: true, groupCode: true, persons: true, documentId: true },
        organisation: { select: { nameVi: true, nameEn: true } },
        course: { select: { programme: true } },
        document: { include: { register: true } },
        people: { where: { decision: "ACCEPTED" }, select: { amount: true } },
      },
    }),
    db().subsidyDossier.count({ where }),
    row.state === "APPROVED" ? [] : unreleasedRates(db(), id),
  ]);
  return {
    ...row,
    totals,
    dossiers: dossiers.map(({ people: accepted, ...dossier }) => ({
      ...dossier,
      accepted: accepted.length,
      amount: accepted.reduce((sum, one) => sum + Number(one.amount), 0),
    })),
    count,
    rates,
  };
}
export type ShownList = NonNullable<Awaited<ReturnType<typeof approvalList>>>;

const parties: readonly ApprovalParty[] = ["officer", "head", "leader"];

/** The acts that somebody may make on a list today, in their own name or as a deputy. */
export async function actsFor(
  me: Person,
  list: Pick<ShownList, "state" | "proposedById" | "checkedById" | "checkedForId">,
  now: Date,
): Promise<ApprovalMove[]> {
  const standing = await standingOf(db(), me.userId, dayOf(now));
  return parties.flatMap((party) =>
    capacityIn(party, list, me, standing).ok ? approvalWorkflow.allowed(list.state, party) : [],
  );
}
