import { lockBudgets } from "@/lib/budget/ledger-commands";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { postTransfers } from "./answer-apply-commands";
import { settledAnswer } from "./answer-schema";
import { tellPaid } from "./payment-mail-commands";

/**
 * Somebody settles a line of the payer's answer that could not be matched: the transfer was paid, or was not, or the line
 * is nothing. Money moves with it. Refuses `not_allowed_now` where the transfer is answered already, `amounts_changed`
 * where money of a transfer with contradicting answers was lessened meanwhile.
 */
export const settleAnswer = command({
  name: "payments.settle",
  input: settledAnswer,
  may: permissions.preparePayments,
  run: async ({ tx, actor, now, input, about }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('payer answers', 0))`;
    const row = await tx.payerLine.findUnique({ where: { id: input.id }, include: { file: true } });
    if (!row) return refuse("not_found");
    about({ type: "payerLine", id: row.id });
    if (row.resolution !== null) return refuse("changed_meanwhile");
    if (row.outcome === "PAID" || row.outcome === "FAILED") return refuse("not_allowed_now");
    const settled = { resolvedById: userIdOf(actor), resolvedAt: now, resolvedNote: input.note };
    await tx.payerLine.update({ where: { id: row.id }, data: { ...settled, resolution: input.resolution } });
    if (input.resolution === "IGNORED") return ok({ id: row.id });

    await tx.$executeRaw`select 1 from "PaymentLine" where id = ${row.lineId} for update`;
    const line = row.lineId
      ? await tx.paymentLine.findUnique({ where: { id: row.lineId }, include: { batch: true, items: true } })
      : null;
    if (line?.state !== "SENT" && line?.state !== "DISPUTED") return refuse("not_allowed_now");
    // What contradicts each other is settled together.
    await tx.payerLine.updateMany({
      where: { lineId: line.id, outcome: "CONFLICT", resolution: null },
      data: { ...settled, resolution: input.resolution },
    });
    await tx.paymentLine.update({
      where: { id: line.id },
      data: { state: input.resolution, answeredAt: now, reason: input.resolution === "FAILED" ? input.note : null },
    });
    if (input.resolution === "PAID") await tellPaid({ tx, now }, [line.id]);
    await lockBudgets(tx, [line.batch.policyId]);
    const act = {
      ...{ key: `settle:${row.id}`, subjectId: row.fileId, document: row.file.name, reason: input.note, actor, now },
    };
    if (line.state === "DISPUTED") {
      // Its money is committed; only what is paid goes out again.
      if (input.resolution === "FAILED") return ok({ id: row.id });
      for (const { claimId, budgetYearId, amount } of line.items) {
        const money = await tx.claimMoney.findUnique({ where: { claimId_budgetYearId: { claimId, budgetYearId } } });
        if ((money?.committed ?? 0n) < amount) return refuse("amounts_changed", { params: { count: 1 } });
      }
      await postTransfers(tx, "SEND", [line.id], act);
    }
    await postTransfers(tx, input.resolution === "PAID" ? "PAY" : "FAIL", [line.id], act);
    return ok({ id: row.id });
  },
});
