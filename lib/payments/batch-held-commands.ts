import { type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import type { Context } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import type { PaymentTotals } from "./schema";
import { type PaymentMove, type PaymentParty, paymentWorkflow } from "./workflow";

export type HeldPayments = Prisma.PaymentBatchGetPayload<object>;

/** The batch that a command is about, locked until it ends. */
export async function heldPayments(
  { tx, about }: Context<unknown>,
  seen: { id: number; version: number },
): Promise<{ ok: true; row: HeldPayments } | Refusal> {
  await tx.$executeRaw`select 1 from "PaymentBatch" where id = ${seen.id} for update`;
  const row = await tx.paymentBatch.findUnique({ where: { id: seen.id } });
  if (!row) return refuse("not_found");
  about({ type: "paymentBatch", id: row.id });
  if (row.version !== seen.version) return refuse("changed_meanwhile");
  return { ok: true, row };
}

/** A batch before an act: the state allows it, the actor has not acted in its chain before, and saw what it holds. */
export async function paymentsForAct(
  context: Context<{ id: number; version: number; seen: PaymentTotals }>,
  party: PaymentParty,
  move: PaymentMove,
): Promise<{ ok: true; row: HeldPayments } | Refusal> {
  const held = await heldPayments(context, context.input);
  if (!held.ok) return held;
  const { row } = held;
  if (!paymentWorkflow.can(move, row.state, party)) return refuse("not_allowed_now");
  const me = userIdOf(context.actor);
  if (party !== "office" && [row.proposedById, row.checkedById].includes(me)) return refuse("same_person");
  const { seen } = context.input;
  if (seen.lines !== row.lineCount || seen.amount !== Number(row.amount)) return refuse("changed_meanwhile");
  return held;
}

/** Counts what a batch holds after it was changed. */
export async function countPayments(tx: Tx, id: number): Promise<void> {
  await tx.$executeRaw`
    update "PaymentBatch" b set "lineCount" = x.lines, amount = x.amount, persons = x.persons from (
      select count(distinct l.id)::int as lines, coalesce(sum(i.amount), 0)::bigint as amount,
        count(distinct c."beneficiaryId")::int as persons
      from "PaymentLine" l join "PaymentItem" i on i."lineId" = l.id join "SupportClaim" c on c.id = i."claimId"
      where l."batchId" = ${id}) x
    where b.id = ${id}`;
}

/** Writes an act: the batch and what was done, with what stood in sight. */
export async function writePaymentAct(
  { tx, actor, now }: Context<unknown>,
  row: HeldPayments,
  move: PaymentMove,
  data: Prisma.PaymentBatchUncheckedUpdateInput,
  reason?: string,
): Promise<{ id: number; version: number }> {
  const version = row.version + 1;
  await tx.paymentBatch.update({
    where: { id: row.id },
    data: { ...data, version, state: paymentWorkflow.moves[move].to },
  });
  await tx.paymentAct.create({
    data: {
      ...{ batchId: row.id, move, byUserId: userIdOf(actor), reason: reason ?? null, at: now },
      ...{ lines: row.lineCount, amount: row.amount },
    },
  });
  return { id: row.id, version };
}
