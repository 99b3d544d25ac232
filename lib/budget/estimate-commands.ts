import { dayOf } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { BudgetEstimate, Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { policyInForce, policyVersion } from "@/lib/subsidies/policy-queries";
import { estimateBasis, estimateOf, firstScenarios, type Scenario, scenario } from "./estimate";
import { basisJson, gatherBasis } from "./estimate-basis-queries";
import { explainedEstimate, newEstimate, proposedEstimate, savedEstimate, seenEstimate } from "./estimate-schema";
import { type EstimateMove, type EstimateParty, estimateWorkflow } from "./estimate-workflow";
import { proposeMove } from "./proposal-commands";

type Seen = { id: number; version: number };

/** The version of a policy in force at an instant; null: none, or there is no such policy. */
async function inForce(tx: Context<unknown>["tx"], policyId: number, now: Date) {
  const policy = await tx.supportPolicy.findUnique({ where: { id: policyId }, select: { code: true } });
  return policy && policyInForce(dayOf(now), policy.code, tx);
}

/** đồng that an estimate asks for in its chosen scenario. */
async function askedIn(
  tx: Context<unknown>["tx"],
  row: Pick<BudgetEstimate, "policyVersionId" | "basis">,
  scenarios: readonly Scenario[],
  chosen: string,
): Promise<number> {
  const version = await policyVersion(row.policyVersionId, tx);
  const picked = scenarios.find(({ code }) => code === chosen);
  if (!version || !picked) throw new Error("an estimate without its policy or scenario");
  return estimateOf(version.definition, estimateBasis.parse(row.basis), picked).asked;
}

/** An estimate, its row locked. Refuses `not_found`, `changed_meanwhile`. */
async function held({ tx, input, about }: Context<Seen>): Promise<{ ok: true; row: BudgetEstimate } | Refusal> {
  await tx.$executeRaw`select 1 from "BudgetEstimate" where id = ${input.id} for update`;
  const row = await tx.budgetEstimate.findUnique({ where: { id: input.id } });
  if (!row) return refuse("not_found");
  about({ type: "estimate", id: row.id });
  return row.version === input.version ? { ok: true, row } : refuse("changed_meanwhile");
}

const isWritten = ({ state }: BudgetEstimate) => state === "DRAFT" || state === "RETURNED";

/** Changes an estimate that is being written, and what it asks for with it. */
async function rewrite(
  { tx }: Context<unknown>,
  row: BudgetEstimate,
  data: Partial<Pick<Prisma.BudgetEstimateUncheckedUpdateInput, "title" | "note" | "basisAt">> & {
    basis?: Prisma.InputJsonObject;
    policyVersionId?: number;
    scenarios?: Scenario[];
    chosen?: string;
  },
) {
  const scenarios = data.scenarios ?? scenario.array().parse(row.scenarios);
  const chosen = data.chosen ?? row.chosen;
  const basis = (data.basis ?? row.basis) as Prisma.JsonValue;
  const policyVersionId = data.policyVersionId ?? row.policyVersionId;
  const amount = await askedIn(tx, { policyVersionId, basis }, scenarios, chosen);
  return tx.budgetEstimate.update({
    where: { id: row.id },
    data: { ...data, chosen, scenarios, amount, version: { increment: 1 } },
    select: { id: true, version: true },
  });
}

/** Moves an estimate and writes the act down. Refuses `not_allowed_now`. */
async function move(
  { tx, actor, now }: Context<unknown>,
  row: BudgetEstimate,
  name: EstimateMove,
  party: EstimateParty,
  more: Prisma.BudgetEstimateUncheckedUpdateInput = {},
  reason: string | null = null,
) {
  if (!estimateWorkflow.can(name, row.state, party)) return refuse("not_allowed_now");
  const { to } = estimateWorkflow.moves[name];
  const moved = await tx.budgetEstimate.update({
    where: { id: row.id },
    data: { ...more, state: to, version: { increment: 1 } },
    select: { id: true, version: true },
  });
  await tx.budgetEstimateAct.create({
    data: {
      ...{ estimateId: row.id, move: name, fromState: row.state, toState: to, byUserId: userIdOf(actor), reason },
      ...{ amount: row.amount, at: now },
    },
  });
  return ok(moved);
}

/** The labour department begins an estimate: what is known now is gathered, with three scenarios to change. */
export const createEstimate = command({
  name: "estimates.create",
  input: newEstimate,
  may: permissions.writeEstimates,
  patience: 60_000,
  run: async ({ tx, actor, now, input, about }) => {
    const { policyId, year, kind, title, note } = input;
    const version = await inForce(tx, policyId, now);
    if (!version) return refuse("invalid_input", { fields: [{ path: ["policyId"], code: "choice" }] });
    const basis = await gatherBasis(tx, { policyId, policy: version.definition, year, at: now });
    const scenarios = firstScenarios(["Thấp", "Dự kiến", "Cao"]);
    const policyVersionId = version.versionId;
    const amount = await askedIn(tx, { policyVersionId, basis }, scenarios, "expected");
    const { id } = await tx.budgetEstimate.create({
      data: {
        ...{ policyId, policyVersionId, year, kind, title, note, basis: basisJson(basis), basisAt: now, scenarios },
        ...{ chosen: "expected", amount, createdById: userIdOf(actor), createdAt: now },
      },
      select: { id: true },
    });
    about({ type: "estimate", id });
    return ok({ id });
  },
});

/** Title, note and scenarios, and which of them is asked for. */
export const saveEstimate = command({
  name: "estimates.save",
  input: savedEstimate,
  may: permissions.writeEstimates,
  run: async (context) => {
    const found = await held(context);
    if (!found.ok) return found;
    if (!isWritten(found.row)) return refuse("not_allowed_now");
    const { title, note, scenarios, chosen } = context.input;
    return ok(await rewrite(context, found.row, { title, note, scenarios, chosen }));
  },
});

/** Gathers anew what is known, at a new cut-off and by the policy's version in force now. */
export const gatherEstimate = command({
  name: "estimates.gather",
  input: seenEstimate,
  may: permissions.writeEstimates,
  patience: 60_000,
  run: async (context) => {
    const { tx, now } = context;
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (!isWritten(row)) return refuse("not_allowed_now");
    const version = await inForce(tx, row.policyId, now);
    if (!version) return refuse("not_allowed_now");
    const basis = await gatherBasis(tx, {
      policyId: row.policyId,
      policy: version.definition,
      year: row.year,
      at: now,
    });
    return ok(
      await rewrite(context, row, { basis: basisJson(basis), basisAt: now, policyVersionId: version.versionId }),
    );
  },
});

/**
 * The head of labour hands an estimate in to the office: it is frozen as it stands. Refuses `nothing_asked` where the chosen
 * scenario costs no more than what the year has free.
 */
export const submitEstimate = command({
  name: "estimates.submit",
  input: seenEstimate,
  may: permissions.submitEstimates,
  run: async (context) => {
    const { tx, actor, now } = context;
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (row.amount === 0n) return refuse("nothing_asked");
    const moved = await move(context, row, "submit", "head", { currentNo: { increment: 1 } });
    if (!moved.ok) return moved;
    const { id: estimateId, policyVersionId, title, note, basisAt, chosen, amount } = row;
    await tx.budgetEstimateVersion.create({
      data: {
        ...{ estimateId, policyVersionId, title, note, basisAt, chosen, amount, no: row.currentNo + 1 },
        ...{ basis: row.basis as Prisma.InputJsonObject, scenarios: row.scenarios as Prisma.InputJsonArray },
        ...{ submittedById: userIdOf(actor), submittedAt: now },
      },
    });
    return moved;
  },
});

/** The head of labour gives an estimate up. */
export const withdrawEstimate = command({
  name: "estimates.withdraw",
  input: explainedEstimate,
  may: permissions.submitEstimates,
  run: async (context) => {
    const found = await held(context);
    return found.ok ? move(context, found.row, "withdraw", "head", {}, context.input.reason) : found;
  },
});

/** The office sends an estimate back to the labour department. */
export const returnEstimate = command({
  name: "estimates.return",
  input: explainedEstimate,
  may: permissions.proposeBudget,
  run: async (context) => {
    const found = await held(context);
    return found.ok ? move(context, found.row, "return", "office", {}, context.input.reason) : found;
  },
});

/** The office proposes to a leader to allocate what an estimate asks for; whose decision is `budget.decide`. */
export const proposeEstimate = command({
  name: "estimates.propose",
  input: proposedEstimate,
  may: permissions.proposeBudget,
  run: async (context) => {
    const { input } = context;
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (!estimateWorkflow.can("propose", row.state, "office")) return refuse("not_allowed_now");
    const { document, documentOn } = input;
    const proposed = await proposeMove(context, {
      ...{ policyId: row.policyId, year: row.year, kind: "ALLOCATE", toYear: null, amount: Number(row.amount) },
      ...{ document, documentOn, note: row.title },
    });
    return proposed.ok ? move(context, row, "propose", "office", { proposalId: proposed.value.id }) : proposed;
  },
});
