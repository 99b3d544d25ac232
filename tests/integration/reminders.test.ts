import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dateToDay, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { addCalendarDecision } from "@/lib/deadlines/calendar-commands";
import { applyObligations, createObligation, startObligation } from "@/lib/deadlines/obligation-commands";
import { remindLot } from "@/lib/deadlines/reminder-commands";
import type { ObligationContent } from "@/lib/deadlines/schema";
import { system } from "@/lib/identity/actor";
import { closeLocks } from "@/lib/jobs/lock";
import { deliverMail } from "@/lib/jobs/mail-delivery";
import { smtpSender } from "@/lib/jobs/smtp";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createMember, createStaff } from "../factories/identity";
import { MailServer } from "../support/smtp";

const worker = system("worker");
/** The report of 15 February 2027, a Monday; its ladder: 10 and 3 working days before, 1 after. Tết 2027 is 5 to 11 February. */
const start = new Date("2026-11-23T09:00:00+07:00");
const at = (day: string, hour = "09:00") => new Date(`${day}T${hour}:00+07:00`);
let head: Awaited<ReturnType<typeof createStaff>>;
let park: number;
let form: number;

const good = <T>(result: { ok: true; value: T } | { ok: false; code: string; fields?: unknown }): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
};

beforeAll(async () => {
  await loadReferenceData(db());
  head = await createStaff("LABOUR_HEAD");
  park = (await db().industrialPark.findFirstOrThrow({ orderBy: { id: "asc" } })).id;
  form = await createForm();
});

beforeEach(async () => {
  await db()
    .$executeRaw`truncate "Reminder", "Notice", "Mail", "OutboxMessage", "ReportAssignment", "ReportingPeriod", "ObligationChange", "Obligation" cascade`;
});

const enterprise = () => createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);

/** An obligation, live since `start`, of these organisations. */
async function owedBy(ids: number[], overrides: Partial<ObligationContent> = {}, since = start) {
  const content = obligation(form, { audience: { kind: "organisations", ids }, ...overrides });
  const { id } = good(await createObligation(head, content, { now: since }));
  good(await startObligation(head, { id, version: 1 }, { now: since }));
  return { id, name: content.nameVi };
}

const run = async (now: Date, most = 500) => {
  let people = 0;
  for (let more = true; more; ) {
    const lot = good(await remindLot(worker, { most }, { now }));
    people += lot.people;
    more = lot.more;
  }
  return people;
};

/** Each reminder by mail: `address step plannedOn`. */
const told = async () =>
  (await db().reminder.findMany({ where: { channel: "MAIL" }, include: { mail: true }, orderBy: { id: "asc" } })).map(
    (one) => `${one.mail?.toAddress} ${one.step} ${dateToDay(one.plannedOn)}`,
  );
const letters = async () => db().mail.findMany({ orderBy: { id: "asc" } });

describe("the ladder", () => {
  test("tells each member once at each step, by letter and in the portal, with proof", async () => {
    const company = await enterprise();
    const members = [await createMember(company, "OWNER"), await createMember(company)];
    await db().user.update({ where: { id: members[1]?.userId ?? 0 }, data: { locale: "en" } });
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    const { name } = await owedBy([company]);
    // 10 working days before the due day, with Tết between.
    expect(await run(at("2027-01-22"))).toBe(0);
    expect(await run(at("2027-01-25"))).toBe(2);
    expect(await run(at("2027-01-25", "10:00"))).toBe(0);
    expect(await run(at("2027-01-26"))).toBe(0);
    const [vi, en] = await letters();
    expect(vi?.subject).toBe(`Nhắc nộp báo cáo: ${name}, hạn 15/02/2027`);
    expect(vi?.text).toContain(`- ${name}: hạn 15/02/2027, còn 10 ngày làm việc`);
    expect(vi?.text).toContain("/enterprise/reports");
    expect(en?.text).toMatch(/- Trial report \d+: due 15\/02\/2027, 10 working days left/);
    const proof = await db().reminder.findMany({ include: { notice: true, mail: true } });
    expect(proof).toHaveLength(4);
    expect(
      proof
        .filter(({ channel }) => channel === "IN_APP")
        .map(({ notice }) => notice?.userId)
        .sort(),
    ).toEqual(members.map(({ userId }) => userId).sort());
  });

  test("one day a digest: everything that is owed stands in one letter, each report with its own proof", async () => {
    const [one, two] = [await enterprise(), await enterprise()];
    const member = await createMember(one);
    await db().membership.create({ data: { userId: member.userId, organisationId: two, role: "MEMBER" } });
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy([one]);
    await owedBy([one, two]);
    await owedBy([two], { ladder: [] });
    expect(await run(at("2027-01-25"))).toBe(1);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.subject).toBe("Nhắc nộp 4 báo cáo, sớm nhất là hạn 15/02/2027");
    expect(letter?.text.match(/^- /gm)).toHaveLength(4);
    expect(await db().reminder.count({ where: { channel: "MAIL" } })).toBe(3);
    expect(await db().notice.count()).toBe(1);
  });

  test("a server that was down for three days sends each step once, with the day on which it was due", async () => {
    const company = await enterprise();
    await createMember(company);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy([company], {
      ladder: [
        { step: -1, act: "MESSAGE" },
        { step: 0, act: "MESSAGE" },
        { step: 1, act: "MESSAGE" },
        { step: 2, act: "PHONE" },
      ],
    });
    // The 12th is the first day after Tết; nobody was there from then to the 16th.
    expect(await run(at("2027-02-17"))).toBe(1);
    expect((await told()).map((line) => line.split(" ").slice(1))).toEqual([
      ["-1", "2027-02-12"],
      ["0", "2027-02-15"],
      ["1", "2027-02-16"],
    ]);
    expect(await letters()).toHaveLength(1);
    expect((await letters())[0]?.text).toContain("đã quá 2 ngày làm việc");
    expect(await run(at("2027-02-18"))).toBe(0);
  });

  test("nothing at night, on a Sunday or on a holiday; the step waits for the next working morning", async () => {
    const company = await enterprise();
    await createMember(company);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy([company], { ladder: [{ step: -1, act: "MESSAGE" }] });
    for (const hour of ["06:59", "20:00", "23:30"]) expect(await run(at("2027-02-12", hour)), hour).toBe(0);
    for (const day of ["2027-02-13", "2027-02-14"]) expect(await run(at(day)), day).toBe(0);
    expect(await run(at("2027-02-15", "07:00"))).toBe(1);
    expect((await told())[0]).toMatch(/ -1 2027-02-12$/);
    // A due day that stays on its Sunday, and a Monday that is made a day off.
    const dueOn = "2027-03-14";
    await owedBy([company], {
      ...{ dayOffRule: "AS_IT_IS", ladder: [{ step: 0, act: "MESSAGE" }] },
      recurrence: { kind: "once", coversFrom: "2027-01-01", coversTo: "2027-03-01", dueOn },
    });
    const days = [{ day: "2027-03-15", kind: "DAY_OFF_INSTEAD" as const, nameVi: "Nghỉ thử", nameEn: "Trial rest" }];
    good(await addCalendarDecision(head, { citation: "Quyết định thử", days }, { now: start }));
    for (const day of [dueOn, "2027-03-15"]) expect(await run(at(day)), day).toBe(0);
    expect(await run(at("2027-03-16"))).toBe(1);
    expect((await told())[1]).toMatch(/ 0 2027-03-14$/);
  });

  test("stops when it is handed in, goes on when it is returned, and begins anew with an extension", async () => {
    const [submitted, extended, excused] = [await enterprise(), await enterprise(), await enterprise()];
    for (const one of [submitted, extended, excused]) await createMember(one);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    const { id } = await owedBy([submitted, extended, excused]);
    const of = async (organisationId: number) =>
      db().reportAssignment.findFirstOrThrow({
        where: { organisationId, period: { obligationId: id, slot: "2027-1" } },
      });
    expect(await run(at("2027-01-25"))).toBe(3);
    await db().reportAssignment.update({
      where: { id: (await of(submitted)).id },
      data: { state: "SUBMITTED", submittedAt: at("2027-01-26"), daysLate: 0 },
    });
    await db().reportAssignment.update({
      where: { id: (await of(excused)).id },
      data: { state: "EXCUSED", excuse: "Thỏa thuận" },
    });
    await db().dueExtension.create({
      data: {
        ...{ assignmentId: (await of(extended)).id, untilOn: dayToDate("2027-03-01"), reason: "Thay người phụ trách" },
        ...{ state: "GRANTED", requestedAt: at("2027-01-26"), decidedAt: at("2027-02-16") },
      },
    });
    await db().reportAssignment.update({
      where: { id: (await of(extended)).id },
      data: { dueOn: dayToDate("2027-03-01") },
    });
    await db().reminder.deleteMany();
    // Three working days before 15 February is 3 February; before 1 March, 24 February.
    for (const day of ["2027-02-03", "2027-02-12", "2027-02-16", "2027-02-23"]) expect(await run(at(day)), day).toBe(0);
    expect(await run(at("2027-02-24"))).toBe(1);
    expect((await told())[0]).toMatch(/ -3 2027-02-24$/);
    // Returned on the 25th: the step of 16 February was the time of the reader and is not made up.
    await db().reportAssignment.update({ where: { id: (await of(submitted)).id }, data: { state: "RETURNED" } });
    const formVersion = await db().reportFormVersion.findFirstOrThrow({ where: { formId: form } });
    await db().reportSubmission.create({
      data: {
        ...{ assignmentId: (await of(submitted)).id, no: 1, formVersionId: formVersion.id, content: {} },
        ...{ submittedAt: at("2027-01-26"), outcome: "RETURNED", decidedAt: at("2027-02-25"), note: "Thiếu số liệu" },
      },
    });
    expect(await run(at("2027-02-25"))).toBe(0);
  });

  test("of steps from before it went live, or long ago, nothing is told; who comes later is not told what was before", async () => {
    const company = await enterprise();
    const early = await createMember(company);
    const late = await createMember(company);
    await db().membership.updateMany({
      where: { userId: early.userId },
      data: { createdAt: new Date("2026-01-01") },
    });
    await db().membership.updateMany({
      where: { userId: late.userId },
      data: { createdAt: new Date("2027-02-15T02:00:00Z") },
    });
    await owedBy([company], { ladder: [{ step: -20, act: "MESSAGE" }] }, at("2027-02-12"));
    expect(await run(at("2027-02-12"))).toBe(0);
    await owedBy([company], { ladder: [{ step: -1, act: "MESSAGE" }] }, at("2027-02-12"));
    expect(await run(at("2027-02-15"))).toBe(1);
    expect((await told())[0]).toContain(early.email);
    await owedBy([company], { ladder: [{ step: 0, act: "MESSAGE" }] }, at("2027-02-12"));
    expect(await run(at("2027-03-05"))).toBe(0);
  });

  test("units are told by their staff, organisations without an account by their contacts", async () => {
    const company = await enterprise();
    const contact = { organisationId: company, purpose: "labour", fullName: "Bùi Đầu Mối", phone: "02253123456" };
    await db().contactPoint.createMany({
      data: [
        { ...contact, email: "Nhan.Su@nhamay.example" },
        { ...contact, email: "nhan.su@nhamay.example" },
        { ...contact, email: null },
      ],
    });
    const centre = await createStaff("EMPLOYMENT_CENTRE");
    await db().user.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await db().user.updateMany({
      where: { staffRole: "EMPLOYMENT_CENTRE", id: { not: centre.userId } },
      data: { disabledAt: start },
    });
    await owedBy([company]);
    await owedBy([], { audience: { kind: "units", units: ["EMPLOYMENT_CENTRE"] } });
    expect(await run(at("2027-01-25"))).toBe(2);
    const sent = await letters();
    expect(sent.map(({ toAddress, template }) => [toAddress.toLowerCase(), template]).sort()).toEqual(
      [
        ["nhan.su@nhamay.example", "reportsOwedNoAccount"],
        [centre.email, "reportsOwed"],
      ].sort(),
    );
    expect(await db().reminder.findFirst({ where: { userId: null } })).toMatchObject({
      address: "nhan.su@nhamay.example",
      channel: "MAIL",
    });
    // Somebody signs up: from then on the account is written to.
    await createMember(company);
    await db().membership.updateMany({ where: { organisationId: company }, data: { createdAt: at("2027-01-26") } });
    expect(await run(at("2027-02-03"))).toBe(2);
    expect((await letters()).slice(2).map(({ template }) => template)).toEqual(["reportsOwed", "reportsOwed"]);
  });

  test("two workers, lot by lot: everybody is told once", async () => {
    const companies = await Promise.all(Array.from({ length: 12 }, enterprise));
    for (const one of companies) await createMember(one);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy(companies);
    const people = await Promise.all([run(at("2027-01-25"), 5), run(at("2027-01-25"), 5)]);
    expect(people[0] + people[1]).toBe(12);
    expect(await db().mail.count()).toBe(12);
    expect(await db().reminder.count()).toBe(24);
    expect(await db().notice.count()).toBe(12);
  });

  test("a lot that breaks leaves nothing behind, and is done again", async () => {
    const company = await enterprise();
    await createMember(company);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy([company]);
    await db().$executeRaw`alter table "Reminder" add constraint stuck check (step is null) not valid`;
    await expect(remindLot(worker, {}, { now: at("2027-01-25") })).rejects.toThrow();
    await db().$executeRaw`alter table "Reminder" drop constraint stuck`;
    expect([await db().mail.count(), await db().notice.count()]).toEqual([0, 0]);
    expect(await run(at("2027-01-25"))).toBe(1);
  });

  test("a rule that takes an obligation back does not meet a reminder half-way", async () => {
    const company = await enterprise();
    await createMember(company);
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy([company]);
    const both = await Promise.all([run(at("2027-01-25")), applyObligations(worker, {}, { now: at("2027-01-25") })]);
    expect(both[0]).toBe(1);
    expect(both[1].ok).toBe(true);
  });
});

describe("a mail server", () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(async () => {
    await server.stop();
    await closeLocks();
  });

  test("that hangs or refuses half: the proof says which letters arrived and which did not", async () => {
    const companies = await Promise.all(Array.from({ length: 4 }, enterprise));
    const members = await Promise.all(companies.map((one) => createMember(one)));
    await db().membership.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    await owedBy(companies);
    await run(at("2027-01-25"));
    const refused = new Set(members.slice(0, 2).map(({ email }) => email));
    const hangs = members[2]?.email;
    server.behaviour = {
      recipient: (address) => (refused.has(address) ? 550 : undefined),
      message: ({ to }) => (to === hangs ? new Promise((resolve) => setTimeout(() => resolve(451), 1_500)) : undefined),
    };
    const send = smtpSender({ url: server.url, from: "a@hezaworks.example", timeouts: { connect: 500, silence: 500 } });
    for (const { id } of await letters()) await deliverMail(id, send, () => at("2027-01-25"));
    const proof = await db().reminder.findMany({ where: { channel: "MAIL" }, include: { mail: true } });
    const states = Object.fromEntries(proof.map(({ mail }) => [mail?.toAddress, mail?.status]));
    expect(states).toEqual(
      Object.fromEntries(members.map(({ email }, at) => [email, ["FAILED", "FAILED", "QUEUED", "SENT"][at]])),
    );
    expect(
      proof.filter(({ mail }) => mail?.status === "FAILED").every(({ mail }) => mail?.lastError?.includes("550")),
    ).toBe(true);
    // A failed letter is not written again by the ladder: the next step is.
    expect(await run(at("2027-01-26"))).toBe(0);
  });
});
