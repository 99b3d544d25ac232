import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { countAgain, heldList, listForAct, moveDossiers, writeAct } from "./approval-held-commands";
import { addedToList, chainAct, gatheredList, takenOut } from "./approval-schema";

/** Why a dossier cannot go into a list, or on with it; null when it can. */
export type Obstacle =
  | "not_found"
  | "not_in_review"
  | "in_other_list"
  | "undecided"
  | "corrections_open"
  | "opinions_waiting";
export type GatherOutcome = { id: number; ok: true } | { id: number; ok: false; code: Obstacle };

type Judged = {
  id: number;
  code: string;
  state: string;
  approvalListId: number | null;
  undecided: boolean;
  corrections: boolean;
  opinions: boolean;
};

/** Dossiers with what keeps them from being proposed. An opinion that is overdue no longer holds anybody up. */
async function judged(tx: Tx, ids: readonly number[], today: string): Promise<Map<number, Judged>> {
  const rows = await tx.$queryRaw<Judged[]>`
    select d.id, d.code, d.state::text, d."approvalListId",
      exists (select 1 from "DossierPerson" p where p."dossierId" = d.id and p.decision = 'PENDING') as undecided,
      exists (select 1 from "DossierCorrection" c where c."dossierId" = d.id and c.state <> 'SETTLED') as corrections,
      exists (select 1 from "DossierOpinion" o where o."dossierId" = d.id and o.verdict is null and o."dueOn" >= ${today}::date) as opinions
    from "SubsidyDossier" d where d.id = any(${[...ids]}) and d."currentNo" > 0 order by d.id for update`;
  return new Map(rows.map((row) => [row.id, row]));
}

function obstacle(row: Judged | undefined, listId: number | null): Obstacle | null {
  if (!row) return "not_found";
  if (row.state !== "IN_REVIEW") return "not_in_review";
  if (row.approvalListId !== null && row.approvalListId !== listId) return "in_other_list";
  if (row.undecided) return "undecided";
  if (row.corrections) return "corrections_open";
  return row.opinions ? "opinions_waiting" : null;
}

/** Puts those that are fit into a list; each of the others is told why it stays out. */
async function put(tx: Tx, listId: number, ids: readonly number[], now: Date): Promise<GatherOutcome[]> {
  const wanted = [...new Set(ids)];
  const rows = await judged(tx, wanted, dayOf(now));
  const outcomes = wanted.map((id): GatherOutcome => {
    const code = obstacle(rows.get(id), listId);
    return code ? { id, ok: false, code } : { id, ok: true };
  });
  const fit = outcomes.filter((one) => one.ok).map(({ id }) => id);
  await tx.subsidyDossier.updateMany({ where: { id: { in: fit } }, data: { approvalListId: listId } });
  return outcomes;
}

/** Makes a list of dossiers whose persons are all decided. Refuses `none_fit` when not one can be taken. */
export const gatherList = command({
  name: "approvals.gather",
  input: gatheredList,
  may: permissions.proposeApprovals,
  run: async ({ tx, actor, input, now, about, touches }) => {
    const { id } = await tx.approvalList.create({
      data: { title: input.title, createdById: userIdOf(actor), createdAt: now },
      select: { id: true },
    });
    about({ type: "approvalList", id });
    const outcomes = await put(tx, id, input.dossiers, now);
    const taken = outcomes.filter((one) => one.ok);
    if (taken.length === 0) return refuse("none_fit");
    touches(...taken.map((one) => ({ type: "dossier", id: one.id })));
    await countAgain(tx, id);
    return ok({ id, version: 1, outcomes });
  },
});

/** Puts further dossiers into a list that is still being gathered. */
export const addToList = command({
  name: "approvals.add",
  input: addedToList,
  may: permissions.proposeApprovals,
  run: async (context) => {
    const { tx, input, now, touches } = context;
    const held = await heldList(context, input);
    if (!held.ok) return held;
    if (held.row.state !== "GATHERING") return refuse("not_allowed_now");
    const outcomes = await put(tx, held.row.id, input.dossiers, now);
    touches(...outcomes.filter((one) => one.ok).map((one) => ({ type: "dossier", id: one.id })));
    await countAgain(tx, held.row.id);
    const { version } = await tx.approvalList.update({
      where: { id: held.row.id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    return ok({ id: held.row.id, version, outcomes });
  },
});

/** Takes a dossier out of a list that is being gathered: its persons can be decided anew. */
export const takeOutOfList = command({
  name: "approvals.takeOut",
  input: takenOut,
  may: permissions.proposeApprovals,
  run: async (context) => {
    const { tx, input, touches } = context;
    const held = await heldList(context, input);
    if (!held.ok) return held;
    if (held.row.state !== "GATHERING") return refuse("not_allowed_now");
    const { count } = await tx.subsidyDossier.updateMany({
      where: { id: input.dossierId, approvalListId: held.row.id },
      data: { approvalListId: null },
    });
    if (count === 0) return refuse("not_found");
    touches({ type: "dossier", id: input.dossierId });
    await countAgain(tx, held.row.id);
    const { version } = await tx.approvalList.update({
      where: { id: held.row.id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    return ok({ id: held.row.id, version });
  },
});

/** Gives a list up before it is proposed; its dossiers can go into another one. */
export const dissolveList = command({
  name: "approvals.dissolve",
  input: chainAct,
  may: permissions.proposeApprovals,
  run: async (context) => {
    const held = await listForAct(context, "officer", "dissolve");
    if (!held.ok) return held;
    await context.tx.subsidyDossier.updateMany({
      where: { approvalListId: held.row.id },
      data: { approvalListId: null },
    });
    return ok(await writeAct(context, held, "dissolve", {}));
  },
});

/**
 * Proposes a list (trình): every dossier is looked at once more. Refuses `undecided`, `corrections_open`,
 * `opinions_waiting`, `not_in_review` with the numbers of the dossiers (params dossiers), `empty_list`.
 */
export const proposeList = command({
  name: "approvals.propose",
  input: chainAct,
  may: permissions.proposeApprovals,
  patience: 60_000,
  run: async (context) => {
    const { tx, now, actor, touches } = context;
    const held = await listForAct(context, "officer", "propose");
    if (!held.ok) return held;
    const { row, totals } = held;
    if (totals.dossiers === 0) return refuse("empty_list");
    const members = await tx.subsidyDossier.findMany({
      where: { approvalListId: row.id, state: { notIn: ["WITHDRAWN", "CORRECTING"] } },
      select: { id: true },
    });
    const found = await judged(
      tx,
      members.map(({ id }) => id),
      dayOf(now),
    );
    const stuck = [...found.values()].flatMap((one) => {
      const code = obstacle(one, row.id);
      return code ? [{ code, dossier: one.code }] : [];
    });
    const [first] = stuck;
    if (first) {
      const same = stuck.filter(({ code }) => code === first.code).map(({ dossier }) => dossier);
      return refuse(first.code, { params: { dossiers: same.slice(0, 10).join(", "), count: same.length } });
    }
    const moved = await moveDossiers(context, row.id, "propose", { forUserId: null });
    if (moved.length !== totals.dossiers) return refuse("changed_meanwhile");
    touches(...moved.map((id) => ({ type: "dossier", id })));
    return ok(await writeAct(context, held, "propose", { proposedById: userIdOf(actor), proposedAt: now }));
  },
});
