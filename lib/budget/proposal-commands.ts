import { dayToDate } from "@/lib/core/day";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { BudgetProposal } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { applyProposal } from "./apply-commands";
import { yearFor } from "./ledger-commands";
import { decidedProposal, type NewProposal, newProposal, withdrawnProposal } from "./schema";

const wrongField = (field: string, code: string) => refuse("invalid_input", { fields: [{ path: [field], code }] });

/**
 * Writes a proposal on a year's money: it moves nothing before a leader has approved it. The year is opened where there is
 * none yet. Open money is carried to the following year.
 */
export async function proposeMove(
  { tx, actor, now }: Pick<Context<unknown>, "tx" | "actor" | "now">,
  input: NewProposal,
): Promise<Result<{ id: number; budgetYearId: number; version: number }>> {
  const { policyId, year, kind, amount, document, documentOn, note } = input;
  if ((await tx.supportPolicy.count({ where: { id: policyId } })) === 0) return wrongField("policyId", "choice");
  const budgetYearId = await yearFor(tx, policyId, year);
  const target = kind === "CARRY_OVER" ? year + 1 : kind === "TRANSFER" ? input.toYear : null;
  const toYearId = target === null ? null : await yearFor(tx, policyId, target);
  const { id, version } = await tx.budgetProposal.create({
    data: {
      ...{ budgetYearId, kind, toYearId, document, note, proposedById: userIdOf(actor), proposedAt: now },
      ...{ amount: kind === "CARRY_OVER" ? null : amount, documentOn: dayToDate(documentOn) },
    },
    select: { id: true, version: true },
  });
  return ok({ id, budgetYearId, version });
}

/** The office proposes money of a year: allocated, reduced, moved to another year, given back. */
export const proposeBudget = command({
  name: "budget.propose",
  input: newProposal,
  may: permissions.proposeBudget,
  run: async (context) => {
    const made = await proposeMove(context, context.input);
    if (made.ok) context.about({ type: "budgetYear", id: made.value.budgetYearId }, { proposal: made.value.id });
    return made;
  },
});

/** A proposal that waits, its row locked. Refuses `not_found`, `changed_meanwhile`, `not_allowed_now`. */
async function waiting({
  tx,
  input,
  about,
}: Context<{ id: number; version: number }>): Promise<{ ok: true; row: BudgetProposal } | Refusal> {
  await tx.$executeRaw`select 1 from "BudgetProposal" where id = ${input.id} for update`;
  const row = await tx.budgetProposal.findUnique({ where: { id: input.id } });
  if (!row) return refuse("not_found");
  about({ type: "budgetYear", id: row.budgetYearId }, { proposal: row.id });
  if (row.version !== input.version) return refuse("changed_meanwhile");
  return row.state === "PROPOSED" ? { ok: true, row } : refuse("not_allowed_now");
}

/**
 * A leader approves a proposal, and the money moves in the same transaction, or refuses it with the reason. Refuses
 * `own_proposal` to whoever proposed it, and what `applyProposal` refuses.
 */
export const decideBudget = command({
  name: "budget.decide",
  input: decidedProposal,
  may: permissions.decideBudget,
  patience: 120_000,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await waiting(context);
    if (!held.ok) return held;
    const { row } = held;
    const decidedById = userIdOf(actor);
    if (row.proposedById === decidedById) return refuse("own_proposal");
    const applied = input.decision === "APPROVED" ? await applyProposal(context, row) : null;
    if (applied && !applied.ok) return applied;
    const { version } = await tx.budgetProposal.update({
      where: { id: row.id },
      data: {
        ...{ state: input.decision, decidedById, decidedAt: now, decisionNote: input.note },
        ...(applied && { amount: applied.value.amount }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    return ok({ id: row.id, version });
  },
});

/** The office takes a proposal back before it is decided. */
export const withdrawBudget = command({
  name: "budget.withdraw",
  input: withdrawnProposal,
  may: permissions.proposeBudget,
  run: async (context) => {
    const held = await waiting(context);
    if (!held.ok) return held;
    const { version } = await context.tx.budgetProposal.update({
      where: { id: held.row.id },
      data: {
        ...{ state: "WITHDRAWN", decidedById: userIdOf(context.actor), decidedAt: context.now },
        version: { increment: 1 },
      },
      select: { version: true },
    });
    return ok({ id: held.row.id, version });
  },
});
