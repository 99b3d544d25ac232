import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { countPayments, heldPayments, paymentsForAct, writePaymentAct } from "./batch-held-commands";
import { payable, termsOf } from "./payable-queries";
import { droppedLine, explainedPaymentAct, gatheredPayments, paymentAct } from "./schema";

type Due = { claimId: number; budgetYearId: number; dossierId: number; amount: number; accountId: number };

const nobody = { proposedById: null, proposedAt: null, checkedById: null, checkedAt: null };

/**
 * Gathers all that is committed, due by the policy's terms and has a confirmed account into a batch: a transfer for each
 * payee and dossier, by name of the dossier and of the payee. Two at once take different money. Refuses `nothing_payable`.
 */
export const gatherPayments = command({
  name: "payments.gather",
  input: gatheredPayments,
  may: permissions.preparePayments,
  patience: 120_000,
  run: async ({ tx, actor, now, input, about }) => {
    const { policyId, title } = input;
    // One gathers at a time: what another has gathered is seen.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`payments:${policyId}`}, 0))`;
    const terms = await termsOf(policyId, tx);
    const { id } = await tx.paymentBatch.create({
      data: { policyId, title, createdById: userIdOf(actor), createdAt: now },
      select: { id: true },
    });
    about({ type: "paymentBatch", id });
    const due = await tx.$queryRaw<Due[]>`
      select "claimId", "budgetYearId", "dossierId", amount::float8 as amount, "accountId"
      from (${payable(policyId, terms, dayOf(now))}) p where waits is null`;
    if (due.length === 0) return refuse("nothing_payable");
    const rows = JSON.stringify(due);
    const taken = Prisma.sql`jsonb_to_recordset(${rows}::jsonb)
      as p("claimId" int, "budgetYearId" int, "dossierId" int, amount bigint, "accountId" int)`;
    await tx.$executeRaw`
      insert into "PaymentLine" ("batchId", position, "accountId", "dossierId", amount)
      select ${id}, row_number() over (order by d.code, a."holderName", a.id)::int, a.id, d.id, sum(p.amount)::bigint
      from ${taken} join "PayeeAccount" a on a.id = p."accountId" join "SubsidyDossier" d on d.id = p."dossierId"
      group by a.id, d.id`;
    await tx.$executeRaw`
      insert into "PaymentItem" ("lineId", "claimId", "budgetYearId", "dossierId", amount)
      select l.id, p."claimId", p."budgetYearId", p."dossierId", p.amount from ${taken}
        join "PaymentLine" l on l."batchId" = ${id} and l."accountId" = p."accountId" and l."dossierId" = p."dossierId"`;
    await countPayments(tx, id);
    return ok({ id, version: 1 });
  },
});

/** Takes a transfer out of a batch that is being gathered: its money is payable again. */
export const dropLine = command({
  name: "payments.drop",
  input: droppedLine,
  may: permissions.preparePayments,
  run: async (context) => {
    const { tx, input } = context;
    const held = await heldPayments(context, input);
    if (!held.ok) return held;
    if (held.row.state !== "GATHERED") return refuse("not_allowed_now");
    const { count } = await tx.paymentLine.deleteMany({ where: { id: input.lineId, batchId: input.id } });
    if (count === 0) return refuse("not_found");
    await countPayments(tx, input.id);
    const { version } = await tx.paymentBatch.update({
      where: { id: input.id },
      data: { version: { increment: 1 } },
      select: { version: true },
    });
    return ok({ id: input.id, version });
  },
});

/** Gives a batch up that is being gathered. */
export const dissolvePayments = command({
  name: "payments.dissolve",
  input: paymentAct,
  may: permissions.preparePayments,
  run: async (context) => {
    const held = await paymentsForAct(context, "office", "dissolve");
    if (!held.ok) return held;
    await context.tx.paymentLine.updateMany({ where: { batchId: held.row.id }, data: { state: "DROPPED" } });
    return ok(await writePaymentAct(context, held.row, "dissolve", {}));
  },
});

/** Proposes a batch. Refuses `empty_batch`. */
export const proposePayments = command({
  name: "payments.propose",
  input: paymentAct,
  may: permissions.preparePayments,
  run: async (context) => {
    const held = await paymentsForAct(context, "office", "propose");
    if (!held.ok) return held;
    if (held.row.lineCount === 0) return refuse("empty_batch");
    const proposed = { proposedById: userIdOf(context.actor), proposedAt: context.now };
    return ok(await writePaymentAct(context, held.row, "propose", proposed));
  },
});

/** A second person has checked a proposed batch. */
export const checkPayments = command({
  name: "payments.check",
  input: paymentAct,
  may: permissions.checkPayments,
  run: async (context) => {
    const held = await paymentsForAct(context, "checker", "check");
    if (!held.ok) return held;
    const checked = { checkedById: userIdOf(context.actor), checkedAt: context.now };
    return ok(await writePaymentAct(context, held.row, "check", checked));
  },
});

async function giveBack(
  context: Context<{ id: number; version: number; seen: { lines: number; amount: number }; reason: string }>,
  party: "checker" | "leader",
  move: "returnProposed" | "returnChecked",
) {
  const held = await paymentsForAct(context, party, move);
  if (!held.ok) return held;
  return ok(await writePaymentAct(context, held.row, move, nobody, context.input.reason));
}

/** Whoever checks gives a batch back to the office with the reason. */
export const returnProposed = command({
  name: "payments.returnProposed",
  input: explainedPaymentAct,
  may: permissions.checkPayments,
  run: (context) => giveBack(context, "checker", "returnProposed"),
});

/** A leader gives a batch back to the office with the reason. */
export const returnChecked = command({
  name: "payments.returnChecked",
  input: explainedPaymentAct,
  may: permissions.approvePayments,
  run: (context) => giveBack(context, "leader", "returnChecked"),
});
