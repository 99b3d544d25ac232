import { readXlsx } from "hucre/xlsx";
import PizZip from "pizzip";
import { beforeAll, expect, test } from "vitest";
import { chosenOf } from "@/lib/budget/estimate";
import {
  createEstimate,
  gatherEstimate,
  proposeEstimate,
  returnEstimate,
  saveEstimate,
  submitEstimate,
} from "@/lib/budget/estimate-commands";
import { estimateSheet, estimateWord } from "@/lib/budget/estimate-file";
import { estimate } from "@/lib/budget/estimate-queries";
import { decideBudget, withdrawBudget } from "@/lib/budget/proposal-commands";
import { dayToDate } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { streamedWorkbook } from "@/lib/documents/streamed-workbook";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers } from "../factories/budget";
import { createEnterpriseWith } from "../factories/deadlines";
import { createBeneficiaries, createCourse, createWorkers } from "../factories/dossiers";
import { createStaff } from "../factories/identity";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
const year = 2026;
type Staff = Awaited<ReturnType<typeof createStaff>>;
let head: Staff;
let office: Staff;
let leader: Staff;
let policyId = 0;
let organisationId = 0;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

/** A course of the past, so many of whose people dropped out after three of nine months. */
async function pastCourse(people: number, dropped: number) {
  const course = await createCourse(organisationId, {
    ...{ state: "COMPLETED", startsOn: dayToDate("2025-01-06"), endsOn: dayToDate("2025-10-06") },
  });
  const beneficiaries = await createBeneficiaries(people);
  const entries = await createWorkers(organisationId, beneficiaries);
  await db().courseParticipant.createMany({
    data: entries.map((rosterEntryId, index) => ({
      ...{ courseId: course.id, rosterEntryId, beneficiaryId: beneficiaries[index] as number },
      ...(index < dropped
        ? { droppedOn: dayToDate("2025-04-06"), dropReason: "Thử", monthsAttended: 3 }
        : { completedOn: dayToDate("2025-10-06"), monthsAttended: 9 }),
    })),
  });
}

beforeAll(async () => {
  await loadReferenceData(db());
  [head, office, leader] = [await createStaff("LABOUR_HEAD"), await createStaff("OFFICE"), await createStaff("LEADER")];
  policyId = (await db().supportPolicy.findFirstOrThrow({ where: { code: "nq-03-2024" } })).id;
  organisationId = await createEnterpriseWith((await db().industrialPark.findFirstOrThrow()).id, [
    ["2020-01-01", "OPERATING"],
  ]);
  await pastCourse(40, 8);
  await createCourse(organisationId, { tuition: 10_000_000, places: 50, programme: "Hàn 50 chỗ" });
});

const make = () =>
  createEstimate(head, { policyId, year, kind: "YEARLY", title: "Dự toán thử", note: "" }, at).then(good);
const rowOf = (id: number) =>
  db().budgetEstimate.findUniqueOrThrow({ where: { id }, include: { acts: true, versions: true, proposal: true } });
const seen = async (id: number) => ({ id, version: (await rowOf(id)).version });
const yearOf = () => db().budgetYear.findUnique({ where: { policyId_year: { policyId, year } } });

test("an estimate is gathered from dossiers and courses, its attrition from past drop-outs", async () => {
  const { id } = await make();
  const shown = await estimate(id);
  const line = shown?.basis.lines.find(({ programme }) => programme === "Hàn 50 chỗ");
  expect(line).toMatchObject({ source: "COURSES", groupCode: "a", persons: 50, tuition: 10_000_000, asked: null });
  expect(shown?.basis.history.groups.a).toEqual({ dropped: 8, of: 40 });
  const expected = shown && chosenOf(shown);
  const computed = expected?.lines.find(({ programme }) => programme === "Hàn 50 chỗ");
  // 20 % of 50 drop out after 3 of 9 months and get a third of 5 million, in whole thousands, rounded down.
  expect(computed).toMatchObject({ begin: 50, dropOut: 10, each: 5_000_000, eachDropOut: 1_667_000 });
  expect(computed?.attrition).toEqual({ perMille: 200, from: "group", sample: 40 });
  expect(computed?.amount).toBe(40 * 5_000_000 + 10 * 1_667_000);

  const [dossier] = await createReadyDossiers(3);
  good(await gatherEstimate(head, await seen(id), at));
  const again = await estimate(id);
  const dossiers = again?.basis.lines.find(({ source }) => source === "DOSSIERS");
  expect(dossiers).toMatchObject({ persons: 3, asked: 18_000_000, rates: ["hoc-phi"] });
  expect(dossier).toBeDefined();
});

test("its way: handed in frozen, returned, handed in anew, proposed, taken back, proposed, approved = allocated once", async () => {
  const { id } = await make();
  expect(await submitEstimate(office, await seen(id), at)).toMatchObject({ ok: false, code: "forbidden" });
  good(await submitEstimate(head, await seen(id), at));
  const [first] = (await rowOf(id)).versions;
  expect(
    await saveEstimate(head, { ...(await seen(id)), title: "Khác", note: "", scenarios: [], chosen: "x" }, at),
  ).toMatchObject({ ok: false });
  await expect(
    db().$executeRaw`update "BudgetEstimateVersion" set amount = 1 where "estimateId" = ${id}`,
  ).rejects.toThrow();

  good(await returnEstimate(office, { ...(await seen(id)), reason: "Giảm quy mô" }, at));
  const shown = await estimate(id);
  const scenarios = (shown?.scenarios ?? []).map((one) => ({ ...one, intake: 60, attrition: 0 }));
  good(await saveEstimate(head, { ...(await seen(id)), title: "Dự toán thử", note: "", scenarios, chosen: "low" }, at));
  good(await submitEstimate(head, await seen(id), at));
  const second = await rowOf(id);
  expect(second.versions.map(({ no }) => no).sort()).toEqual([1, 2]);
  expect(second.amount).toBeLessThan(first?.amount ?? 0n);

  const paper = { document: "Tờ trình số 9/TTr-VP", documentOn: "2026-11-20" };
  good(await proposeEstimate(office, { ...(await seen(id)), ...paper }, at));
  const proposal = (await rowOf(id)).proposal;
  expect(proposal).toMatchObject({ kind: "ALLOCATE", amount: second.amount, state: "PROPOSED" });
  good(await withdrawBudget(office, { id: proposal?.id, version: proposal?.version }, at));
  expect(await rowOf(id)).toMatchObject({ state: "SUBMITTED" });
  good(await proposeEstimate(office, { ...(await seen(id)), ...paper }, at));
  const anew = (await rowOf(id)).proposal;
  const before = (await yearOf())?.source ?? 0n;
  good(await decideBudget(leader, { id: anew?.id, version: anew?.version, decision: "APPROVED" }, at));
  const done = await rowOf(id);
  expect(done.state).toBe("APPROVED");
  expect(before - ((await yearOf())?.source ?? 0n)).toBe(second.amount);
  expect(done.acts.map(({ move }) => move)).toEqual([
    ...["submit", "return", "submit", "propose", "takeBack", "propose", "approve"],
  ]);
  expect(done.acts.at(-1)?.byUserId).toBe(leader.userId);
});

test("a leader's refusal returns the estimate with the reason; what is free is not asked for again", async () => {
  const { id } = await make();
  const shown = await estimate(id);
  const free = Number((await yearOf())?.available ?? 0n);
  expect(shown?.basis.available).toBe(free);
  const total = shown ? chosenOf(shown).total : 0;
  expect((await rowOf(id)).amount).toBe(BigInt(Math.max(0, total - free)));
  const scenarios = (shown?.scenarios ?? []).map((one) => ({ ...one, intake: 300, attrition: 0 }));
  good(await saveEstimate(head, { ...(await seen(id)), title: "Lớn", note: "", scenarios, chosen: "high" }, at));
  good(await submitEstimate(head, await seen(id), at));
  good(await proposeEstimate(office, { ...(await seen(id)), document: "Tờ trình 10", documentOn: "2026-11-21" }, at));
  const proposal = (await rowOf(id)).proposal;
  const refusal = { id: proposal?.id, version: proposal?.version, decision: "REFUSED", note: "Chưa cân đối được" };
  good(await decideBudget(leader, refusal, at));
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: "RETURNED" });
  expect(row.acts.at(-1)).toMatchObject({ move: "refuse", reason: "Chưa cân đối được" });
  const none = scenarios.map((one) => ({ ...one, intake: 0 }));
  await db().supportClaim.updateMany({ where: { state: "IN_FLIGHT" }, data: { state: "RELEASED", endedAt: now } });
  good(await gatherEstimate(head, await seen(id), at));
  good(
    await saveEstimate(head, { ...(await seen(id)), title: "Không", note: "", scenarios: none, chosen: "high" }, at),
  );
  expect(await submitEstimate(head, await seen(id), at)).toMatchObject({ ok: false, code: "nothing_asked" });
});

test("screen, Word and Excel say the same sums at the same cut-off", async () => {
  const { id } = await make();
  const shown = await estimate(id);
  if (!shown) throw new Error("no estimate");
  const chosen = chosenOf(shown);
  const xml = new PizZip(await estimateWord(shown, chosen)).file("word/document.xml")?.asText() ?? "";
  const text = xml.replace(/<[^>]+>/g, "");
  for (const value of [chosen.total, chosen.asked, ...shown.results.map(({ asked }) => asked)])
    expect(text).toContain(value.toLocaleString("vi-VN"));
  expect(text).toContain("chưa được xác nhận");
  const sheet = estimateSheet(shown, chosen, "vi");
  const stream = streamedWorkbook(sheet.name, sheet.columns, sheet.rows(), sheet.titles);
  const book = await readXlsx(new Uint8Array(await new Response(stream).arrayBuffer()));
  const rows = book.sheets[0]?.rows ?? [];
  expect(String(rows[0]?.[0])).toContain(String(year));
  expect(String(rows[2]?.[0])).toContain("09:00:00");
  const lines = rows.filter((row) => typeof row[0] === "number");
  expect(lines).toHaveLength(chosen.lines.length);
  expect(lines.reduce((sum, row) => sum + Number(row[17]), 0)).toBe(chosen.total);
  expect(rows.some((row) => row[1] === "Cộng" && row[17] === chosen.total)).toBe(true);
});
