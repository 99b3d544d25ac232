import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { late } from "@/app/api/exports/lists/_lists/deadlines";
import { db } from "@/lib/db/client";
import { chaseReports, issueLateLetter, recordCall } from "@/lib/deadlines/escalation-commands";
import { lateLetterFields, lateLetterFile, lateLetterValues } from "@/lib/deadlines/escalation-letter";
import { readLateQuery } from "@/lib/deadlines/escalation-list";
import { escalationOf, lateReports } from "@/lib/deadlines/escalation-queries";
import { callTasks, lateLetter, letterCandidates } from "@/lib/deadlines/escalation-work-queries";
import { createObligation, startObligation } from "@/lib/deadlines/obligation-commands";
import { remindLot } from "@/lib/deadlines/reminder-commands";
import { plannedReceivers, plannedSteps } from "@/lib/deadlines/reminder-preview-queries";
import type { ObligationContent } from "@/lib/deadlines/schema";
import { wordText } from "@/lib/documents/word-template";
import { messages } from "@/lib/i18n/messages";
import { system } from "@/lib/identity/actor";
import { tidy } from "@/lib/jobs/commands";
import { readNotices } from "@/lib/notifications/notice-commands";
import { noticePage, unreadNotices } from "@/lib/notifications/notice-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createMember, createStaff } from "../factories/identity";

const start = new Date("2026-11-23T09:00:00+07:00");
const at = (day: string, hour = "09:00") => new Date(`${day}T${hour}:00+07:00`);
/** The report was due on 15 February; the telephone's step is 22 February, the letter's 1 March. */
const late1 = at("2027-02-17");
let head: Awaited<ReturnType<typeof createStaff>>;
let supervision: Awaited<ReturnType<typeof createStaff>>;
let parks: number[];
let form: number;

const good = <T>(result: { ok: true; value: T } | { ok: false; code: string; fields?: unknown }): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
};
const query = (params: Record<string, string> = {}) => readLateQuery(params);
const enterprise = (park = parks[0] ?? 0) => createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);

async function owedBy(ids: number[], overrides: Partial<ObligationContent> = {}) {
  const content = obligation(form, { audience: { kind: "organisations", ids }, ...overrides });
  const { id } = good(await createObligation(head, content, { now: start }));
  good(await startObligation(head, { id, version: 1 }, { now: start }));
  const period = await db().reportingPeriod.findFirstOrThrow({ where: { obligationId: id, slot: "2027-1" } });
  return { id, name: content.nameVi, period: period.id };
}
const assignment = async (period: number, organisationId: number) =>
  (await db().reportAssignment.findFirstOrThrow({ where: { periodId: period, organisationId } })).id;

beforeAll(async () => {
  await loadReferenceData(db());
  head = await createStaff("LABOUR_HEAD");
  supervision = await createStaff("SUPERVISION");
  parks = (await db().industrialPark.findMany({ orderBy: { id: "asc" }, take: 2 })).map(({ id }) => id);
  form = await createForm();
});

beforeEach(async () => {
  await db()
    .$executeRaw`truncate "Reminder", "Notice", "Mail", "OutboxMessage", "EscalationCall", "EscalationLetter", "ReportAssignment", "ReportingPeriod", "ObligationChange", "Obligation" cascade`;
});

describe("late reports", () => {
  test("are filtered by obligation, park, days, reach and name; sorted; and each unit sees what it reads", async () => {
    const [one, two, three] = [await enterprise(), await enterprise(parks[1]), await enterprise()];
    await createMember(one);
    const first = await owedBy([one, two]);
    const second = await owedBy([three], { reviewer: "SUPERVISION" });
    const names = async (params: Record<string, string>, actor = head, now = late1) =>
      (await lateReports(query(params), actor, now)).rows.map(({ organisationId }) => organisationId);
    expect(await names({}, head, at("2027-02-15"))).toEqual([]);
    expect((await names({})).sort()).toEqual([one, two, three].sort());
    expect(await names({}, supervision)).toEqual([three]);
    expect(await names({ obligation: String(second.id) })).toEqual([three]);
    expect(await names({ park: String(parks[1]) })).toEqual([two]);
    expect((await names({ reach: "noAccount" })).sort()).toEqual([two, three].sort());
    expect(await names({ days: "5" })).toEqual([]);
    expect(await names({ days: "2", period: String(first.period), sort: "name", dir: "desc" })).toEqual([two, one]);
    const { nameVi } = await db().organisation.findUniqueOrThrow({ where: { id: three } });
    expect(await names({ q: nameVi })).toEqual([three]);
    const { rows, total } = await lateReports(query(), head, late1);
    expect([total, rows[0]?.daysLate, rows[0]?.dueOn]).toEqual([3, 2, "2027-02-15"]);
    const exported = [];
    for await (const row of late.rows({
      ...{ actor: supervision, params: {}, locale: "vi", now: late1 },
      words: messages.vi,
    }))
      exported.push(row);
    expect(exported).toHaveLength(1);
    expect(exported[0]).toHaveLength(late.columns.length);
  });

  test("are asked for at once: one letter a person, once a day, with proof; who has nobody is counted", async () => {
    const [one, two, silent] = [await enterprise(), await enterprise(), await enterprise()];
    const member = await createMember(one);
    await db().membership.create({ data: { userId: member.userId, organisationId: two, role: "MEMBER" } });
    const { period } = await owedBy([one, two, silent]);
    await owedBy([one], { ladder: [] });
    expect(good(await chaseReports(head, {}, { now: late1 }))).toEqual({ people: 1, reports: 3, unreachable: 1 });
    const [letter, ...others] = await db().mail.findMany();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ toAddress: member.email, template: "reportsChased" });
    expect(letter?.text.match(/^- /gm)).toHaveLength(3);
    expect(await chaseReports(head, {}, { now: at("2027-02-17", "15:00") })).toMatchObject({ code: "nobody_to_ask" });
    const proof = await escalationOf(await assignment(period, one), head, late1);
    expect(proof?.reminders.map(({ channel, step, by }) => [channel, step, by])).toEqual([
      ["IN_APP", null, head.fullName],
      ["MAIL", null, head.fullName],
    ]);
    expect(await escalationOf(await assignment(period, one), supervision, late1)).toBeNull();
    expect(good(await chaseReports(head, {}, { now: at("2027-02-18") })).people).toBe(1);
    await db().mail.updateMany({ data: { status: "FAILED", lastError: "EENVELOPE: 550 no such user" } });
    expect((await lateReports(query({ reach: "bounced" }), head, late1)).total).toBe(3);
  });

  test("two clicks at once ask once", async () => {
    const companies = [await enterprise(), await enterprise()];
    for (const one of companies) await createMember(one);
    await owedBy(companies);
    const both = await Promise.all([
      chaseReports(head, {}, { now: late1 }),
      chaseReports(await createStaff("LABOUR_OFFICER"), {}, { now: late1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().mail.count()).toBe(2);
  });

  test("notices are read one by one or all, and go in time", async () => {
    const company = await enterprise();
    const member = await createMember(company);
    await owedBy([company]);
    for (const day of ["2027-02-17", "2027-02-18"]) good(await chaseReports(head, {}, { now: at(day) }));
    expect(await unreadNotices(member.userId)).toBe(2);
    const { items } = await noticePage(member.userId, undefined);
    expect(items[0]).toMatchObject({ template: "chased", path: "/enterprise/reports", params: { day: "15/02/2027" } });
    good(await readNotices(member, { id: String(items[0]?.id) }, { now: at("2027-02-18") }));
    expect(await unreadNotices(member.userId)).toBe(1);
    good(await readNotices(member, {}, { now: at("2027-02-18") }));
    expect(await unreadNotices(member.userId)).toBe(0);
    good(await tidy(system("worker"), {}, { now: at("2027-05-18") }));
    expect(await db().notice.count()).toBe(2);
    good(await tidy(system("worker"), {}, { now: at("2027-05-20", "10:00") }));
    expect(await db().notice.count()).toBe(0);
    expect(await db().reminder.count()).toBe(4);
  });
});

describe("who gets what, when", () => {
  test("of a draft is shown before it goes live, and is what then happens", async () => {
    const [one, two] = [await enterprise(), await enterprise()];
    const member = await createMember(one);
    const content = obligation(form, { audience: { kind: "organisations", ids: [one, two] } });
    const { id } = good(await createObligation(head, content, { now: start }));
    const shown = await plannedSteps(id, start);
    expect(await db().reportAssignment.count()).toBe(0);
    expect((await db().obligation.findUniqueOrThrow({ where: { id } })).state).toBe("DRAFT");
    expect(shown?.slice(0, 5).map(({ on, step, act, people, silent }) => [on, step, act, people, silent])).toEqual([
      ["2027-01-25", -10, "MESSAGE", 1, 1],
      ["2027-02-03", -3, "MESSAGE", 1, 1],
      ["2027-02-16", 1, "MESSAGE", 1, 1],
      ["2027-02-22", 5, "PHONE", 0, 1],
      ["2027-03-01", 10, "LETTER", 0, 1],
    ]);
    const slot = { slot: "2027-1", dueOn: "2027-02-15", page: 1 };
    const names = await plannedReceivers(id, slot, head, start);
    expect(names?.rows.map(({ to, how }) => [to, how]).sort()).toEqual(
      [
        [member.email, "account"],
        [null, "nobody"],
      ].sort(),
    );
    const leader = await createStaff("LEADER");
    expect((await plannedReceivers(id, slot, leader, start))?.rows.every(({ to }) => to === null)).toBe(true);
    good(await startObligation(head, { id, version: 1 }, { now: start }));
    expect(await plannedSteps(id, start)).toEqual(shown?.map((step) => ({ ...step, periodId: expect.any(Number) })));
    for (const step of shown?.slice(0, 2) ?? []) {
      const { people } = good(await remindLot(system("worker"), {}, { now: at(step.on) }));
      expect(people).toBe(step.people);
    }
    expect(await plannedSteps(999_999, start)).toBeNull();
  });
});

describe("the telephone list", () => {
  test("has who is late since the ladder's step, with contacts for those who see them, until somebody was reached", async () => {
    const [one, two] = [await enterprise(), await enterprise()];
    await db().contactPoint.create({
      data: { organisationId: one, purpose: "labour", fullName: "Bùi Đầu Mối", phone: "02253123456" },
    });
    const { period } = await owedBy([one, two], { reviewer: "SUPERVISION" });
    const ids = async (now: Date, actor = head) =>
      (await callTasks({ page: 1 }, actor, now)).rows.map(({ organisationId }) => organisationId);
    expect(await ids(at("2027-02-19"))).toEqual([]);
    const due = at("2027-02-22");
    expect(await ids(due)).toEqual([one, two]);
    expect((await callTasks({ page: 1 }, supervision, due)).rows[0]?.contacts).toMatchObject([
      { phone: "02253123456" },
    ]);
    const call = async (organisationId: number, outcome: string, now: Date) =>
      recordCall(
        supervision,
        { assignmentId: await assignment(period, organisationId), outcome, note: "Hẹn nộp thứ Năm" },
        { now },
      );
    good(await call(one, "NOT_REACHED", due));
    expect(await ids(due)).toEqual([two, one]);
    good(await call(one, "REACHED", at("2027-02-23")));
    expect(await ids(at("2027-02-23"))).toEqual([two]);
    await db().reportAssignment.updateMany({
      where: { organisationId: two },
      data: { state: "EXCUSED", excuse: "Miễn" },
    });
    expect(await ids(at("2027-02-23"))).toEqual([]);
    expect(await call(two, "REACHED", due)).toMatchObject({ code: "not_found" });
    const leader = await createStaff("LEADER");
    expect(await recordCall(leader, {}, {})).toMatchObject({ code: "forbidden" });
    expect((await escalationOf(await assignment(period, one), head, due))?.calls.map(({ outcome }) => outcome)).toEqual(
      ["REACHED", "NOT_REACHED"],
    );
  });
});

describe("an official letter", () => {
  const order = { issuedOn: "2027-03-01", answerBy: "2027-03-15", signerTitle: null, signerName: "Phạm Văn Ký" };

  test("names who is late under the next number, and comes out the same after the report has come in", async () => {
    const [one, two] = [await enterprise(), await enterprise()];
    const { period, name } = await owedBy([one, two]);
    const now = at("2027-03-01");
    const registerId = (await db().documentRegister.findFirstOrThrow()).id;
    const candidates = await letterCandidates({ period }, head, now);
    expect(candidates.map(({ due }) => due)).toEqual([true, true]);
    expect((await letterCandidates({ period }, head, at("2027-02-25"))).map(({ due }) => due)).toEqual([false, false]);
    const assignmentIds = candidates.map(({ id }) => String(id));
    const issued = good(await issueLateLetter(head, { ...order, registerId, assignmentIds }, { now }));
    const letter = await lateLetter(issued.id, head);
    if (!letter) throw new Error("no letter");
    const text = wordText(await lateLetterFile(letter));
    for (const part of [issued.number, `đôn đốc nộp ${name}`, "15/03/2027", "15/02/2027", "Phạm Văn Ký", "02 đơn vị"])
      expect(text).toContain(part);
    const names = (await db().organisation.findMany({ where: { id: { in: [one, two] } } })).map(({ nameVi }) => nameVi);
    for (const each of names) expect(text.split(each)).toHaveLength(3);
    await db().reportAssignment.updateMany({
      where: { organisationId: one },
      data: { state: "SUBMITTED", submittedAt: now, daysLate: 14 },
    });
    const again = await lateLetter(issued.id, head);
    expect(again && wordText(await lateLetterFile(again))).toBe(text);
    // Whose report came in is not named again; for the other the letter has gone out.
    expect(await issueLateLetter(head, { ...order, registerId, assignmentIds }, { now })).toMatchObject({
      code: "not_late",
    });
    expect((await letterCandidates({ period }, head, now)).map(({ due }) => due)).toEqual([false]);
    expect(await lateLetter(issued.id, supervision)).toBeNull();
  });

  test("of two periods, or with a day to answer that has passed, is refused and takes no number", async () => {
    const [one, two] = [await enterprise(), await enterprise()];
    const [first, second] = [await owedBy([one]), await owedBy([two])];
    const now = at("2027-03-01");
    const registerId = (await db().documentRegister.findFirstOrThrow()).id;
    const before = await db().registeredDocument.count();
    const assignmentIds = [await assignment(first.period, one), await assignment(second.period, two)];
    expect(await issueLateLetter(head, { ...order, registerId, assignmentIds }, { now })).toMatchObject({
      code: "one_period",
    });
    const late = { ...order, answerBy: "2027-03-01", registerId, assignmentIds: assignmentIds.slice(0, 1) };
    expect(await issueLateLetter(head, late, { now })).toMatchObject({
      fields: [{ path: ["answerBy"], code: "afterIssue" }],
    });
    expect(await db().registeredDocument.count()).toBe(before);
  });

  test("fills every field that its template may ask for", () => {
    const values = lateLetterValues({ ...order, number: "1/BQL-LĐ", subject: "thử", reports: [] });
    expect(Object.keys(values).sort()).toEqual(Object.keys(lateLetterFields).sort());
  });
});
