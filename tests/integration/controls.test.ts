import PizZip from "pizzip";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readAnswers } from "@/lib/jobs/payer-reading";
import { enterAccount, rejectAccount } from "@/lib/payments/account-commands";
import { takeAnswers } from "@/lib/payments/answer-commands";
import {
  answerControl,
  decideCase,
  decideControl,
  judgeControl,
  proposeControl,
} from "@/lib/payments/control-commands";
import { controllable } from "@/lib/payments/control-population-queries";
import { demandLetter } from "@/lib/payments/demand-letter";
import { recordReturn } from "@/lib/payments/return-commands";
import { usualWeights } from "@/lib/payments/risk";
import { draw, populationHash } from "@/lib/payments/sample";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import { createFile } from "../factories/dossiers";
import { createStaff } from "../factories/identity";
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
} from "../factories/payments";

let payers: Payers;
beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  payers = await createPayers();
});

/** A dossier whose persons were all paid. */
async function paid(persons: number) {
  const dossier = await createGranted({ persons });
  await giveAccounts(dossier, payers);
  const { lines } = await sendBatch(dossier.policyId, payers);
  const csv = ["Mã tham chiếu;Kết quả;Số tiền", ...lines.map(({ ref, amount }) => `${ref};Thành công;${amount}`)].join(
    "\n",
  );
  const payerFile = { name: "tra-loi.csv", content: Buffer.from(csv).toString("base64") };
  const { id } = good(await takeAnswers(payers.office, { payerFile }, at));
  await readAnswers(id, () => at.now);
  return dossier;
}

const asked = (policyId: number, more: object = {}) => ({
  ...{
    policyId,
    year: 2026,
    organisationId: null,
    method: "RANDOM",
    size: 3,
    seed: "boc-tham-1",
    weights: usualWeights,
  },
  ...{ answerDays: 5, basis: "Kế hoạch kiểm tra thử", ...more },
});
const caseOf = (id: number) => db().controlCase.findUniqueOrThrow({ where: { id } });
const seen = async (id: number) => ({ id, version: (await caseOf(id)).version });

test("a sample can be drawn again from its seed; the leader who decides is not who proposed; risk goes first", async () => {
  const dossier = await paid(8);
  const population = await controllable(db(), { policyId: dossier.policyId, year: 2026, organisationId: null });
  expect(population).toHaveLength(8);
  const { id } = good(await proposeControl(payers.office, asked(dossier.policyId), at));
  const round = await db().controlRound.findUniqueOrThrow({
    where: { id },
    include: { cases: { orderBy: { rank: "asc" } } },
  });
  const again = draw(population, { method: "RANDOM", size: 3, seed: "boc-tham-1", weights: usualWeights });
  expect(round.cases.map(({ position }) => position)).toEqual(again.map(({ position }) => position));
  expect(round.populationHash).toBe(populationHash(population.map((one) => `${one.dossierId}/${one.position}`)));
  expect(draw(population, { method: "RANDOM", size: 8, seed: "khác", weights: usualWeights })).not.toEqual(
    draw(population, { method: "RANDOM", size: 8, seed: "boc-tham-1", weights: usualWeights }),
  );
  const decision = { id, version: 1, approve: true, note: "Đồng ý" };
  good(await decideControl(payers.leader, decision, at));
  expect(await decideControl(payers.leader, decision, at)).toMatchObject({ code: "changed_meanwhile" });
  // Five working days after Monday 23 November 2026.
  expect((await caseOf(round.cases[0]?.id ?? 0)).dueOn?.toISOString().slice(0, 10)).toBe("2026-11-30");
  await expect(db().$executeRaw`update "ControlRound" set seed = 'x' where id = ${id}`).rejects.toThrow(/stays/);

  // Whoever stands in an open case is not drawn again.
  const [first] = (await controllable(db(), { policyId: dossier.policyId, year: 2026, organisationId: null })).slice(
    -1,
  );
  await db().courseParticipant.updateMany({
    where: { courseId: dossier.courseId, beneficiaryId: first?.beneficiaryId ?? 0 },
    data: { droppedOn: new Date("2026-11-20"), completedOn: null, monthsAttended: 3, dropReason: "Nghỉ học" },
  });
  const risky = good(await proposeControl(payers.office, asked(dossier.policyId, { method: "RISK", size: 1 }), at));
  const [top] = await db().controlCase.findMany({ where: { roundId: risky.id } });
  expect(top).toMatchObject({ beneficiaryId: first?.beneficiaryId, score: 20, signals: ["left"] });
});

test("an error is answered, judged, decided by another, and its money comes back through the ledger", async () => {
  const dossier = await paid(2);
  const { id: roundId } = good(
    await proposeControl(
      payers.office,
      asked(dossier.policyId, { organisationId: dossier.organisationId, size: 2 }),
      at,
    ),
  );
  good(await decideControl(payers.leader, { id: roundId, version: 1, approve: true, note: "Đồng ý" }, at));
  const [one, other] = await db().controlCase.findMany({ where: { roundId }, orderBy: { rank: "asc" } });
  if (!one || !other) throw new Error("no cases");
  const key = await createFile(dossier.organisationId, "giai-trinh.pdf");
  await db().uploadedFile.update({ where: { key }, data: { purpose: "control.answer" } });
  const stranger = (await createGranted({ persons: 1 })).applicant;
  const answer = { answer: "Người học đã nghỉ giữa khóa", files: [key] };
  expect(await answerControl(stranger, { ...(await seen(one.id)), ...answer }, at)).toMatchObject({
    code: "not_found",
  });
  good(await answerControl(dossier.applicant, { ...(await seen(one.id)), ...answer }, at));

  const judged = { outcome: "ERROR", amount: 1_500_000, finding: "Nghỉ học giữa khóa, chi thừa." };
  expect(
    await judgeControl(payers.office, { ...(await seen(one.id)), ...judged, amount: 99_000_000_000 }, at),
  ).toMatchObject({
    code: "beyond_paid",
  });
  good(await judgeControl(payers.office, { ...(await seen(one.id)), ...judged }, at));
  await expect(
    db()
      .$executeRaw`update "ControlCase" set state = 'CLOSED', "decidedById" = "judgedById", "decidedAt" = now() where id = ${one.id}`,
  ).rejects.toThrow(/two_people/);
  good(await decideCase(payers.leader, { ...(await seen(one.id)), approve: true }, at));
  expect(await caseOf(one.id)).toMatchObject({ state: "DEMANDED" });

  const before = await balances(dossier.policyId);
  const back = { amount: 500_000, returnedOn: "2026-11-20", document: "Giấy báo có 11" };
  good(await recordReturn(payers.office, { ...(await seen(one.id)), ...back }, at));
  expect(await recordReturn(payers.office, { ...(await seen(one.id)), ...back }, at)).toMatchObject({
    code: "return_known",
  });
  expect(
    await recordReturn(payers.office, { ...(await seen(one.id)), ...back, document: "12", amount: 2_000_000 }, at),
  ).toMatchObject({
    ok: false,
  });
  const both = await Promise.all(
    ["Giấy báo có 12", "Giấy báo có 13"].map(async (document) =>
      recordReturn(payers.office, { ...(await seen(one.id)), ...back, document, amount: 1_000_000 }, at),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await caseOf(one.id)).toMatchObject({ state: "CLOSED", returned: 1_500_000n });
  const after = await balances(dossier.policyId);
  expect([after.returned - before.returned, before.paid - after.paid]).toEqual([1_500_000, 1_500_000]);

  expect(
    await judgeControl(
      payers.office,
      { ...(await seen(other.id)), outcome: "NOT_ANSWERED", amount: 1, finding: "Không trả lời" },
      at,
    ),
  ).toMatchObject({ code: "still_time" });
  const late = { now: new Date("2026-12-02T09:00:00+07:00") };
  const supervision = await createStaff("SUPERVISION");
  good(
    await judgeControl(
      supervision,
      { ...(await seen(other.id)), outcome: "NOT_ANSWERED", amount: 0, finding: "Không trả lời" },
      late,
    ),
  );
  good(await decideCase(payers.leader, { ...(await seen(other.id)), approve: true }, late));
  expect(await caseOf(other.id)).toMatchObject({ state: "CLOSED", outcome: "NOT_ANSWERED" });
});

test("applicants are told, by a letter and a notice each: money has arrived once a batch, an account is not right, a control has begun", async () => {
  const dossier = await paid(2);
  const { userId, email } = dossier.applicant;
  const [line] = await db().paymentLine.findMany({ where: { dossierId: dossier.id }, include: { batch: true } });
  const bank = { holderName: "AI DO", bankName: "Ngân hàng Thử", bankBranch: null, accountNumber: newNumber() };
  const payee = { kind: "LEARNER", dossierId: dossier.id, position: 1 } as const;
  const { id } = good(await enterAccount(dossier.applicant, { payee, ...bank }, at));
  good(await rejectAccount(payers.office, { id, reason: "Tên khác giấy tờ" }, at));
  const order = asked(dossier.policyId, { organisationId: dossier.organisationId, size: 2, seed: "thư báo" });
  const round = good(await proposeControl(payers.office, order, at));
  expect(await db().notice.count({ where: { userId, template: "controlAsked" } })).toBe(0);
  good(await decideControl(payers.leader, { id: round.id, version: 1, approve: true, note: "Đồng ý" }, at));

  const notices = await db().notice.findMany({ where: { userId }, orderBy: { id: "asc" } });
  const { code } = await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } });
  expect(notices.map(({ template, path, params }) => [template, path, params])).toEqual([
    ["moneyArrived", `/enterprise/dossiers/${dossier.id}`, { dossier: code, batch: line?.batch.code }],
    ["accountRejected", "/enterprise/payee-account", { holder: "AI DO", reason: "Tên khác giấy tờ" }],
    ["controlAsked", "/enterprise/controls", { dossier: code, persons: 2, day: "30/11/2026" }],
  ]);
  const mails = await db().mail.findMany({ where: { toAddress: email }, orderBy: { id: "asc" } });
  expect(mails.map(({ template }) => template)).toEqual(["moneyArrived", "accountRejected", "controlAsked"]);
  expect(mails.map(({ text }) => text).join()).not.toContain(bank.accountNumber);
});

test("the demand letter says whom, how much in figures and in words, and why", async () => {
  const bytes = await demandLetter({
    ...{
      applicant: "Công ty TNHH Thử",
      dossier: "2026-000123",
      fullName: "Nguyễn Thử",
      paid: 6_000_000,
      amount: 1_500_000,
    },
    ...{ returned: 500_000, finding: "Nghỉ học giữa khóa.", basis: "Kế hoạch thử", decidedOn: "2026-11-23" },
  });
  const text =
    new PizZip(bytes)
      .file("word/document.xml")
      ?.asText()
      .replace(/<[^>]+>/g, "") ?? "";
  for (const part of [
    "Công ty TNHH Thử",
    "1.500.000 đồng",
    "một triệu năm trăm nghìn đồng",
    "1.000.000 đồng",
    "2026-000123",
  ])
    expect(text).toContain(part);
});
