import { beforeAll, expect, test } from "vitest";
import { decideBudget, proposeBudget, withdrawBudget } from "@/lib/budget/proposal-commands";
import { pauseBudget, resumeBudget, takeInDossiers } from "@/lib/budget/year-commands";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { grantChange, previewChange, requestChange } from "@/lib/subsidies/change-commands";
import { withdrawDossier } from "@/lib/subsidies/dossier-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveMoney } from "../factories/budget";
import { createGranted } from "../factories/granted-dossiers";
import { createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
type Staff = Awaited<ReturnType<typeof createStaff>>;
let [office, leader, officer]: Staff[] = [];
let policyId = 0;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}
const yearOf = (year: number) => db().budgetYear.findUniqueOrThrow({ where: { policyId_year: { policyId, year } } });
const fundingOf = (dossierId: number) => db().dossierFunding.findUnique({ where: { dossierId } });

beforeAll(async () => {
  await loadReferenceData(db());
  [office, leader, officer] = [
    await createStaff("OFFICE"),
    await createStaff("LEADER"),
    await createStaff("LABOUR_OFFICER"),
  ];
  policyId = (await db().supportPolicy.findFirstOrThrow()).id;
});

const proposal = (more: object = {}) => ({
  ...{ policyId, year: 2031, kind: "ALLOCATE", amount: "1.500.000.000", document: "Quyết định 12/QĐ-UBND (thử)" },
  documentOn: "2026-01-05",
  ...more,
});
const propose = (more: object = {}) => proposeBudget(office as Staff, proposal(more), at);
const approve = async (more: object = {}) => {
  const { id, version } = good(await propose(more));
  return decideBudget(leader as Staff, { id, version, decision: "APPROVED" }, at);
};

test("money is proposed by the office and approved by a leader; a refusal says why; nothing moves before", async () => {
  const { id, version } = good(await propose());
  expect(await yearOf(2031)).toMatchObject({ available: 0n });
  expect(await decideBudget(leader as Staff, { id, version, decision: "REFUSED" }, at)).toMatchObject({
    ...{ code: "invalid_input", fields: [{ path: ["note"], code: "required" }] },
  });
  // Somebody who holds both offices is still one person.
  const both = { ...(office as Staff), staffRole: "LEADER" as const };
  expect(await decideBudget(both, { id, version, decision: "APPROVED" }, at)).toMatchObject({ code: "own_proposal" });
  await expect(
    db().budgetProposal.update({
      where: { id },
      data: { state: "APPROVED", decidedById: (office as Staff).userId, decidedAt: now },
    }),
  ).rejects.toThrow(/two_people/);
  good(await decideBudget(leader as Staff, { id, version, decision: "APPROVED" }, at));
  expect(await decideBudget(leader as Staff, { id, version: version + 1, decision: "APPROVED" }, at)).toMatchObject({
    code: "not_allowed_now",
  });
  expect(await yearOf(2031)).toMatchObject({ source: -1_500_000_000n, available: 1_500_000_000n });
  expect(await propose({ amount: "một tỷ" })).toMatchObject({
    ...{ code: "invalid_input", fields: [{ path: ["amount"], code: "amount" }] },
  });
  expect(await propose({ amount: "" })).toMatchObject({ fields: [{ path: ["amount"], code: "required" }] });
  expect(await propose({ kind: "TRANSFER", toYear: 2031 })).toMatchObject({
    fields: [{ path: ["toYear"], code: "anotherYear" }],
  });
  const other = good(await propose());
  good(await withdrawBudget(office as Staff, { id: other.id, version: other.version }, at));
  expect(await yearOf(2031)).toMatchObject({ available: 1_500_000_000n });
});

test("no more is reduced or moved to another year than is free", async () => {
  expect(await approve({ kind: "REDUCE", amount: 1_500_000_001 })).toMatchObject({
    ...{ code: "over_available", params: { year: "2031", available: 1_500_000_000 } },
  });
  good(await approve({ kind: "REDUCE", amount: 500_000_000 }));
  good(await approve({ kind: "TRANSFER", toYear: 2032, amount: 400_000_000 }));
  expect(await yearOf(2031)).toMatchObject({ available: 600_000_000n, carriedOut: 400_000_000n });
  expect(await yearOf(2032)).toMatchObject({ available: 400_000_000n, carriedIn: -400_000_000n });
  expect(await approve({ kind: "REMIT", amount: 1 })).toMatchObject({ code: "over_returned" });
});

test("older dossiers are taken in: what was granted is committed or nothing is, what is examined waits in order", async () => {
  const granted = await createGranted({ persons: 2 });
  await db().$executeRaw`delete from "DossierFunding" where "dossierId" = ${granted.id}`;
  const examined = await createDossier({ persons: 1 });
  const later = await createDossier({ persons: 1, submittedAt: new Date("2026-10-06T09:00:00+07:00") });
  const takeIn = () => takeInDossiers(office as Staff, { policyId, year: 2026 }, at);
  expect(await takeIn()).toMatchObject({ code: "over_allocation", params: { year: "2026", missing: 12_000_000 } });
  await giveMoney(policyId, 2026, 19_000_000);
  expect(good(await takeIn())).toEqual({ granted: 1, examined: 2, waiting: 1 });
  expect(good(await takeIn())).toEqual({ granted: 0, examined: 0, waiting: 0 });
  expect(await yearOf(2026)).toMatchObject({ committed: 12_000_000n, reserved: 6_000_000n, available: 1_000_000n });
  expect(await fundingOf(examined.id)).toMatchObject({ waiting: 0n });
  expect(await fundingOf(later.id)).toMatchObject({ waiting: 6_000_000n });

  // Less is granted after the decision: what is free again goes to whoever waits.
  const change = { kind: "DROP_PERSON", position: 1, droppedOn: "2026-05-10", monthsAttended: 4 };
  const { applicant, id } = granted;
  const { after } = good(await previewChange(applicant, { id, change }, at));
  const { version } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
  const asked = good(await requestChange(applicant, { id, version, change, reason: "Chuyển nhà", after }, at));
  good(await grantChange(officer as Staff, { id, requestId: asked.id, version: 1, after }, at));
  expect(await yearOf(2026)).toMatchObject({
    committed: BigInt(after),
    available: 1_000_000n + 12_000_000n - BigInt(after),
  });
  good(await approve({ year: 2026, amount: 6_000_000 }));
  expect(await fundingOf(later.id)).toMatchObject({ waiting: 0n });

  // Withdrawn: free again.
  const { available } = await yearOf(2026);
  const row = await db().subsidyDossier.findUniqueOrThrow({ where: { id: later.id } });
  good(await withdrawDossier(later.applicant, { id: later.id, version: row.version, reason: "Không học nữa" }, at));
  expect(await yearOf(2026)).toMatchObject({ available: available + 6_000_000n });
});

test("a pause is explained and ended; while it lasts a dossier waits, afterwards it is reserved", async () => {
  const { id, version } = await yearOf(2026);
  expect(await pauseBudget(office as Staff, { id, version, reason: "" }, at)).toMatchObject({ code: "invalid_input" });
  const paused = good(await pauseBudget(office as Staff, { id, version, reason: "Chờ thông báo của Sở" }, at));
  const dossier = await createDossier({ persons: 1 });
  expect(good(await takeInDossiers(office as Staff, { policyId, year: 2026 }, at))).toMatchObject({ waiting: 1 });
  expect(await resumeBudget(office as Staff, { id, version }, at)).toMatchObject({ code: "changed_meanwhile" });
  expect(good(await resumeBudget(leader as Staff, paused, at))).toMatchObject({ reserved: 1 });
  expect(await fundingOf(dossier.id)).toMatchObject({ waiting: 0n });
});

test("at the year's end what is open moves to the next year with its dossiers, and the books of both are balanced", async () => {
  const before = await yearOf(2026);
  const open = before.reserved + before.committed;
  good(await approve({ year: 2026, kind: "CARRY_OVER", amount: "" }));
  expect(await yearOf(2026)).toMatchObject({
    reserved: 0n,
    committed: 0n,
    carriedOut: open,
    available: before.available,
  });
  expect(await yearOf(2027)).toMatchObject({
    ...{ reserved: before.reserved, committed: before.committed, carriedIn: -open, available: 0n },
  });
  expect(await db().budgetProposal.findFirst({ where: { kind: "CARRY_OVER" } })).toMatchObject({ amount: open });
});
