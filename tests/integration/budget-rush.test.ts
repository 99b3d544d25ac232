import { PrismaPg } from "@prisma/adapter-pg";
import { beforeAll, expect, test } from "vitest";
import { entryOfYear, lockBudgets, post } from "@/lib/budget/ledger-commands";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { db } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { system } from "@/lib/identity/actor";
import { readAnswers } from "@/lib/jobs/payer-reading";
import { takeAnswers } from "@/lib/payments/answer-commands";
import { checkPayments, gatherPayments, proposePayments } from "@/lib/payments/batch-commands";
import { sendPayments } from "@/lib/payments/send-commands";
import { approveList } from "@/lib/subsidies/approval-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createCheckedLists, createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";
import { createBeneficiaries } from "../factories/dossiers";
import { createStaff } from "../factories/identity";
import { createGranted, createPayers, giveAccounts, good, type Payers, shownBatch } from "../factories/payments";

const now = new Date("2026-11-23T09:00:00+07:00");
const amount = 6_000_000;

beforeAll(async () => {
  // Sixty connections instead of ten, and patience: all that come are in the database at once.
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 60 });
  const transactionOptions = { maxWait: 300_000, timeout: 300_000 };
  Object.assign(globalThis, { hezaDatabase: new PrismaClient({ adapter, transactionOptions }) });
  await loadReferenceData(db());
});

/** So many batches go out in the rush, as many are with the payer by then; persons of each. */
const batches = 4;
const persons = 3;

/** A batch of one dossier's persons, checked by a second person; with its persons' numbers by their last digits. */
async function checkedBatch(payers: Payers) {
  const dossier = await createGranted({ persons });
  const numbers = await giveAccounts(dossier, payers);
  const { id } = good(
    await gatherPayments(payers.office, { policyId: dossier.policyId, title: `Đợt ${dossier.id}` }, { now }),
  );
  good(await proposePayments(payers.office, await shownBatch(id), { now }));
  good(await checkPayments(payers.secondOffice, await shownBatch(id), { now }));
  const { amount } = await db().paymentBatch.findUniqueOrThrow({ where: { id } });
  return { id, dossierId: dossier.id, numbers, amount: Number(amount) };
}

/** The payer's word that all of a batch was paid, handed in to be read. */
async function answered(payers: Payers, batchId: number, numbers: readonly string[]): Promise<number> {
  const lines = await db().paymentLine.findMany({ where: { batchId }, include: { account: true } });
  const rows = lines.map(({ ref, amount: sent, account: { holderName, lastDigits } }) =>
    [ref, holderName, numbers.find((number) => number.endsWith(lastDigits)), sent, "Thành công", ""].join(";"),
  );
  const head = "Mã tham chiếu;Tên người thụ hưởng;Số tài khoản;Số tiền;Trạng thái;Lý do";
  const content = Buffer.from([head, ...rows].join("\n")).toString("base64");
  return good(await takeAnswers(payers.office, { payerFile: { name: "tra-loi.csv", content } }, { now })).id;
}

test("200 approvals, transfers and the payer's answers at once on an allocation for 70: nothing is overspent or paid twice, nobody waits in a circle", async () => {
  const officer = await createStaff("LABOUR_OFFICER");
  const head = await createStaff("LABOUR_HEAD");
  const leaders = [await createStaff("LEADER"), await createStaff("LEADER"), await createStaff("LEADER")];
  const leader = (at: number) => leaders[at % 3] as (typeof leaders)[number];
  const dossiers = await createReadyDossiers(200, { amount });
  const [first] = dossiers as [ReadyDossier];
  const yearId = await giveMoney(first.policyId, 2026, 1_000_000_000);
  const payers = await createPayers();
  const outgoing: Awaited<ReturnType<typeof checkedBatch>>[] = [];
  const answers: number[] = [];
  for (let at = 0; at < 2 * batches; at += 1) {
    const batch = await checkedBatch(payers);
    if (at < batches) outgoing.push(batch);
    else {
      good(await sendPayments(leader(at), { ...(await shownBatch(batch.id)), document: `Tờ trình ${at}` }, { now }));
      answers.push(await answered(payers, batch.id, batch.numbers));
    }
  }
  const before = await db().budgetYear.findUniqueOrThrow({ where: { id: yearId } });
  const each = before.sent / BigInt(batches);
  expect(before.committed).toBe(BigInt(batches) * each);
  expect(outgoing.map((batch) => BigInt(batch.amount))).toEqual(outgoing.map(() => each));
  // What the last approval lacks is a single đồng.
  await db().$transaction(async (tx) => {
    await lockBudgets(tx, [first.policyId]);
    const rest = before.available - BigInt(71 * amount - 1);
    const act = { key: "rush", ground: "PROPOSAL" as const, subjectId: 0, document: "Quyết định thử" };
    await post(tx, { ...act, actor: system("test"), now }, entryOfYear(yearId, "REDUCE", "AVAILABLE", "SOURCE", rest));
  });
  const lists = await createCheckedLists(dossiers, officer.userId, head.userId);
  const shown = await Promise.all(outgoing.map(({ id }) => shownBatch(id)));
  const { deadlocks } = await counted();

  const approvals = lists.map((list, at) => () => approveList(leader(at), list, { now }));
  const sends = shown.flatMap((batch, at) =>
    [0, 1, 2].map((turn) => () => sendPayments(leader(at + turn), { ...batch, document: `Tờ trình R${at}` }, { now })),
  );
  const reads = answers.flatMap((id) => [id, id]).map((id) => () => readAnswers(id, () => now));
  // Approvals twice each, as an impatient hand does, and transfers and answers in their midst.
  const began = performance.now();
  const [results, sent] = await Promise.all([
    Promise.all([...approvals, ...approvals.slice(0, 50)].map((job) => job())),
    Promise.all(sends.map((job) => job())),
    Promise.all(reads.map((job) => job())),
  ]);
  const seconds = (performance.now() - began) / 1_000;
  const acts = results.length + sends.length + reads.length;
  console.log(
    `${results.length} approvals, ${sends.length} transfers and ${reads.length} answers at once: ${seconds.toFixed(1)} s, ${(acts / seconds).toFixed(0)}/s`,
  );

  expect(results.filter(({ ok }) => ok)).toHaveLength(70);
  const codes = new Set(results.flatMap((one) => (one.ok ? [] : [one.code])));
  expect([...codes].sort()).toEqual(expect.arrayContaining(["over_allocation"]));
  for (const code of codes) expect(["over_allocation", "changed_meanwhile"]).toContain(code);
  const refused = results.find((one) => !one.ok && one.code === "over_allocation");
  expect(refused).toMatchObject({ params: { year: "2026", missing: expect.any(Number) } });
  expect(sent.filter(({ ok }) => ok)).toHaveLength(batches);
  const ofBatch = sent.flatMap((one) => (one.ok ? [] : [one.code]));
  for (const code of ofBatch) expect(["changed_meanwhile", "not_allowed_now"]).toContain(code);

  const after = await db().budgetYear.findUniqueOrThrow({ where: { id: yearId } });
  expect(after).toMatchObject({
    ...{ available: BigInt(amount - 1), reserved: 0n, committed: BigInt(70 * amount) },
    ...{ sent: BigInt(batches) * each, paid: BigInt(batches) * each },
  });
  const ids = dossiers.map(({ id }) => id);
  expect(await db().subsidyDossier.count({ where: { id: { in: ids }, state: "APPROVED" } })).toBe(70);
  expect(await db().supportClaim.count({ where: { dossierId: { in: ids }, state: "GRANTED" } })).toBe(70);
  for (const kind of ["SEND", "PAY"] as const) {
    const entries = await db().ledgerEntry.groupBy({ by: ["claimId"], where: { kind }, _count: true });
    expect(entries).toHaveLength((kind === "SEND" ? 2 : 1) * batches * persons);
    for (const { _count } of entries) expect(_count).toBe(1);
  }
  expect((await counted()).deadlocks).toBe(deadlocks);
});

/** Deadlocks that the server has broken in this database. */
async function counted(): Promise<{ deadlocks: bigint }> {
  const [row] = await db().$queryRaw<{ deadlocks: bigint }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  if (!row) throw new Error("no statistics");
  return row;
}

test("2,000 persons of one dossier are one insert", async () => {
  const submittedAt = new Date("2024-10-05T09:00:00+07:00");
  const [dossier] = (await createReadyDossiers(1, { amount, submittedAt })) as [ReadyDossier];
  await giveMoney(dossier.policyId, 2024, 2_000 * amount);
  const others = await createBeneficiaries(1_999);
  await db().$executeRaw`
    with person as (
      insert into "DossierPerson" ("dossierId", position, "rosterEntryId", "beneficiaryId", amount)
      select p."dossierId", 1 + o.place, p."rosterEntryId", o.id, p.amount
      from "DossierPerson" p, unnest(${others}::int[]) with ordinality as o(id, place) where p."dossierId" = ${dossier.id}
      returning id, "beneficiaryId", "dossierId", amount)
    insert into "SupportClaim" ("beneficiaryId", scope, "rateCode", "dossierId", "personId", amount)
    select "beneficiaryId", 'thu', 'hoc-phi', "dossierId", id, amount from person`;
  const began = performance.now();
  await db().$transaction((tx) => alignReservation({ tx, actor: system("test"), now }, dossier.id));
  console.log(`2,000 reserved: ${Math.round(performance.now() - began)} ms`);
  expect(await db().ledgerEntry.count({ where: { dossierId: dossier.id, kind: "RESERVE" } })).toBe(2_000);
  expect(await db().ledgerPosting.count({ where: { ground: "DOSSIER", subjectId: dossier.id } })).toBe(1);
});
