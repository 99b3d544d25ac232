import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { openTable } from "@/lib/documents/table-reader";
import { confirmAccount, enterAccount, rejectAccount } from "@/lib/payments/account-commands";
import { importAccounts } from "@/lib/payments/account-import-commands";
import {
  checkPayments,
  dissolvePayments,
  dropLine,
  gatherPayments,
  proposePayments,
  returnProposed,
} from "@/lib/payments/batch-commands";
import { missingAccounts, payableSums } from "@/lib/payments/payable-queries";
import { sendPayments, takeBankFile } from "@/lib/payments/send-commands";
import { sayTerms } from "@/lib/payments/terms-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import {
  payingAt as at,
  balances,
  createGranted,
  createPayers,
  giveAccounts,
  good,
  newNumber,
  type Payers,
  sendBatch,
  shownBatch,
} from "../factories/payments";

let payers: Payers;
beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  payers = await createPayers();
});

const account = (dossierId: number, position: number, accountNumber = newNumber()) => ({
  payee: { kind: "LEARNER", dossierId, position },
  ...{ holderName: "Nguyễn Thử 1", bankName: "Ngân hàng Thử Nghiệm", bankBranch: "", accountNumber },
});

test("an account holds once a second person has confirmed it; a change, too, and the history stays", async () => {
  const dossier = await createGranted({ persons: 1 });
  const [first, second] = [newNumber(), newNumber()];
  const { id } = good(await enterAccount(dossier.applicant, account(dossier.id, 1, first), at));
  expect(await enterAccount(dossier.applicant, account(dossier.id, 1, first), at)).toMatchObject({
    code: "account_known",
  });
  expect(await confirmAccount(dossier.applicant, { id }, at)).toMatchObject({ code: "forbidden" });
  const row = await db().payeeAccount.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(first);
  expect(row.lastDigits).toBe(first.slice(-4));
  good(await confirmAccount(payers.office, { id }, at));

  // The office may enter as well; then somebody else of it confirms.
  const changed = good(await enterAccount(payers.office, account(dossier.id, 1, second), at));
  expect(await confirmAccount(payers.office, { id: changed.id }, at)).toMatchObject({ code: "same_person" });
  expect(await db().payeeAccount.findUnique({ where: { id } })).toMatchObject({ state: "CONFIRMED" });
  const both = await Promise.all([
    confirmAccount(payers.secondOffice, { id: changed.id }, at),
    rejectAccount(payers.secondOffice, { id: changed.id, reason: "Tên không khớp" }, at),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().payeeAccount.count({ where: { beneficiaryId: row.beneficiaryId } })).toBe(2);

  await expect(db().$executeRaw`update "PayeeAccount" set "bankName" = 'Khác' where id = ${id}`).rejects.toThrow(
    /never changed/,
  );
  await expect(db().$executeRaw`delete from "PayeeAccount" where id = ${id}`).rejects.toThrow(/append-only/);
  const third = good(await enterAccount(dossier.applicant, account(dossier.id, 1), at));
  await expect(
    db()
      .$executeRaw`update "PayeeAccount" set state = 'CONFIRMED', "decidedById" = "enteredById", "decidedAt" = now() where id = ${third.id}`,
  ).rejects.toThrow(/PayeeAccount_two_people/);
  const trail = await db().auditEntry.findMany({ where: { command: { startsWith: "payees." } } });
  for (const number of [first, second]) expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain(number);
});

test("whose dossier it is not gives no account", async () => {
  const [mine, theirs] = [await createGranted({ persons: 1 }), await createGranted({ persons: 1 })];
  expect(await enterAccount(mine.applicant, account(theirs.id, 1), at)).toMatchObject({ code: "not_found" });
  const payee = { kind: "ORGANISATION", organisationId: theirs.organisationId };
  expect(await enterAccount(mine.applicant, { ...account(1, 1), payee }, at)).toMatchObject({ code: "not_found" });
});

test("accounts come from a table, each row for itself", async () => {
  const dossier = await createGranted({ persons: 2 });
  const { code } = await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } });
  const number = newNumber();
  const csv = [
    "DANH SÁCH TÀI KHOẢN;;;;",
    "Mã hồ sơ;STT trong hồ sơ;Chủ tài khoản;Số tài khoản;Ngân hàng",
    `${code};1;NGUYEN THU 1;${number.slice(0, 4)} ${number.slice(4)};Ngân hàng Thử Nghiệm`,
    `${code};2;TRAN THU 2;12;Ngân hàng Thử Nghiệm`,
    `${code};9;LE THU 3;${newNumber()};Ngân hàng Thử Nghiệm`,
  ].join("\n");
  const accountFile = { name: "tk.csv", content: Buffer.from(csv).toString("base64") };
  const done = good(await importAccounts(dossier.applicant, { accountFile }, at));
  expect(done.rows.map(({ outcome }) => outcome)).toEqual(["ok", "accountNumber", "person_unknown"]);
  expect(await db().payeeAccount.count({ where: { imported: true, lastDigits: number.slice(-4) } })).toBe(1);
  const again = good(await importAccounts(dossier.applicant, { accountFile }, at));
  expect(again.rows[0]?.outcome).toBe("known");
  const trail = await db().auditEntry.findMany({ where: { command: "payees.import" } });
  expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain(accountFile.content.slice(0, 60));
});

test("money waits for the course and for an account; the list says whom", async () => {
  const running = await createGranted({ persons: 1, completed: false });
  await giveAccounts(running, payers);
  const without = await createGranted({ persons: 2 });
  const { sums, terms } = await payableSums(running.policyId, "2026-11-23");
  expect(terms).toMatchObject({ payWhen: "COMPLETED", verified: false });
  expect(sums.find(({ waits }) => waits === "course")?.persons).toBeGreaterThanOrEqual(1);
  const missing = await missingAccounts(without.policyId, "2026-11-23", 1);
  expect(missing.rows.filter(({ dossierId }) => dossierId === without.id)).toHaveLength(2);
  expect(missing.rows.some(({ dossierId }) => dossierId === running.id)).toBe(false);
  const said = { policyId: running.policyId, payWhen: "GRANTED", eitherTo: "LEARNER", basis: "Thử", verified: false };
  good(await sayTerms(payers.office, said, at));
  expect((await payableSums(running.policyId, "2026-11-23")).sums.some(({ waits }) => waits === "course")).toBe(false);
  good(await sayTerms(payers.office, { ...said, payWhen: "COMPLETED" }, at));
});

test("a batch goes from three hands to the payer; its money moves with it, its file is the same each time", async () => {
  const dossier = await createGranted({ persons: 3 });
  const numbers = await giveAccounts(dossier, payers);
  const before = await balances(dossier.policyId);
  const { id } = good(await gatherPayments(payers.office, { policyId: dossier.policyId, title: "Đợt 1" }, at));
  expect(await gatherPayments(payers.office, { policyId: dossier.policyId, title: "Đợt 2" }, at)).toMatchObject({
    code: "nothing_payable",
  });
  good(await proposePayments(payers.office, await shownBatch(id), at));
  expect(await checkPayments(payers.office, await shownBatch(id), at)).toMatchObject({ code: "same_person" });
  good(await returnProposed(payers.secondOffice, { ...(await shownBatch(id)), reason: "Xem lại dòng 2" }, at));
  const lines = await db().paymentLine.findMany({ where: { batchId: id }, orderBy: { position: "asc" } });
  const dropped = lines.find(({ dossierId }) => dossierId === dossier.id);
  good(await dropLine(payers.office, { id, version: (await shownBatch(id)).version, lineId: dropped?.id }, at));
  good(await proposePayments(payers.office, await shownBatch(id), at));
  good(await checkPayments(payers.secondOffice, await shownBatch(id), at));
  const stale = { ...(await shownBatch(id)), document: "Tờ trình 5" };
  expect(await sendPayments(payers.leader, { ...stale, seen: { lines: 9, amount: 1 } }, at)).toMatchObject({
    code: "changed_meanwhile",
  });
  // Two leaders at once send it once.
  const sent = await Promise.all([sendPayments(payers.leader, stale, at), sendPayments(payers.leader, stale, at)]);
  expect(sent.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["changed_meanwhile", "ok"]);
  const batch = await db().paymentBatch.findUniqueOrThrow({ where: { id } });
  const after = await balances(dossier.policyId);
  expect(after.sent - before.sent).toBe(Number(batch.amount));
  expect(before.committed - after.committed).toBe(Number(batch.amount));

  const csv = good(await takeBankFile(payers.office, { id, format: "csv" }, at));
  const text = new TextDecoder().decode(csv.bytes);
  expect(numbers.filter((number) => text.includes(number))).toHaveLength(2);
  expect(Buffer.compare(csv.bytes, good(await takeBankFile(payers.office, { id, format: "csv" }, at)).bytes)).toBe(0);
  const xlsx = good(await takeBankFile(payers.office, { id, format: "xlsx" }, at));
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const later = good(await takeBankFile(payers.office, { id, format: "xlsx" }, at));
  expect(Buffer.compare(Buffer.from(xlsx.bytes), Buffer.from(later.bytes))).toBe(0);
  const rows: unknown[] = [];
  for await (const row of (await openTable(Buffer.from(xlsx.bytes))).rows(0))
    rows.push(row.cells.map(({ value }) => value));
  expect(JSON.stringify(rows)).toContain(`HZ${batch.code?.replace("-", "")}-`);
  const trail = await db().auditEntry.findMany({ where: { command: { startsWith: "payments." } } });
  for (const number of numbers) expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain(number);
});

test("the database refuses to pay a benefit twice, and to change what was sent", async () => {
  const dossier = await createGranted({ persons: 1 });
  await giveAccounts(dossier, payers);
  const batch = await sendBatch(dossier.policyId, payers);
  const line = batch.lines.find(({ dossierId }) => dossierId === dossier.id);
  const item = line?.items[0];
  if (!line || !item) throw new Error("no line");
  const other = await db().paymentBatch.create({
    data: { policyId: dossier.policyId, title: "Hai lần", createdById: payers.office.userId, createdAt: at.now },
  });
  await expect(
    db().$transaction(async (tx) => {
      const twice = await tx.paymentLine.create({
        data: { batchId: other.id, position: 1, accountId: line.accountId, dossierId: dossier.id, amount: line.amount },
      });
      await tx.$executeRaw`
        insert into "PaymentItem" ("lineId", "claimId", "budgetYearId", "dossierId", amount)
        values (${twice.id}, ${item.claimId}, ${item.budgetYearId}, ${dossier.id}, ${item.amount})`;
    }),
  ).rejects.toThrow(/PaymentItem_once|Unique constraint|unique/i);
  await expect(db().$executeRaw`update "PaymentLine" set amount = amount + 1 where id = ${line.id}`).rejects.toThrow(
    /stays/,
  );
  await expect(db().$executeRaw`update "PaymentItem" set state = 'FAILED' where "lineId" = ${line.id}`).rejects.toThrow(
    /stays/,
  );
  await expect(db().$executeRaw`delete from "PaymentLine" where id = ${line.id}`).rejects.toThrow(/stays/);
  await expect(db().$executeRaw`update "PaymentBatch" set amount = 1 where id = ${batch.id}`).rejects.toThrow(/stays/);
  await expect(
    db().$executeRaw`update "PaymentBatch" set state = 'CHECKED', "proposedById" = ${payers.office.userId},
      "checkedById" = ${payers.office.userId} where id = ${other.id}`,
  ).rejects.toThrow(/three_people/);
});

test("two gather at once: no benefit is in two batches", async () => {
  const dossier = await createGranted({ persons: 4 });
  await giveAccounts(dossier, payers);
  const gather = () => gatherPayments(payers.office, { policyId: dossier.policyId, title: "Cùng lúc" }, at);
  const made = await Promise.all([gather(), gather(), gather()]);
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const first = made.find(({ ok }) => ok);
  if (first?.ok) good(await dissolvePayments(payers.office, await shownBatch(first.value.id), at));
  expect((await gather()).ok).toBe(true);
});

test("an account that was changed, or money that was lessened, keeps a batch from being sent", async () => {
  const dossier = await createGranted({ persons: 1 });
  await giveAccounts(dossier, payers);
  const { id } = good(await gatherPayments(payers.office, { policyId: dossier.policyId, title: "Đổi tài khoản" }, at));
  good(await proposePayments(payers.office, await shownBatch(id), at));
  good(await checkPayments(payers.secondOffice, await shownBatch(id), at));
  const other = good(await enterAccount(dossier.applicant, account(dossier.id, 1), at));
  good(await confirmAccount(payers.office, { id: other.id }, at));
  expect(await sendPayments(payers.leader, { ...(await shownBatch(id)), document: "Tờ trình 9" }, at)).toMatchObject({
    code: "account_changed",
  });
});
