import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { heldCase } from "./control-commands";
import { returnedMoney } from "./control-schema";

type Part = { budgetYearId: number; claimId: number; dossierId: number; from: "PAID" | "SETTLED"; amount: number };

/**
 * Records money that came back on a demand, in parts or at once, and claws it back in the ledger: what was paid last to
 * the person in the dossier, first what is not settled yet. The case is closed when all of it is there. Refuses
 * `beyond_demand` (params left), `return_known` for a paper that is recorded already, `day_ahead`.
 */
export const recordReturn = command({
  name: "controls.recordReturn",
  input: returnedMoney,
  may: permissions.preparePayments,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldCase(context, input, ["DEMANDED"]);
    if (!held.ok) return held;
    const row = held.value;
    const left = Number(row.amount - row.returned);
    if (input.amount > left) return refuse("beyond_demand", { params: { left } });
    if (input.returnedOn > dayOf(now)) return refuse("day_ahead");
    const key = { caseId: row.id, document: input.document };
    if (await tx.controlReturn.findUnique({ where: { caseId_document: key } })) return refuse("return_known");
    const made = await tx.controlReturn.create({
      data: {
        ...key,
        amount: input.amount,
        returnedOn: dayToDate(input.returnedOn),
        byUserId: userIdOf(actor),
        at: now,
      },
    });
    const version = row.version + 1;
    await tx.controlCase.update({
      where: { id: row.id },
      data: { version, returned: { increment: input.amount }, ...(input.amount === left && { state: "CLOSED" }) },
    });
    await lockBudgets(tx, [row.dossier.policyId]);
    const money = await tx.$queryRaw<
      { budgetYearId: number; claimId: number; dossierId: number; paid: bigint; settled: bigint }[]
    >`
      select m."budgetYearId", m."claimId", m."dossierId", m.paid, m.settled
      from "ClaimMoney" m join "SupportClaim" c on c.id = m."claimId" join "BudgetYear" y on y.id = m."budgetYearId"
      where m."dossierId" = ${row.dossierId} and c."beneficiaryId" = ${row.beneficiaryId} and m.paid + m.settled > 0
      order by y.year desc, m."claimId" desc`;
    const parts: Part[] = [];
    let rest = input.amount;
    for (const from of ["PAID", "SETTLED"] as const)
      for (const { paid, settled, ...of } of money) {
        const amount = Math.min(rest, Number(from === "PAID" ? paid : settled));
        if (amount > 0) parts.push({ ...of, from, amount });
        rest -= Math.max(amount, 0);
      }
    if (rest > 0) return refuse("beyond_paid", { params: { paid: input.amount - rest } });
    const act = {
      key: `control:${row.id}:${made.id}`,
      ground: "CONTROL" as const,
      subjectId: row.id,
      document: input.document,
    };
    await post(
      tx,
      { ...act, reason: row.finding, actor, now },
      Prisma.sql`select "budgetYearId", 'CLAW_BACK', "from", 'RETURNED', amount, "claimId", "dossierId"
        from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
          as p("budgetYearId" int, "claimId" int, "dossierId" int, "from" text, amount bigint)`,
    );
    return ok({ id: row.id, version });
  },
});
