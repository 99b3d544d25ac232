import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { system } from "@/lib/identity/actor";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import { findingLots, importEntry, importList, shownOf } from "@/lib/imports/import-queries";
import { landImport, retryImport } from "@/lib/imports/landing-commands";
import { readImport } from "@/lib/jobs/import-reading";
import { saveReport } from "@/lib/reports/submission-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createSchool, type OpenCall, openCall, submitted } from "../factories/cohorts";
import { createMember } from "../factories/identity";
import { toXlsx, type Value } from "../tables/encode";

const now = new Date("2026-04-01T03:00:00Z");
const today = { now };

beforeAll(async () => {
  await loadReferenceData(db());
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
}

/** A school that one call asks, with a person of it. */
async function asked(year = 2026) {
  const { id } = await createSchool();
  const call = await openCall(year, [id]);
  return { id, call, reportId: call.assignments.get(id) ?? 0, actor: await createMember(id) };
}

const head = ["TT", "Mã nghề", "Tên nghề", "Năm thứ nhất", "Nữ năm 1", "Chỉ tiêu", "Tốt nghiệp", "Tháng tốt nghiệp"];
const bytesOf = async (rows: Value[][]) => new Uint8Array(await toXlsx([{ name: "DS", rows }]));
const start = async (actor: Person, rows: Value[][], more: object = {}) =>
  startImport(actor, { kind: "COHORTS", name: "nganh.xlsx", bytes: await bytesOf(rows), ...more }, today);
const importOf = (id: number) => db().tableImport.findUniqueOrThrow({ where: { id } });
const rowsOf = (importId: number) => db().tableImportRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
const reportOf = (id: number) => db().reportAssignment.findUniqueOrThrow({ where: { id } });

type Said = { code: string; field: string | null; address: string | null }[];
const saidOf = (row: { findings: unknown } | undefined) =>
  ((row?.findings ?? []) as Said).map(({ code, address }) => `${address} ${code}`);

/** Brings a table and has it tried, with the columns as they were proposed. */
async function tried(actor: Person, rows: Value[][], more: object = {}): Promise<number> {
  const { id } = good(await start(actor, rows, more));
  if ((await readImport(id, 0, () => now)) !== "read") return id;
  const { version, layout } = await importOf(id);
  const columns = (layout as { columns: { column: number; field: string | null }[] }).columns;
  const fields = Object.fromEntries(columns.map(({ column, field }) => [String(column), field]));
  good(await setMapping(actor, { id, version, fields }, today));
  expect(await readImport(id, 1, () => now)).toBe("checked");
  return id;
}

const apply = async (actor: Person, id: number, more: object = {}) => {
  const { version } = await importOf(id);
  return applyImport(actor, { id, version, policy: "accepted", handIn: false, again: false, ...more }, today);
};
const land = (importId: number) => landImport(system("worker"), { importId }, today);
const programmesOf = async (reportId: number) =>
  ((await reportOf(reportId)).draft as { programmes: Record<string, unknown>[] }).programmes;

describe("a school's programmes as a table", () => {
  it("are tried, told cell by cell, and taken into the draft of the call's report", async () => {
    const { actor, reportId } = await asked();
    const id = await tried(actor, [
      ["TRƯỜNG CAO ĐẲNG MẪU"],
      head,
      [1, 6520227, "Điện công nghiệp", "45 em", 5, 50, 33, "6/2026"],
      [2, "6520123", "Hàn".normalize("NFD"), 2026, 1, 30, null, null],
      [3, "6520227", "Điện công nghiệp (lặp)", 4, 0, 5, null, null],
      [4, "5540205", "May thời trang", 10, 12, -3, null, null],
      [5, "DCN-01", "Phép thuật ứng dụng", "1.200", 3, 12.5, 9, null],
      [6, "6520999", "Phép thuật cơ bản", 20, 3, 25, 9, null],
      [null, "Tổng cộng", null, 9_999, 24, 118, 51, null],
    ]);
    const rows = await rowsOf(id);
    expect(rows.map(({ row, state }) => [row, state])).toEqual([
      [3, "ACCEPTED"],
      [4, "REFUSED"],
      [5, "REFUSED"],
      [6, "REFUSED"],
      [7, "REFUSED"],
      [8, "ACCEPTED"],
    ]);
    expect(rows.map(saidOf)).toEqual([
      ["null levelGuessed", "null fieldGuessed"],
      ["D4 yearForCount", "null levelGuessed", "null fieldGuessed"],
      ["B5 programmeTwice", "null levelGuessed", "null fieldGuessed"],
      ["F6 negative", "E6 womenMore", "null levelGuessed", "null fieldGuessed"],
      ["F7 wholeNumber", "G7 graduatesNoMonth", "null choiceOpen", "null choiceOpen"],
      ["G8 graduatesNoMonth", "null levelGuessed", "null choiceOpen"],
    ]);
    const entry = await importEntry(actor, id);
    expect(entry?.passed.find(({ kind }) => kind === "total")?.sums?.map(({ field }) => field)).toEqual([
      "y1",
      "intake",
    ]);
    const { landing } = await shownOf(actor, id, { part: "trial", show: "all", page: 1 }, now);
    expect(landing).toMatchObject({ reportId, open: true, added: 2, replaced: 0, kept: 0 });
    expect((await reportOf(reportId)).draft).toBeNull();

    good(await apply(actor, id));
    expect(good(await land(id))).toEqual({ applied: 2, submitted: 0 });
    const report = await reportOf(reportId);
    expect(report.state).toBe("DRAFT");
    expect(await programmesOf(reportId)).toMatchObject([
      { code: "6520227", level: "COLLEGE", field: "ELECTRICAL", y1: 45, w1: 5, intake: 50, y2: null },
      { code: "6520999", level: "COLLEGE", field: null, y1: 20 },
    ]);
    expect((report.draft as { graduates: unknown }).graduates).toEqual([
      { programme: "6520227", month: 6, year: 2026, count: 33, women: null },
    ]);
    // What the form begins with anyway is there as well.
    expect((report.draft as { school: string }).school).toBe(actor.organisation.nameVi);
    expect((await rowsOf(id)).filter(({ state }) => state === "APPLIED").map(({ subjectId }) => subjectId)).toEqual([
      reportId,
      reportId,
    ]);
    const trail = await db().auditEntry.findFirst({
      where: { command: "imports.land", subjectType: "report", subjectId: String(reportId) },
    });
    expect(trail).not.toBeNull();
  });

  it("replace what has the same code and leave the rest; the school's headings are known next time, another's are not", async () => {
    const { actor, reportId } = await asked();
    const typed = {
      programmes: [
        { code: "6520227", name: "Cũ", y2: 8, level: "COLLEGE", field: "OTHER" },
        { code: "X1", name: "Khác", y1: 3 },
      ],
    };
    good(await saveReport(actor, { id: reportId, version: 1, content: typed }, today));
    const rows = [
      head,
      [1, "652 0227", "Điện công nghiệp", 45, null, null, null, null],
      [2, "6520123", "Hàn", 3, 0, 4, null, null],
      [3, "6520124", "Tiện", 3, 0, 4, null, null],
    ];
    const id = await tried(actor, rows);
    expect((await shownOf(actor, id, { part: "trial", show: "all", page: 1 }, now)).landing).toMatchObject({
      added: 2,
      replaced: 1,
      kept: 1,
    });
    expect(saidOf((await rowsOf(id))[0])).toEqual(["B2 programmeReplaced"]);
    good(await apply(actor, id));
    good(await land(id));
    expect(await programmesOf(reportId)).toMatchObject([
      { code: "6520227", name: "Điện công nghiệp", field: "OTHER", y1: 45, y2: 8 },
      { code: "X1", y1: 3 },
      { code: "6520123" },
      { code: "6520124", field: null },
    ]);

    // The same file once more must be meant; another sheet of numbers under the same headings needs no mapping.
    const { file } = await db().tableImport.findUniqueOrThrow({ where: { id }, include: { file: true } });
    const again = await tried(actor, rows, { bytes: new Uint8Array(file?.bytes ?? []) });
    expect((await importEntry(actor, again))?.sameAs).toBe(id);
    expect(await apply(actor, again)).toMatchObject({ ok: false, code: "same_file" });
    const next = good(await start(actor, [head, [1, "6520125", "Phay", 3, 0, 4, null, null]]));
    expect(await readImport(next.id, 0, () => now)).toBe("checked");
    const other = await asked();
    const foreign = good(await start(other.actor, rows));
    expect(await readImport(foreign.id, 0, () => now)).toBe("read");
  });

  it.each(["at once", "one after the other"])(
    "of two tables, %s, the second is tried anew before anything of it is written",
    async (how) => {
      const { actor, reportId } = await asked();
      const [one, two] = [
        await tried(actor, [
          head,
          [1, "6520227", "Điện", 45, 5, 50, null, null],
          [2, "A2", "Hàn", 1, 0, 1, null, null],
        ]),
        await tried(actor, [
          head,
          [1, "6520227", "Điện", 40, 5, 50, null, null],
          [2, "A3", "Tiện", 1, 0, 1, null, null],
        ]),
      ];
      good(await apply(actor, one));
      good(await apply(actor, two));
      const landed = how === "at once" ? await Promise.all([land(one), land(two)]) : [await land(one), await land(two)];
      expect(landed.filter(({ ok }) => ok)).toHaveLength(1);
      const late = landed[0]?.ok ? two : one;
      expect(landed.find(({ ok }) => !ok)).toMatchObject({ code: "taken_meanwhile" });
      good(await retryImport(system("worker"), { importId: late, reason: "taken_meanwhile" }, today));
      const { run, problem } = await importOf(late);
      expect(problem).toBe("taken_meanwhile");
      expect(await readImport(late, run, () => now)).toBe("checked");
      expect(saidOf((await rowsOf(late))[0])).toContain("B2 programmeReplaced");
      good(await apply(actor, late));
      good(await land(late));
      expect((await programmesOf(reportId)).map(({ code }) => code).toSorted()).toEqual(["6520227", "A2", "A3"]);
    },
  );
});

describe("which report a table goes into", () => {
  const rows = [head, [1, "6520227", "Điện", 45, 5, 50, null, null], [2, "A2", "Hàn", 1, 0, 1, null, null]];

  it("must be open: none, one, a choice of two, never another school's", async () => {
    const { id } = await createSchool();
    const actor = await createMember(id);
    expect(await start(actor, rows)).toMatchObject({ ok: false, code: "no_open_call" });
    const calls: OpenCall[] = [await openCall(2026, [id])];
    expect(await start(actor, rows)).toMatchObject({ ok: true });
    calls.push(await openCall(2026, [id]));
    expect(await start(actor, rows)).toMatchObject({ fields: [{ path: ["reportId"], code: "whichCall" }] });
    const second = calls[1]?.assignments.get(id) ?? 0;
    const chosen = good(await start(actor, rows, { reportId: second }));
    expect((await importOf(chosen.id)).params).toMatchObject({ reportId: second });
    const other = await asked();
    expect(await start(actor, rows, { reportId: other.reportId })).toMatchObject({ code: "invalid_input" });
  });

  it("takes nothing once the call is closed or the report handed in: told before, and found while landing", async () => {
    const { id: schoolId, actor, call, reportId } = await asked();
    const id = await tried(actor, rows);
    const close = (state: "OPEN" | "CLOSED") =>
      db().dataCall.update({
        where: { obligationId: call.obligationId },
        data: { state, closedAt: state === "CLOSED" ? now : null },
      });
    await close("CLOSED");
    expect((await shownOf(actor, id, { part: "trial", show: "all", page: 1 }, now)).landing).toMatchObject({
      open: false,
    });
    expect(await apply(actor, id)).toMatchObject({ ok: false, code: "call_closed" });
    await close("OPEN");
    good(await apply(actor, id));
    await close("CLOSED");
    expect(await land(id)).toMatchObject({ ok: false, code: "call_closed" });
    good(await retryImport(system("worker"), { importId: id, reason: "call_closed" }, today));
    const { run } = await importOf(id);
    expect(await readImport(id, run, () => now)).toBe("checked");
    expect((await reportOf(reportId)).draft).toBeNull();
    await close("OPEN");
    await submitted(call, schoolId);
    expect(await apply(actor, id)).toMatchObject({ ok: false, code: "call_closed" });
  });

  it("is the school's own: another school finds neither the table nor what is said of it", async () => {
    const [{ actor }, stranger] = [await asked(), await asked()];
    const id = await tried(actor, rows);
    expect(await importEntry(stranger.actor, id)).toBeNull();
    expect((await importList(stranger.actor, 1)).rows).toEqual([]);
    expect((await shownOf(stranger.actor, id, { part: "trial", show: "all", page: 1 }, now)).landing).toBeNull();
    for await (const lot of findingLots(stranger.actor, id)) expect(lot).toEqual([]);
    expect(await apply(stranger.actor, id)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("a school's people as a table", () => {
  it("are students, where the table says nothing else", async () => {
    const { actor, id: schoolId } = await asked();
    const people: Value[][] = [
      ["Họ và tên", "Số CCCD", "Ngày sinh", "Mã sinh viên", "Đối tượng"],
      ["Nguyễn Văn Mẫu 1", "031206000001", "17/05/2006", "SV001", null],
      ["Nguyễn Văn Mẫu 2", "031085000002", "17/05/1985", "GV002", "Giảng viên"],
      ["Nguyễn Văn Mẫu 3", "031206000003", "18/05/2006", "SV003", "Công nhân"],
    ];
    const id = await tried(actor, people, { kind: "ROSTER" });
    expect((await rowsOf(id)).map(saidOf)).toEqual([[], [], ["E4 groupElsewhere"]]);
    good(await apply(actor, id));
    good(await land(id));
    const entries = await db().rosterEntry.findMany({ where: { organisationId: schoolId }, orderBy: { id: "asc" } });
    expect(entries.map(({ kind, staffCode }) => [kind, staffCode])).toEqual([
      ["STUDENT", "SV001"],
      ["TEACHER", "GV002"],
      ["STUDENT", "SV003"],
    ]);
  });
});
