import { createHash } from "node:crypto";
import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { openAccount } from "./account-sealed";
import { type BankLine, bankCsv, bankWorkbook } from "./bank-file";
import { paymentsForAct, writePaymentAct } from "./batch-held-commands";
import { sentPayments, takenBankFile } from "./schema";

/** The transfers of a batch that was sent, in its order, with the numbers of their accounts. */
async function bankLines(tx: Tx, batchId: number): Promise<BankLine[]> {
  const lines = await tx.paymentLine.findMany({
    where: { batchId, ref: { not: null } },
    orderBy: { position: "asc" },
    include: { account: true, dossier: { select: { code: true } } },
  });
  return lines.map(({ ref, account, amount, dossier }) => ({
    ref: ref ?? "",
    holderName: account.holderName,
    accountNumber: openAccount(account),
    bankName: account.bankName,
    bankBranch: account.bankBranch,
    amount: Number(amount),
    dossier: dossier.code ?? "",
  }));
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("base64url");

/** The next number of the year; its row is locked until the batch is sent. */
async function nextNo(tx: Tx, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ lastNo: number }[]>`
    insert into "PaymentYear" (year, "lastNo") values (${year}, 1)
    on conflict (year) do update set "lastNo" = "PaymentYear"."lastNo" + 1 returning "lastNo"`;
  return row?.lastNo ?? 1;
}

/**
 * A leader approves a checked batch, which sends it: it gets its number, each transfer its reference, and all its money
 * moves from committed to sent in one act of the ledger. Refuses `account_changed` (params count) where an account is no
 * longer the confirmed one, `amounts_changed` (params count) where what is committed is no longer what is in the batch,
 * `budget_paused` (params year).
 */
export const sendPayments = command({
  name: "payments.send",
  input: sentPayments,
  may: permissions.approvePayments,
  patience: 180_000,
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const held = await paymentsForAct(context, "leader", "send");
    if (!held.ok) return held;
    const { row } = held;
    // Nobody replaces an account while its money is on its way out.
    const accounts = await tx.$queryRaw<{ state: string }[]>`
      select a.state::text from "PayeeAccount" a
      where a.id in (select "accountId" from "PaymentLine" where "batchId" = ${row.id}) order by a.id for share`;
    const changed = accounts.filter(({ state }) => state !== "CONFIRMED").length;
    if (changed > 0) return refuse("account_changed", { params: { count: changed } });
    const year = Number(dayOf(now).slice(0, 4));
    const no = await nextNo(tx, year);
    const code = `${year}-${String(no).padStart(3, "0")}`;
    await tx.$executeRaw`
      update "PaymentLine" set state = 'SENT', ref = ${`HZ${code.replace("-", "")}-`} || lpad(position::text, 5, '0')
      where "batchId" = ${row.id}`;
    const lines = await bankLines(tx, row.id);
    const written = await writePaymentAct(context, row, "send", {
      ...{ code, year, no, approvedById: userIdOf(actor), approvedAt: now, document: input.document },
      ...{ fileHash: sha256(bankCsv(lines)) },
    });
    about({ type: "paymentBatch", id: row.id }, { code, lines: lines.length });
    // Last, because everybody who moves money waits here.
    const years = await lockBudgets(tx, [row.policyId]);
    const items = Prisma.sql`"PaymentItem" i join "PaymentLine" l on l.id = i."lineId" and l."batchId" = ${row.id}
      left join "ClaimMoney" m on m."claimId" = i."claimId" and m."budgetYearId" = i."budgetYearId"`;
    const found = await tx.$queryRaw<{ budgetYearId: number; differing: number }[]>`
      select i."budgetYearId", count(*) filter (where m.committed is distinct from i.amount)::int as differing
      from ${items} group by i."budgetYearId" order by 1`;
    const paused = found.map((one) => years.get(one.budgetYearId)).find((one) => one?.paused);
    if (paused) return refuse("budget_paused", { params: { year: String(paused.year) } });
    const differing = found.reduce((sum, one) => sum + one.differing, 0);
    if (differing > 0) return refuse("amounts_changed", { params: { count: differing } });
    const act = { key: `batch:${row.id}`, ground: "BATCH" as const, subjectId: row.id, document: input.document };
    const moved = await post(
      tx,
      { ...act, actor, now },
      Prisma.sql`select i."budgetYearId", 'SEND', 'COMMITTED', 'SENT', i.amount, i."claimId", i."dossierId" from ${items}`,
    );
    if (moved === null) throw new Error(`batch ${row.id} was sent before`);
    return ok({ ...written, code });
  },
});

/** The bank's file of a batch that was sent, the same bytes each time. Whoever takes it leaves a line in the trail. */
export const takeBankFile = command({
  name: "payments.bankFile",
  input: takenBankFile,
  may: permissions.preparePayments,
  run: async ({ tx, input, about }) => {
    const row = await tx.paymentBatch.findFirst({ where: { id: input.id, state: "SENT" } });
    if (!row?.code || !row.approvedAt) return refuse("not_found");
    about({ type: "paymentBatch", id: row.id });
    const lines = await bankLines(tx, row.id);
    const csv = bankCsv(lines);
    if (sha256(csv) !== row.fileHash) throw new Error(`the file of batch ${row.code} is not what was sent`);
    const bytes = input.format === "csv" ? csv : await bankWorkbook({ code: row.code, sentAt: row.approvedAt }, lines);
    return ok({ name: `chi-tra-${row.code}.${input.format}`, bytes });
  },
});
