import ical from "node-ical";
import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { renewFeed, revokeFeed } from "@/lib/deadlines/feed-commands";
import { feedOf } from "@/lib/deadlines/feed-queries";
import { createObligation, startObligation } from "@/lib/deadlines/obligation-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createMember, createStaff } from "../factories/identity";

const now = new Date("2026-11-23T09:00:00+07:00");
const portal = "https://vieclam.hezaworks.example";
const name = "Báo cáo tình hình lao động, việc làm và đào tạo; kết quả thực hiện kế hoạch phối hợp (biểu số 01/PLI)";
let member: Awaited<ReturnType<typeof createMember>>;
let company: number;
let period: number;

const ask = async (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`${portal}/api/calendar/${token}`, { headers }), { params: Promise.resolve({ token }) });
const renew = async () => {
  const result = await renewFeed(member, {}, { now });
  if (!result.ok) throw new Error(result.code);
  return result.value.token;
};
/** Events by the independent reader, in order of their days. */
async function events() {
  const read = ical.sync.parseICS(await feedOf(member.userId, portal, now));
  return Object.values(read)
    .flatMap((one) => (one?.type === "VEVENT" ? [one] : []))
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

beforeAll(async () => {
  await loadReferenceData(db());
  const head = await createStaff("LABOUR_HEAD");
  const park = (await db().industrialPark.findFirstOrThrow({ orderBy: { id: "asc" } })).id;
  company = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
  const other = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
  member = await createMember(company);
  const content = obligation(await createForm(), {
    nameVi: name,
    audience: { kind: "organisations", ids: [company, other] },
  });
  const made = await createObligation(head, content, { now });
  if (!made.ok) throw new Error(made.code);
  const started = await startObligation(head, { id: made.value.id, version: 1 }, { now });
  if (!started.ok) throw new Error(started.code);
  period = (await db().reportingPeriod.findFirstOrThrow({ where: { slot: "2027-1" } })).id;
});

test("opens in another program: all-day events on the due days, in the person's language, of their organisations alone", async () => {
  const [first, ...rest] = await events();
  expect(rest).toHaveLength(2);
  expect(first).toMatchObject({ summary: `Hạn nộp: ${name}`, datetype: "date", status: "CONFIRMED", sequence: 0 });
  expect([first?.start.getFullYear(), first?.start.getMonth(), first?.start.getDate()]).toEqual([2027, 1, 15]);
  expect(first?.description).toContain("Hạn nộp: hết ngày 15/02/2027\nCăn cứ: Kế hoạch thử nghiệm, mục 1");
  expect(first?.url).toMatchObject({ val: `${portal}/enterprise/reports` });
  // Three working days before, over Tết, at nine in the morning.
  expect(JSON.stringify(first?.alarms)).toContain("20270203T020000Z");
});

test("keeps to RFC 5545: no line longer than 75 bytes, whole letters, CRLF", async () => {
  const text = await feedOf(member.userId, portal, now);
  const lines = text.split("\r\n");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(3);
  expect(text.replaceAll(/\r\n[ \t]/g, "")).toContain("Báo cáo tình hình lao động\\, việc làm và đào tạo\\; kết quả");
  expect(text).toContain("DTSTART;VALUE=DATE:20270215");
  expect(text).toContain("METHOD:PUBLISH");
});

test("a later day keeps the event and counts its sequence up; what is accepted is cancelled", async () => {
  const where = { periodId_organisationId: { periodId: period, organisationId: company } };
  const before = (await events())[0];
  await db().reportAssignment.update({ where, data: { dueOn: dayToDate("2027-03-01"), version: { increment: 1 } } });
  const moved = (await events())[0];
  expect([moved?.uid, moved?.sequence]).toEqual([before?.uid, 1]);
  expect(moved?.start.getMonth()).toBe(2);
  await db().reportAssignment.update({
    where,
    data: { state: "ACCEPTED", submittedAt: now, daysLate: 0, decidedAt: now, version: { increment: 1 } },
  });
  const accepted = (await events())[0];
  expect(accepted).toMatchObject({ uid: before?.uid, status: "CANCELLED", sequence: 2 });
  expect(accepted?.alarms ?? []).toEqual([]);
});

test("the address opens until it is made anew, taken back, or its owner disabled; it is private", async () => {
  const first = await renew();
  const answer = await ask(`${first}.ics`);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "private, max-age=900",
  ]);
  const second = await renew();
  expect((await ask(first)).status).toBe(404);
  expect((await ask(second)).status).toBe(200);
  expect(await db().calendarFeed.findMany({ select: { tokenHash: true } })).not.toContainEqual({ tokenHash: second });
  await db().user.update({ where: { id: member.userId }, data: { disabledAt: now } });
  expect((await ask(second)).status).toBe(404);
  await db().user.update({ where: { id: member.userId }, data: { disabledAt: null } });
  expect((await revokeFeed(member, {}, { now })).ok).toBe(true);
  expect((await ask(second)).status).toBe(404);
});

test("guessing is slowed down, and so is a program that asks without end", async () => {
  const from = { "x-client-address": "203.0.113.7" };
  const statuses = [];
  for (let at = 0; at < 62; at++) statuses.push((await ask(`guess-${at}`, from)).status);
  expect(statuses.slice(-3)).toEqual([404, 429, 429]);
  const token = await renew();
  const own = [];
  for (let at = 0; at < 61; at++) own.push((await ask(token)).status);
  expect([own[0], own.at(-1)]).toEqual([200, 429]);
});
