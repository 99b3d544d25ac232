import { beforeAll, describe, expect, test } from "vitest";
import { closeCall, openCall, removeCall, reopenCall, writeCall } from "@/lib/cohorts/call-commands";
import { schoolLetterFile } from "@/lib/cohorts/call-letter";
import { callAnswers, callEntry, callPage, schoolLetter, schoolsCalled } from "@/lib/cohorts/call-queries";
import { audienceOf, callQuery } from "@/lib/cohorts/call-schema";
import { db } from "@/lib/db/client";
import { endObligation } from "@/lib/deadlines/obligation-commands";
import { wordText } from "@/lib/documents/word-template";
import { system } from "@/lib/identity/actor";
import { definitionOf } from "@/lib/reports/definition";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createMember, createStaff } from "../factories/identity";
import { createSchool } from "../factories/schools";

const now = new Date("2026-03-02T09:00:00+07:00");
const schools: Awaited<ReturnType<typeof createSchool>>[] = [];
let officer: Awaited<ReturnType<typeof createStaff>>;
let head: Awaited<ReturnType<typeof createStaff>>;
let member: Awaited<ReturnType<typeof createMember>>;
let foreign: Awaited<ReturnType<typeof createMember>>;
let registerId = 0;

const content = (more: object = {}) => ({
  ...{ year: 2026, opensOn: "2026-03-02", dueOn: "2026-04-15", recipients: { kind: "all" }, questions: [] },
  ...{ subject: "cung cấp thông tin đào tạo năm 2026", oneEach: true, signerTitle: "", signerName: "Nguyễn Ký Thử" },
  ...{ contactName: "Trần Chuyên Viên", contactPhone: "0225 000 0001" },
  ...more,
});
const write = (more: object = {}, seen: { id: number | null; version: number | null } = { id: null, version: null }) =>
  writeCall(officer, { ...seen, content: content(more) }, { now });
async function written(more: object = {}) {
  const result = await write(more);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const open = (seen: { id: number; version: number }) =>
  openCall(officer, { id: seen.id, version: seen.version, registerId, issuedOn: "2026-03-02" }, { now });
const versionOf = async (id: number) => (await db().dataCall.findUniqueOrThrow({ where: { id } })).version;
const letterOf = async (id: number, schoolId: number | null, actor = officer as Parameters<typeof schoolLetter>[2]) => {
  const found = await schoolLetter(id, schoolId, actor);
  return found && wordText(await schoolLetterFile(found.letter, found.school));
};

beforeAll(async () => {
  await loadReferenceData(db());
  for (const more of [
    { nameVi: "Trường Cao đẳng Thử Một", kind: "COLLEGE" as const, province: "31" },
    { nameVi: "Trường Trung cấp Thử Hai", kind: "INTERMEDIATE" as const, province: "33" },
    { nameVi: "Trường Đại học Thử Ba", kind: "UNIVERSITY" as const, province: "31" },
  ])
    schools.push(await createSchool(more));
  [officer, head] = [await createStaff("LABOUR_OFFICER"), await createStaff("LABOUR_HEAD")];
  member = await createMember(schools[0]?.id ?? 0, "OWNER");
  foreign = await createMember(schools[1]?.id ?? 0, "OWNER");
  registerId = (await db().documentRegister.findFirstOrThrow({ where: { symbol: "BQL-LĐ" } })).id;
});

describe("a call to schools", () => {
  test("says who gets it by kind, province or name: those are who will owe", async () => {
    const names = async (recipients: Parameters<typeof audienceOf>[0]) =>
      (await schoolsCalled(audienceOf(recipients))).map(({ nameVi }) => nameVi);
    expect(await names({ kind: "all" })).toHaveLength(3);
    expect(await names({ kind: "some", kinds: ["COLLEGE", "INTERMEDIATE"], provinces: ["31"] })).toEqual([
      "Trường Cao đẳng Thử Một",
    ]);
    expect(await names({ kind: "picked", ids: [schools[2]?.id ?? 0] })).toEqual(["Trường Đại học Thử Ba"]);
    const seen = await schoolsCalled(audienceOf({ kind: "all" }));
    expect(seen.map(({ reachable }) => reachable)).toEqual(
      [true, false, true].map((_, at) => seen[at]?.id !== schools[2]?.id),
    );
  });

  test("refuses a window that ends before it begins, one of years, no school chosen and a school that is none", async () => {
    const paths = async (more: object) => {
      const result = await write(more);
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path.join(".")} ${code}`);
    };
    expect(await paths({ dueOn: "2026-03-02" })).toEqual(["content.dueOn afterOpening"]);
    expect(await paths({ dueOn: "2027-06-01" })).toEqual(["content.dueOn windowTooLong"]);
    expect(await paths({ recipients: { kind: "some", kinds: [], provinces: [] } })).toEqual([
      "content.recipients.kinds chooseSome",
    ]);
    expect(await paths({ recipients: { kind: "picked", ids: [2_000_000_000] } })).toEqual([
      "content.recipients.ids choice",
    ]);
    const question = { kind: "text", vi: "Hỏi hai lần", en: "Asked twice", required: false };
    expect(await paths({ questions: [question, question] })).toEqual(["content.questions.1.vi questionTwice"]);
    expect(await db().dataCall.count()).toBe(0);
  });

  test("a draft asks nobody; its own questions come and go with it, and it can be thrown away", async () => {
    const asked = { kind: "integer", vi: "Số xưởng thực hành", en: "Workshops", required: true };
    const draft = await written({ questions: [asked] });
    expect((await callEntry(draft.id, head, now))?.content.questions).toEqual([asked]);
    expect(await db().reportAssignment.count()).toBe(0);
    const plain = await write({}, draft);
    expect(plain.ok && plain.value.version).toBe(draft.version + 1);
    expect(await db().reportForm.count({ where: { code: { startsWith: "school-data-" } } })).toBe(0);
    expect(await write({}, draft)).toMatchObject({ ok: false, code: "changed_meanwhile" });
    expect(await removeCall(officer, { id: draft.id, version: draft.version + 1 })).toMatchObject({ ok: true });
    expect(await db().obligation.count({ where: { nameVi: { contains: "đào tạo năm 2026" } } })).toBe(0);
  });

  test("may ask ahead of its year", async () => {
    const ahead = await written({ year: 2030 });
    expect((await callEntry(ahead.id, officer, now))?.content).toMatchObject({ year: 2030, dueOn: "2026-04-15" });
    expect(await removeCall(officer, ahead)).toMatchObject({ ok: true });
  });

  test("before it opens the letter shows a blank number, one to each school by its name", async () => {
    const draft = await written({
      questions: [{ kind: "text", vi: "Nhu cầu xưởng", en: "Workshops", required: false }],
    });
    const text = await letterOf(draft.id, schools[0]?.id ?? 0);
    expect(text).toMatch(/Số:\s+\/BQL-LĐ/);
    expect(text).toContain("V/v cung cấp thông tin đào tạo năm 2026");
    expect(text).toContain("Trường Cao đẳng Thử Một.");
    expect(text).toContain("1. Số lượng sinh viên hằng năm đang được đào tạo");
    expect(text).toContain("- Nhu cầu xưởng.");
    expect(text).toContain("trước hết ngày 15/04/2026");
    expect(text).toContain(
      "thông qua đồng chí Trần Chuyên Viên – Chuyên viên Phòng Quản lý lao động, điện thoại: 0225 000 0001",
    );
    expect(await letterOf(draft.id, schools[0]?.id ?? 0, member)).toBeNull();
    await removeCall(officer, draft);
  });

  test("opening numbers the letter, lets the schools owe it, and writes to each of their people once", async () => {
    const asked = { kind: "integer", vi: "Số xưởng thực hành", en: "Workshops", required: true };
    const draft = await written({ questions: [asked] });
    const opened = await open(draft);
    expect(opened).toMatchObject({ ok: true, value: { schools: 3, people: 2 } });
    if (!opened.ok) return;
    const number = opened.value.number;
    expect(number).toMatch(/^\d+\/BQL-LĐ$/);
    const entry = await callEntry(draft.id, officer, now);
    expect(entry).toMatchObject({ state: "OPEN", counts: { owe: 3, answered: 0, late: 0 }, document: { number } });
    expect(entry?.obligation.citation).toContain(number);
    const mails = await db().mail.findMany({ where: { template: "schoolCall" } });
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain(number);
    expect(await db().notice.count({ where: { template: "schoolCall" } })).toBe(2);
    const period = await db().reportingPeriod.findFirstOrThrow({
      where: { obligation: { dataCall: { id: draft.id } } },
      include: { formVersion: true, obligation: true },
    });
    expect(period.obligation.secondPerson).toBe(true);
    const keys = definitionOf(period.formVersion?.definition).sections.map(({ key }) => key);
    expect(keys.slice(-2)).toEqual(["questions", "contact"]);
    // A numbered letter stays as it went out, whatever the register says of the school later.
    await db().school.update({ where: { id: schools[0]?.id ?? 0 }, data: { nameVi: "Trường đổi tên" } });
    expect(await letterOf(draft.id, null)).toContain(`Số: ${number}`);
    expect(await letterOf(draft.id, null, member)).toContain("Trường Cao đẳng Thử Một.");
    expect(await letterOf(draft.id, schools[1]?.id ?? 0, member)).not.toContain("Thử Hai");
    expect(await open({ id: draft.id, version: await versionOf(draft.id) })).toMatchObject({ code: "not_allowed_now" });
    // What belongs to a call is not ended past it.
    const { id, version } = period.obligation;
    expect(await endObligation(head, { id, version })).toMatchObject({ code: "of_a_call" });
  });

  test("one call of a year is open; closed it is not chased, and reopening says why", async () => {
    const [first] = (await callPage(officer, 1, now)).rows;
    const draft = await written();
    expect(await open(draft)).toMatchObject({ ok: false, code: "call_open_already", params: { year: 2026 } });
    const id = first?.id ?? 0;
    const seen = async () => ({ id, version: await versionOf(id) });
    expect(await closeCall(officer, { ...(await seen()), reason: "x" })).toMatchObject({ code: "invalid_input" });
    expect(await closeCall(officer, { ...(await seen()), reason: "Đã đủ số liệu" })).toMatchObject({ ok: true });
    expect((await callEntry(id, officer, now))?.state).toBe("CLOSED");
    const second = await open(draft);
    expect(second).toMatchObject({ ok: true });
    expect(await reopenCall(officer, { ...(await seen()), reason: "Còn trường bổ sung" })).toMatchObject({
      code: "call_open_already",
    });
    const other = { id: draft.id, version: await versionOf(draft.id), reason: "Mở nhầm đợt này" };
    expect(await closeCall(officer, other)).toMatchObject({ ok: true });
    expect(await reopenCall(officer, { ...(await seen()), reason: "Còn trường bổ sung" })).toMatchObject({ ok: true });
  });

  test("its schools are found by state, lateness, kind and province; another's people see none of it", async () => {
    const [, first] = (await callPage(officer, 1, now)).rows;
    const entry = await callEntry(first?.id ?? 0, officer, now);
    const periodId = entry?.period?.id ?? 0;
    const names = async (query: object, at = now) =>
      (await callAnswers(periodId, callQuery.parse(query), at)).rows.map(({ school }) => school);
    expect(await names({})).toHaveLength(3);
    expect(await names({ kind: "UNIVERSITY" })).toEqual(["Trường Đại học Thử Ba"]);
    expect(await names({ province: "33", state: "OWED" })).toEqual(["Trường Trung cấp Thử Hai"]);
    expect(await names({ late: "yes" })).toEqual([]);
    expect(await names({ late: "yes" }, new Date("2026-05-01T09:00:00+07:00"))).toHaveLength(3);
    for (const actor of [member, foreign, system("test")]) {
      expect((await callPage(actor, 1, now)).rows).toEqual([]);
      expect(await callEntry(entry?.id ?? 0, actor, now)).toBeNull();
    }
  });
});
