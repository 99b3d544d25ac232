import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day, dateToDay } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { createObligation, startObligation } from "@/lib/deadlines/obligation-commands";
import { askExtension, decideExtension } from "@/lib/reports/extension-commands";
import { owedCounts, owedFirst, owedPage, owedReport } from "@/lib/reports/owed-queries";
import { acceptReports, excuseReport, recallReport, reopenReport, returnReport } from "@/lib/reports/review-commands";
import { reviewedReport, reviewPage, reviewQuery } from "@/lib/reports/review-queries";
import { saveReport, submitReport } from "@/lib/reports/submission-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createMember, createStaff } from "../factories/identity";

const at = (day: Day) => new Date(`${day}T09:00:00+07:00`);
/** Reports of 15/02/2027 open on 16 January. */
const inWindow = at("2027-02-01");
const afterDue = at("2027-02-20");

let head: Awaited<ReturnType<typeof createStaff>>;
let officer: typeof head;
let form: number;
let park: number;

beforeAll(async () => {
  await loadReferenceData(db());
  [head, officer] = [await createStaff("LABOUR_HEAD"), await createStaff("LABOUR_OFFICER")];
  park = (await db().industrialPark.findFirstOrThrow()).id;
  form = await createForm();
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
}

/** A person of a fresh enterprise that owes one report. */
async function reporter(overrides: Parameters<typeof obligation>[1] = {}) {
  const enterpriseId = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
  const person = await createMember(enterpriseId);
  const audience = { kind: "organisations" as const, ids: [enterpriseId] };
  const { id } = good(
    await createObligation(head, obligation(form, { audience, ...overrides }), { now: at("2026-11-23") }),
  );
  good(await startObligation(head, { id, version: 1 }, { now: at("2026-11-23") }));
  const report = await db().reportAssignment.findFirstOrThrow({
    where: { period: { obligationId: id, slot: "2027-1" } },
  });
  return { person, obligationId: id, id: report.id, enterpriseId };
}

const stateOf = (id: number) => db().reportAssignment.findUniqueOrThrow({ where: { id } });

test("a report's whole way: drafted, handed in, returned by field, corrected, accepted, opened again", async () => {
  const { person, id } = await reporter();
  expect(
    await submitReport(person, { id, version: 1, content: { workers: 1 } }, { now: at("2027-01-10") }),
  ).toMatchObject({
    ok: false,
    code: "not_open",
    params: { day: "2027-01-16" },
  });
  expect(await owedCounts(person, at("2027-01-10"))).toEqual({ open: 0, coming: 3, done: 0, late: 0 });

  good(await saveReport(person, { id, version: 1, content: { workers: null, remarks: "dở" } }, { now: inWindow }));
  expect((await owedReport(person, id))?.draft).toMatchObject({ remarks: "dở" });
  expect(await submitReport(person, { id, version: 2, content: { workers: -1 } }, { now: inWindow })).toMatchObject({
    ok: false,
    fields: [{ path: ["content", "workers"], code: "tooSmall", params: { minimum: 0 } }],
  });
  expect(
    good(await submitReport(person, { id, version: 2, content: { workers: 12 } }, { now: inWindow })),
  ).toMatchObject({ no: 1, daysLate: 0 });
  expect(await stateOf(id)).toMatchObject({ state: "SUBMITTED", draft: null });

  const waiting = await reviewPage(officer, reviewQuery.parse({}), inWindow);
  expect(waiting.rows.map((row) => row.id)).toContain(id);
  expect(await returnReport(officer, { id, version: 3 }, { now: inWindow })).toMatchObject({
    ok: false,
    code: "invalid_input",
  });
  good(
    await returnReport(
      officer,
      { id, version: 3, reasons: [{ field: "workers", reason: "Thiếu ca đêm" }] },
      { now: inWindow },
    ),
  );
  const returned = await owedReport(person, id);
  expect(returned).toMatchObject({ state: "RETURNED", draft: { workers: 12 } });
  expect(returned?.submissions[0]).toMatchObject({ outcome: "RETURNED", reasons: { workers: "Thiếu ca đêm" } });
  const mail = await db().mail.findFirstOrThrow({ where: { template: "reportReturned", toAddress: person.email } });
  expect(mail.text).toContain("Thiếu ca đêm");

  // Corrected after the due day: it had come in time, and stays in time.
  expect(
    good(await submitReport(person, { id, version: 4, content: { workers: 15 } }, { now: afterDue })),
  ).toMatchObject({ no: 2, daysLate: 0 });
  good(await acceptReports(head, { reports: [{ id, version: 5 }] }, { now: afterDue }));
  expect(await stateOf(id)).toMatchObject({ state: "ACCEPTED" });
  good(await reopenReport(head, { id, version: 6, reason: "Số liệu mâu thuẫn" }, { now: afterDue }));
  good(await submitReport(person, { id, version: 7, content: { workers: 16 } }, { now: afterDue }));
  expect((await reviewedReport(officer, id))?.submissions.map(({ no, outcome }) => [no, outcome])).toEqual([
    [3, null],
    [2, "RETURNED"],
    [1, "RETURNED"],
  ]);
});

test("late is late and says by how much; nothing to report is one answer", async () => {
  const { person, id } = await reporter();
  expect(good(await submitReport(person, { id, version: 1, content: {}, nil: true }, { now: afterDue }))).toMatchObject(
    { daysLate: 5 },
  );
  expect((await owedReport(person, id))?.submissions[0]).toMatchObject({ nil: true, content: {} });
});

test("handed in twice at once, it is handed in once", async () => {
  const { person, id } = await reporter();
  const results = await Promise.all(
    [3, 4, 5].map((workers) => submitReport(person, { id, version: 1, content: { workers } }, { now: inWindow })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().reportSubmission.count({ where: { assignmentId: id } })).toBe(1);
});

test("what was handed in cannot be changed, not even by hand in the database", async () => {
  const { person, id } = await reporter();
  good(await submitReport(person, { id, version: 1, content: { workers: 3 } }, { now: inWindow }));
  const change = db()
    .$executeRaw`update "ReportSubmission" set content = '{"workers": 4}' where "assignmentId" = ${id}`;
  await expect(change).rejects.toThrow(/is not changed/);
  await expect(db().$executeRaw`delete from "ReportSubmission" where "assignmentId" = ${id}`).rejects.toThrow(
    /is not changed/,
  );
});

describe("more time", () => {
  test("is asked for, granted, and counts", async () => {
    const { person, id } = await reporter();
    const ask = (untilOn: Day) =>
      askExtension(person, { id, version: 1, untilOn, reason: "Đổi phần mềm nhân sự" }, { now: inWindow });
    expect(await ask("2027-02-15")).toMatchObject({ ok: false, fields: [{ code: "afterDue" }] });
    expect(await ask("2027-02-20")).toMatchObject({ ok: false, fields: [{ code: "dayOff" }] });
    expect(await ask("2027-06-01")).toMatchObject({ ok: false, fields: [{ code: "extensionTooLong" }] });
    const { id: asked } = good(await ask("2027-02-22"));
    expect(await ask("2027-02-23")).toMatchObject({ ok: false, code: "already_asked" });
    good(await decideExtension(officer, { id: asked, grant: true }, { now: inWindow }));
    expect(dateToDay((await stateOf(id)).dueOn)).toBe("2027-02-22");
    expect(
      good(await submitReport(person, { id, version: 2, content: { workers: 1 } }, { now: at("2027-02-22") })),
    ).toMatchObject({ daysLate: 0 });
  });

  test("refused needs a word; a report handed in meanwhile needs no more time", async () => {
    const { person, id } = await reporter();
    const { id: asked } = good(
      await askExtension(person, { id, version: 1, untilOn: "2027-02-22", reason: "Bận kiểm toán" }, { now: inWindow }),
    );
    expect(await decideExtension(officer, { id: asked, grant: false }, { now: inWindow })).toMatchObject({
      ok: false,
      fields: [{ path: ["note"] }],
    });
    good(await submitReport(person, { id, version: 1, content: { workers: 1 } }, { now: inWindow }));
    expect(await decideExtension(officer, { id: asked, grant: true }, { now: inWindow })).toMatchObject({
      ok: false,
      code: "not_allowed_now",
    });
  });
});

test("released and owed again: what was typed is still there", async () => {
  const { person, id } = await reporter();
  good(await saveReport(person, { id, version: 1, content: { workers: 7 } }, { now: inWindow }));
  good(await excuseReport(officer, { id, version: 2, reason: "Tạm ngừng toàn bộ dây chuyền" }, { now: inWindow }));
  expect(await saveReport(person, { id, version: 3, content: { workers: 8 } }, { now: inWindow })).toMatchObject({
    ok: false,
    code: "not_allowed_now",
  });
  good(await recallReport(officer, { id, version: 3 }, { now: inWindow }));
  expect(await owedReport(person, id)).toMatchObject({ state: "OWED", draft: { workers: 7 } });
});

test("released after it was returned, it is returned again when the release is taken back, in one write", async () => {
  const { person, id } = await reporter();
  good(await submitReport(person, { id, version: 1, content: { workers: 7 } }, { now: inWindow }));
  good(await returnReport(officer, { id, version: 2, note: "Thiếu ca đêm" }, { now: inWindow }));
  good(await excuseReport(officer, { id, version: 3, reason: "Tạm ngừng dây chuyền" }, { now: inWindow }));
  expect(good(await recallReport(officer, { id, version: 4 }, { now: inWindow }))).toEqual({ id, version: 5 });
  expect(await owedReport(person, id)).toMatchObject({ state: "RETURNED", version: 5, draft: { workers: 7 } });
});

test("the desk has what is to be done first, and says how much is late", async () => {
  const { person, id } = await reporter();
  const { dueOn } = await db().reportAssignment.findUniqueOrThrow({ where: { id } });
  const after = new Date(dueOn.getTime() + 2 * 86_400_000);
  expect(await owedFirst(person, after)).toMatchObject({ items: [{ id }], open: 1, late: 1 });
  expect(await owedFirst(person, new Date(dueOn.getTime() - 300 * 86_400_000))).toMatchObject({ items: [], open: 0 });
});

test("another organisation's report, and another unit's, do not exist", async () => {
  const one = await reporter();
  const other = await reporter({ reviewer: "EMPLOYMENT_CENTRE" });
  expect(await owedReport(other.person, one.id)).toBeNull();
  expect((await owedPage(other.person, "coming", 1, inWindow)).items.map(({ id }) => id)).not.toContain(one.id);
  expect(
    await submitReport(other.person, { id: one.id, version: 1, content: { workers: 1 } }, { now: inWindow }),
  ).toMatchObject({ code: "not_found" });
  expect(await reviewedReport(officer, other.id)).toBeNull();
  expect(
    await excuseReport(officer, { id: other.id, version: 1, reason: "không phải việc mình" }, { now: inWindow }),
  ).toMatchObject({ code: "not_found" });
});

test("a unit of the Authority answers for itself", async () => {
  const centre = await createStaff("EMPLOYMENT_CENTRE");
  const audience = { kind: "units" as const, units: ["EMPLOYMENT_CENTRE" as const] };
  const { id } = good(await createObligation(head, obligation(form, { audience }), { now: at("2026-11-23") }));
  good(await startObligation(head, { id, version: 1 }, { now: at("2026-11-23") }));
  const [mine] = (await owedPage(centre, "open", 1, inWindow)).items;
  expect(mine).toMatchObject({ slot: "2027-1", state: "OWED" });
  good(await submitReport(centre, { id: mine?.id, version: 1, content: { workers: 40 } }, { now: inWindow }));
  expect((await owedPage(officer, "open", 1, inWindow)).items).toEqual([]);
});

test("the window begins a working month before, counted from the moved due day", async () => {
  const { id } = await reporter({ opensDaysBefore: 30 });
  const { periodId } = await stateOf(id);
  const period = await db().reportingPeriod.findUniqueOrThrow({ where: { id: periodId } });
  expect(dateToDay(period.opensOn)).toBe(addDays(dateToDay(period.dueOn), -30));
});
