import { beforeAll, expect, test } from "vitest";
import { commitGranted } from "@/lib/budget/commitment-commands";
import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { decideBudget, proposeBudget } from "@/lib/budget/proposal-commands";
import { alignReservation } from "@/lib/budget/reservation-commands";
import {
  closeSettlement,
  explainLines,
  openSettlement,
  proposeSettlement,
  refreshSettlement,
  returnSettlement,
} from "@/lib/budget/settlement-commands";
import {
  linesOf,
  settlement,
  settlementDifferences,
  settlementGroups,
  settlementLines,
} from "@/lib/budget/settlement-queries";
import { linesQuery } from "@/lib/budget/settlement-schema";
import { dayToDate } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";
import { createStaff } from "../factories/identity";

const now = new Date("2026-12-28T09:00:00+07:00");
const at = { now };
const each = 6_000_000;
type Staff = Awaited<ReturnType<typeof createStaff>>;
let office: Staff;
let secondOffice: Staff;
let leader: Staff;
let dossiers: ReadyDossier[] = [];
let yearId = 0;
let count = 0;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

/** Moves the money of a dossier's claim, as payments and controls do. */
const move = (kind: string, from: string, to: string, one: ReadyDossier, amount = each) =>
  db().$transaction(async (tx) => {
    await lockBudgets(tx, [one.policyId]);
    count += 1;
    const ground = kind === "CLAW_BACK" ? ("CONTROL" as const) : ("PAYER" as const);
    const act = { key: `thu:${count}`, ground, subjectId: 1, document: `${kind} số ${count}`, actor: office, now };
    await post(
      tx,
      act,
      Prisma.sql`select ${yearId}::int, ${kind}, ${from}, ${to}, ${amount}::bigint, ${one.claimId}::int, ${one.id}::int`,
    );
  });
async function pay(one: ReadyDossier, amount = each) {
  await move("SEND", "COMMITTED", "SENT", one, amount);
  await move("PAY", "SENT", "PAID", one, amount);
}

beforeAll(async () => {
  await loadReferenceData(db());
  [office, secondOffice, leader] = [
    await createStaff("OFFICE"),
    await createStaff("OFFICE"),
    await createStaff("LEADER"),
  ];
  dossiers = await createReadyDossiers(5, { amount: each, submittedAt: new Date("2026-03-05T09:00:00+07:00") });
  const ids = dossiers.map(({ id }) => id);
  yearId = await giveMoney(dossiers[0]?.policyId ?? 0, 2026, 100_000_000);
  const register = await db().documentRegister.upsert({
    where: { symbol: "QĐ-THU" },
    update: {},
    create: { symbol: "QĐ-THU", nameVi: "Sổ thử", nameEn: "Register" },
  });
  await db().documentYear.create({ data: { registerId: register.id, year: 2026, lastNo: 12, startedAfter: 11 } });
  const document = await db().registeredDocument.create({
    data: {
      ...{ registerId: register.id, year: 2026, no: 12, kind: "DECISION", subject: "hỗ trợ thử" },
      issuedOn: dayToDate("2026-04-01"),
    },
  });
  for (const id of ids) await db().$transaction((tx) => alignReservation({ tx, actor: office, now }, id));
  const people = await db().dossierPerson.findMany({ where: { dossierId: { in: ids } } });
  const line = { rate: "hoc-phi", amount: each };
  await db().dossierDecisionPerson.createMany({
    data: people.map((one) => ({
      ...{ dossierId: one.dossierId, position: one.position, beneficiaryId: one.beneficiaryId, decision: "ACCEPTED" },
      ...{ fullName: `Người thử ${one.dossierId}`, birthDate: dayToDate("1998-01-01"), lines: [line], amount: each },
    })),
  });
  await db().subsidyDossier.updateMany({
    where: { id: { in: ids } },
    data: { state: "APPROVED", decidedAt: now, documentId: document.id },
  });
  await db().$transaction(async (tx) => {
    await tx.supportClaim.updateMany({ where: { dossierId: { in: ids } }, data: { state: "GRANTED" } });
    const grounds = { key: "list:thu", ground: "LIST" as const, subjectId: 1, document: "Danh sách" };
    good(await commitGranted({ tx, actor: office, now }, ids, grounds));
  });
  // All take part in the one course; the first has completed it, the second dropped out.
  const entries = await db().dossierPerson.findMany({ where: { dossierId: { in: ids } }, include: { dossier: true } });
  await db().trainingCourse.updateMany({
    where: { id: entries[0]?.dossier.courseId ?? 0 },
    data: { startsOn: dayToDate("2026-01-05"), endsOn: dayToDate("2026-10-05") },
  });
  await db().courseParticipant.createMany({
    data: entries.map((one) => ({
      ...{ courseId: one.dossier.courseId, rosterEntryId: one.rosterEntryId, beneficiaryId: one.beneficiaryId },
      ...(one.dossierId === ids[0] && { completedOn: dayToDate("2026-10-05"), certificateNo: "CC-1" }),
      ...(one.dossierId === ids[1] && { droppedOn: dayToDate("2026-05-05"), dropReason: "Thử" }),
    })),
  });
});

const rowOf = (id: number) => db().finalSettlement.findUniqueOrThrow({ where: { id } });
const seen = async (id: number) => ({ id, version: (await rowOf(id)).version });
const paper = { document: "Báo cáo quyết toán số 3/BC-VP", documentOn: "2026-12-28" };

test("a year is settled person by person: open money, unexplained differences, a moved ledger and one's own hand stop it", async () => {
  const [completed, dropped, unknown, carried, returned] = dossiers as [
    ReadyDossier,
    ReadyDossier,
    ReadyDossier,
    ReadyDossier,
    ReadyDossier,
  ];
  for (const one of [completed, dropped, unknown, returned]) await pay(one);
  await move("CLAW_BACK", "PAID", "RETURNED", returned, 2_000_000);

  const { id } = good(await openSettlement(office, { policyId: completed.policyId, year: 2026 }, at));
  const lines = new Map<number, Awaited<ReturnType<typeof settlementLines>>["rows"][number]>();
  for await (const line of linesOf(id)) lines.set(line.claimId, line);
  expect(lines.size).toBe(5);
  expect(lines.get(completed.claimId)).toMatchObject({
    ...{ decided: each, granted: each, committed: each, paid: each, returned: 0, carriedOut: 0, open: 0, causes: [] },
    ...{ decisionRef: "12/QĐ-THU", certificateNo: "CC-1", unexplained: false },
  });
  expect(lines.get(completed.claimId)?.paymentRef).toMatch(/^PAY số/);
  expect(lines.get(dropped.claimId)).toMatchObject({ causes: ["DROPPED_OUT"], unexplained: true });
  expect(lines.get(unknown.claimId)).toMatchObject({ causes: ["NOT_COMPLETED"], unexplained: true });
  expect(lines.get(carried.claimId)).toMatchObject({ paid: 0, open: each, causes: [] });
  expect(lines.get(returned.claimId)).toMatchObject({ paid: each, returned: 2_000_000, causes: ["NOT_COMPLETED"] });
  expect(await rowOf(id)).toMatchObject({ unexplained: 3, open: BigInt(each), persons: 5, lines: 5 });

  expect(await proposeSettlement(office, { ...(await seen(id)), ...paper }, at)).toMatchObject({
    ...{ ok: false, code: "open_money", params: { open: each } },
  });
  const over = good(
    await proposeBudget(
      office,
      {
        policyId: carried.policyId,
        year: 2026,
        kind: "CARRY_OVER",
        document: "QĐ chuyển nguồn 7",
        documentOn: "2026-12-20",
      },
      at,
    ),
  );
  good(await decideBudget(leader, { id: over.id, version: over.version, decision: "APPROVED" }, at));
  expect(await proposeSettlement(office, { ...(await seen(id)), ...paper }, at)).toMatchObject({
    code: "ledger_moved",
  });
  good(await refreshSettlement(office, await seen(id), at));
  const { rows } = await settlementLines(id, linesQuery.parse({ only: "carried" }));
  expect(rows).toMatchObject([
    { claimId: carried.claimId, carriedOut: each, open: 0, causes: [], carriedRef: "QĐ chuyển nguồn 7" },
  ]);

  expect(await proposeSettlement(office, { ...(await seen(id)), ...paper }, at)).toMatchObject({
    ...{ ok: false, code: "unexplained", params: { lines: 3 } },
  });
  const open = (await settlementLines(id, linesQuery.parse({ only: "unexplained" }))).rows;
  const told = open.map(({ claimId, digest }) => ({ claimId, digest }));
  expect(
    await explainLines(office, { id, lines: [{ ...told[0], digest: "0".repeat(64) }], note: "Sai" }, at),
  ).toMatchObject({ code: "changed_meanwhile" });
  expect(good(await explainLines(office, { id, lines: told, note: "Có xác nhận của trường" }, at)).unexplained).toBe(0);

  // What an explanation spoke of changes: it no longer counts.
  await move("CLAW_BACK", "PAID", "RETURNED", returned, 1_000_000);
  good(await refreshSettlement(office, await seen(id), at));
  expect((await rowOf(id)).unexplained).toBe(1);
  const again = (await settlementLines(id, linesQuery.parse({ only: "unexplained" }))).rows;
  expect(again).toMatchObject([{ claimId: returned.claimId, note: "Có xác nhận của trường", returned: 3_000_000 }]);
  good(
    await explainLines(
      office,
      { id, lines: again.map(({ claimId, digest }) => ({ claimId, digest })), note: "Thu hồi 3 triệu" },
      at,
    ),
  );

  good(await proposeSettlement(office, { ...(await seen(id)), ...paper }, at));
  await expect(db().$executeRaw`update "SettlementLine" set paid = paid where "settlementId" = ${id}`).rejects.toThrow(
    /not written/,
  );
  expect(await refreshSettlement(office, await seen(id), at)).toMatchObject({ code: "not_allowed_now" });
  good(await returnSettlement(leader, { ...(await seen(id)), reason: "Bổ sung xác nhận" }, at));
  good(await proposeSettlement(secondOffice, { ...(await seen(id)), ...paper }, at));
  await expect(
    db()
      .$executeRaw`update "FinalSettlement" set state = 'CLOSED', "closedAt" = now(), "closedById" = "preparedById" where id = ${id}`,
  ).rejects.toThrow(/two_people/);
  // Whoever proposed it and has become a leader since.
  const risen: Staff = { ...secondOffice, staffRole: "LEADER" };
  expect(await closeSettlement(risen, await seen(id), at)).toMatchObject({ code: "same_person" });
  expect(good(await closeSettlement(leader, await seen(id), at)).settled).toBe(4);
  expect(await closeSettlement(leader, await seen(id), at)).toMatchObject({ code: "not_allowed_now" });
  const year = await db().budgetYear.findUniqueOrThrow({ where: { id: yearId } });
  expect(year).toMatchObject({ paid: 0n, settled: BigInt(4 * each - 3_000_000), returned: 3_000_000n, closedAt: now });
  await expect(db().$executeRaw`delete from "FinalSettlement" where id = ${id}`).rejects.toThrow();

  const shown = await settlement(id);
  expect(shown?.sums).toMatchObject({ committed: 5 * each, paid: 4 * each, carriedOut: each, open: 0 });
  const [group] = await settlementGroups(id);
  expect(group).toMatchObject({ groupCode: "a", persons: 5, committed: 5 * each });
  expect(await settlementDifferences(id)).toEqual([
    { cause: "NOT_COMPLETED", lines: 2, unexplained: 0 },
    { cause: "DROPPED_OUT", lines: 1, unexplained: 0 },
  ]);
});

test("lines come by page without a gap, from either end, and are found by a name or a dossier's number", async () => {
  const many = await createReadyDossiers(120);
  const budgetYearId = await giveMoney(many[0]?.policyId ?? 0, 2031, 1);
  const { id } = await db().finalSettlement.create({
    data: { budgetYearId, asOf: now, lastEntryId: 0n, createdAt: now, lines: many.length, persons: many.length },
  });
  const claims = await db().supportClaim.findMany({
    where: { id: { in: many.map(({ claimId }) => claimId) } },
    orderBy: { id: "asc" },
    include: { dossier: { select: { code: true } } },
  });
  await db().settlementLine.createMany({
    data: claims.map(({ id: claimId, dossierId, beneficiaryId, rateCode }, place) => ({
      ...{ settlementId: id, claimId, dossierId, beneficiaryId, rateCode, digest: "0".repeat(64), causes: [] },
      ...{ fullName: place % 2 === 0 ? `Đặng Thị Thử ${place}` : `Lê Thử ${place}`, decided: each, granted: each },
      ...{ carriedIn: 0, committed: each, paid: each, returned: 0, carriedOut: 0, open: 0 },
    })),
  });
  const read = (query: object) => settlementLines(id, linesQuery.parse(query));
  const pages = await Promise.all([1, 2, 3, 4].map((page) => read({ page })));
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20, 0]);
  expect(pages.map(({ total }) => total)).toEqual([120, 120, 120, 120]);
  expect(pages.flatMap(({ rows }) => rows.map(({ claimId }) => claimId))).toEqual(claims.map((claim) => claim.id));
  const named = [await read({ q: "dang thi" }), await read({ q: "dang thi", page: 2 })];
  expect(named.map(({ total, rows }) => [total, rows.length])).toEqual([
    [60, 50],
    [60, 10],
  ]);
  expect(named[1]?.rows.at(-1)).toMatchObject({ claimId: claims[118]?.id, fullName: "Đặng Thị Thử 118" });
  expect(await read({ q: claims[119]?.dossier.code ?? "" })).toMatchObject({
    total: 1,
    rows: [{ claimId: claims[119]?.id, fullName: "Lê Thử 119" }],
  });
  expect(await read({ q: `${claims[119]?.dossier.code} dang` })).toEqual({ rows: [], total: 0 });
});
