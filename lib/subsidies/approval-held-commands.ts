import { dayOf } from "@/lib/core/day";
import { type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import type { Context } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import type { DossierState } from "@/lib/db/generated/enums";
import { userIdOf } from "@/lib/identity/actor";
import type { ListTotals } from "./approval-schema";
import { type Capacity, capacityIn } from "./chain";
import { standingOf } from "./delegation-queries";
import { type ApprovalMove, type ApprovalParty, approvalWorkflow, type DossierMove, dossierWorkflow } from "./workflow";

export type HeldList = Prisma.ApprovalListGetPayload<object>;

/** A dossier that was withdrawn, or sent back to the applicant, is no longer part of the list that it stood in. */
const counting = Prisma.sql`d.state in ('IN_REVIEW', 'PROPOSED', 'CHECKED', 'APPROVED', 'REFUSED')`;

/** What a list holds, as its persons stand now: the sum of what was accepted. */
export async function totalsOf(tx: Tx, listId: number): Promise<ListTotals> {
  const [row] = await tx.$queryRaw<{ dossiers: number; persons: number; amount: bigint }[]>`
    select count(distinct d.id)::int as dossiers, count(p.id)::int as persons, coalesce(sum(p.amount), 0)::bigint as amount
    from "SubsidyDossier" d left join "DossierPerson" p on p."dossierId" = d.id and p.decision = 'ACCEPTED'
    where d."approvalListId" = ${listId} and ${counting}`;
  return { dossiers: row?.dossiers ?? 0, persons: row?.persons ?? 0, amount: Number(row?.amount ?? 0) };
}

/** Writes down what a list holds after it was changed. */
export async function countAgain(tx: Tx, listId: number): Promise<ListTotals> {
  const totals = await totalsOf(tx, listId);
  const { dossiers: dossierCount, persons, amount } = totals;
  await tx.approvalList.update({ where: { id: listId }, data: { dossierCount, persons, amount } });
  return totals;
}

/** The list that a command is about, locked until it ends, with its dossiers. Says it to the trail. */
export async function heldList(
  { tx, about }: Context<unknown>,
  target: { id: number; version: number },
): Promise<{ ok: true; row: HeldList } | Refusal> {
  await tx.$executeRaw`select 1 from "ApprovalList" where id = ${target.id} for update`;
  const row = await tx.approvalList.findUnique({ where: { id: target.id } });
  if (!row) return refuse("not_found");
  about({ type: "approvalList", id: row.id });
  if (row.version !== target.version) return refuse("changed_meanwhile");
  // In one order for everybody, so that two never wait in a circle.
  await tx.$executeRaw`select 1 from "SubsidyDossier" where "approvalListId" = ${row.id} order by id for update`;
  return { ok: true, row };
}

const sameTotals = (a: ListTotals, b: ListTotals) =>
  a.dossiers === b.dossiers && a.persons === b.persons && a.amount === b.amount;

/**
 * A list before an act of the chain: the actor has the capacity, the state allows it, and the totals are those that stood
 * in sight. Refuses `forbidden`, `same_person`, `not_allowed_now`, `changed_meanwhile`.
 */
export async function listForAct(
  context: Context<{ id: number; version: number; seen: ListTotals }>,
  party: ApprovalParty,
  move: ApprovalMove,
): Promise<{ ok: true; row: HeldList; capacity: Capacity; totals: ListTotals } | Refusal> {
  const { tx, actor, input, now } = context;
  const held = await heldList(context, input);
  if (!held.ok) return held;
  const { row } = held;
  if (!approvalWorkflow.can(move, row.state, party)) return refuse("not_allowed_now");
  const person = { userId: userIdOf(actor), staffRole: actor.kind === "person" ? actor.staffRole : null };
  const allowed = capacityIn(party, row, person, await standingOf(tx, person.userId, dayOf(now)));
  if (!allowed.ok) return refuse(allowed.code);
  const totals = await totalsOf(tx, row.id);
  if (!sameTotals(totals, input.seen)) return refuse("changed_meanwhile");
  return { ok: true, row, capacity: allowed.capacity, totals };
}

/** Writes an act of the chain: the list, the act with what stood in sight, and each dossier's move. */
export async function writeAct(
  context: Context<unknown>,
  held: { row: HeldList; capacity: Capacity; totals: ListTotals },
  move: ApprovalMove,
  data: Prisma.ApprovalListUncheckedUpdateInput,
  reason?: string,
): Promise<{ id: number; version: number }> {
  const { tx, actor, now } = context;
  const { row, capacity, totals } = held;
  const version = row.version + 1;
  const { dossiers: dossierCount, persons, amount } = totals;
  await tx.approvalList.update({
    where: { id: row.id },
    data: { ...data, ...{ dossierCount, persons, amount, version }, state: approvalWorkflow.moves[move].to },
  });
  await tx.approvalAct.create({
    data: {
      ...{ listId: row.id, move, fromState: row.state, toState: approvalWorkflow.moves[move].to },
      ...{ byUserId: userIdOf(actor), forUserId: capacity.forUserId, reason: reason ?? null, persons, amount, at: now },
    },
  });
  return { id: row.id, version };
}

/**
 * Moves the dossiers of a list that its act reaches, all in two statements: a list may hold hundreds.
 *
 * @param which narrows to some of the list's dossiers (alias `d`)
 * @returns ids of those that were moved
 */
export async function moveDossiers(
  { tx, actor, now }: Context<unknown>,
  listId: number,
  move: DossierMove,
  act: { forUserId: number | null; reason?: string | undefined },
  which: Prisma.Sql = Prisma.sql`true`,
): Promise<number[]> {
  const { from, to } = dossierWorkflow.moves[move];
  const [fromState] = from as readonly DossierState[];
  if (!fromState) throw new Error(`${move} comes from nowhere`);
  const decided = move === "approve" || move === "refuse";
  const moved = await tx.$queryRaw<{ id: number; currentNo: number }[]>`
    update "SubsidyDossier" d set state = ${to}::"DossierState", version = d.version + 1, "updatedAt" = ${now},
      "editingById" = null, "editingUntil" = null
      ${decided ? Prisma.sql`, "decidedAt" = ${now}, "dueOn" = null, "daysLeft" = null` : Prisma.empty}
    where d."approvalListId" = ${listId} and d.state = ${fromState}::"DossierState" and ${which}
    returning d.id, d."currentNo"`;
  await tx.dossierEvent.createMany({
    data: moved.map(({ id, currentNo }) => ({
      ...{ dossierId: id, move, fromState, toState: to, versionNo: currentNo },
      ...{ byUserId: userIdOf(actor), forUserId: act.forUserId, reason: act.reason ?? null, at: now },
    })),
  });
  return moved.map(({ id }) => id);
}
