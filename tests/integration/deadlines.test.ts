import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dateToDay, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { weekdayOf } from "@/lib/deadlines/calendar";
import { addCalendarDecision, changeCalendarDecision, removeCalendarDecision } from "@/lib/deadlines/calendar-commands";
import { calendarYear } from "@/lib/deadlines/calendar-queries";
import {
  applyObligations,
  changeObligation,
  createObligation,
  endObligation,
  startObligation,
} from "@/lib/deadlines/obligation-commands";
import { previewObligation } from "@/lib/deadlines/preview-queries";
import type { ObligationContent } from "@/lib/deadlines/schema";
import { system } from "@/lib/identity/actor";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createStaff } from "../factories/identity";

/** A Monday; the report of 15 September 2026 has passed, that of 15 February 2027 (a Monday) is next. */
const now = new Date("2026-11-23T09:00:00+07:00");
const worker = system("worker");
let head: Awaited<ReturnType<typeof createStaff>>;
let park: number;
let form: number;

beforeAll(async () => {
  await loadReferenceData(db());
  head = await createStaff("LABOUR_HEAD");
  park = (await db().industrialPark.findFirstOrThrow({ orderBy: { id: "asc" } })).id;
  form = await createForm();
});

const good = <T>(result: { ok: true; value: T } | { ok: false; code: string; fields?: unknown }): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
};

async function live(content: ObligationContent, at = now) {
  const { id } = good(await createObligation(head, content, { now: at }));
  good(await startObligation(head, { id, version: 1 }, { now: at }));
  return id;
}

const periods = async (obligationId: number) =>
  (await db().reportingPeriod.findMany({ where: { obligationId }, orderBy: { dueOn: "asc" } })).map((one) => [
    one.slot,
    dateToDay(one.dueOn),
  ]);

const states = async (obligationId: number, slot: string) =>
  Object.fromEntries(
    (
      await db().reportAssignment.findMany({
        where: { period: { obligationId, slot } },
        select: { organisationId: true, unit: true, state: true, excuse: true },
      })
    ).map((one) => [one.organisationId ?? one.unit ?? "?", one.excuse ? `${one.state}:${one.excuse}` : one.state]),
  );

const apply = async (at = now) => good(await applyObligations(worker, {}, { now: at }));

describe("periods and assignments", () => {
  test("are made ahead for those who operate in the time covered, and made once", async () => {
    const always = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
    const began = await createEnterpriseWith(park, [
      ["2020-01-01", "INVESTING"],
      ["2026-10-01", "OPERATING"],
    ]);
    const investing = await createEnterpriseWith(park, [["2020-01-01", "INVESTING"]]);
    const stoppedBefore = await createEnterpriseWith(park, [
      ["2020-01-01", "OPERATING"],
      ["2026-09-15", "SUSPENDED"],
    ]);
    const stoppedWithin = await createEnterpriseWith(park, [
      ["2020-01-01", "OPERATING"],
      ["2026-09-17", "SUSPENDED"],
    ]);
    const closed = await createEnterpriseWith(park, [
      ["2020-01-01", "OPERATING"],
      ["2026-10-10", "CLOSED"],
    ]);
    const id = await live(obligation(form));
    expect(await periods(id)).toEqual([
      ["2027-1", "2027-02-15"],
      ["2027-2", "2027-09-15"],
      ["2028-1", "2028-02-15"],
    ]);
    // The report of 15 February covers 16 September to 15 February.
    const owed = await states(id, "2027-1");
    expect([always, began, stoppedWithin].map((one) => owed[one])).toEqual(["OWED", "OWED", "OWED"]);
    expect([investing, stoppedBefore, closed].map((one) => owed[one])).toEqual([undefined, undefined, undefined]);
    const before = await db().reportAssignment.count();
    expect(await apply()).toMatchObject({ joined: 0, left: 0 });
    expect(await db().reportAssignment.count()).toBe(before);
  });

  test("follow the register: a newcomer owes, one that closes on the due day does not, one that reopens does again", async () => {
    const leaver = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
    const id = await live(obligation(form));
    expect((await states(id, "2027-1"))[leaver]).toBe("OWED");
    const newcomer = await createEnterpriseWith(park, [["2026-11-20", "OPERATING"]]);
    await apply();
    expect((await states(id, "2027-1"))[newcomer]).toBe("OWED");
    // Within the window, on the due day itself, and entered only afterwards.
    const event = {
      enterpriseId: leaver,
      unit: "SUPERVISION" as const,
      documentNumber: "2/TB",
      documentDate: dayToDate("2027-02-15"),
    };
    await db().enterpriseLifecycleEvent.create({
      data: { ...event, toState: "CLOSED", effectiveOn: dayToDate("2027-02-15") },
    });
    await db().enterprise.update({ where: { id: leaver }, data: { lifecycle: "CLOSED" } });
    await apply(new Date("2027-02-20T09:00:00+07:00"));
    expect((await states(id, "2027-1"))[leaver]).toBe("EXCUSED:closed");
    expect((await states(id, "2027-2"))[leaver]).toBeUndefined();
  });

  test("one that closes after the due day still owes what was due", async () => {
    const leaver = await createEnterpriseWith(park, [
      ["2020-01-01", "OPERATING"],
      ["2027-02-16", "CLOSED"],
    ]);
    const id = await live(obligation(form));
    await apply(new Date("2027-02-20T09:00:00+07:00"));
    expect((await states(id, "2027-1"))[leaver]).toBe("OWED");
  });

  test("of parks, countries and sizes, of units, and of single organisations", async () => {
    const other = (await db().industrialPark.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    const operating: [string, "OPERATING"][] = [["2020-01-01", "OPERATING"]];
    const small = await createEnterpriseWith(other, operating, { headcount: 9 });
    const large = await createEnterpriseWith(other, operating, { headcount: 900, investorCountry: "JP" });
    const all = { kind: "enterprises" as const, parks: [other], countries: [], headcountFrom: null, headcountTo: null };
    const owe = async (who: ObligationContent["audience"]) =>
      Object.keys(await states(await live(obligation(form, { audience: who })), "2027-1")).map(
        (key) => Number(key) || key,
      );
    expect((await owe(all)).sort()).toEqual([small, large].sort());
    expect(await owe({ ...all, headcountFrom: 10 })).toEqual([large]);
    expect(await owe({ ...all, headcountTo: 9 })).toEqual([small]);
    expect(await owe({ ...all, countries: ["JP"] })).toEqual([large]);
    expect(await owe({ kind: "organisations", ids: [small] })).toEqual([small]);
    expect(await owe({ kind: "units", units: ["EMPLOYMENT_CENTRE", "INVESTMENT"] })).toEqual([
      "EMPLOYMENT_CENTRE",
      "INVESTMENT",
    ]);
  });
});

describe("a change", () => {
  test("does what was shown before, and nothing was done by showing it", async () => {
    const id = await live(obligation(form));
    const content = obligation(form, {
      recurrence: {
        kind: "yearly",
        dates: [
          { month: 2, day: 20 },
          { month: 9, day: 15 },
        ],
        before: false,
      },
      audience: { kind: "enterprises", parks: [park], countries: [], headcountFrom: 500, headcountTo: null },
    });
    const before = await db().reportAssignment.count();
    const shown = good(await previewObligation(id, content, now));
    expect(await db().reportAssignment.count()).toBe(before);
    expect(shown.moved).toEqual([
      { slot: "2027-1", from: "2027-02-15", to: "2027-02-22" }, // the 20th is a Saturday
      { slot: "2028-1", from: "2028-02-15", to: "2028-02-21" }, // the 20th is a Sunday
    ]);
    expect(shown.owing[0]?.left).toBeGreaterThan(0);
    const { version } = await db().obligation.findUniqueOrThrow({ where: { id } });
    const { effect } = good(await changeObligation(head, { id, version, content }, { now }));
    expect(effect).toEqual(shown);
    expect(await periods(id)).toEqual([
      ["2027-1", "2027-02-22"],
      ["2027-2", "2027-09-15"],
      ["2028-1", "2028-02-21"],
    ]);
  });

  test("leaves alone what has fallen due, and the work of those who have begun", async () => {
    const id = await live(obligation(form));
    const one = await db().reportAssignment.findFirstOrThrow({
      where: { period: { obligationId: id, slot: "2027-1" } },
    });
    const version = await db().reportFormVersion.findFirstOrThrow({ where: { formId: form } });
    await db().reportAssignment.update({
      where: { id: one.id },
      data: { state: "DRAFT", draft: { workers: 3 }, draftVersionId: version.id },
    });
    const after = new Date("2027-02-16T09:00:00+07:00");
    await apply(after);
    const row = await db().obligation.findUniqueOrThrow({ where: { id } });
    const content = obligation(form, { recurrence: { kind: "quarterly", daysAfter: 10 } });
    const { effect } = good(await changeObligation(head, { id, version: row.version, content }, { now: after }));
    expect(effect.removed.map(({ slot }) => slot)).toEqual(["2027-2", "2028-1"]);
    expect((await periods(id))[0]).toEqual(["2027-1", "2027-02-15"]);
    expect((await db().reportAssignment.findUniqueOrThrow({ where: { id: one.id } })).draft).toEqual({ workers: 3 });
  });

  test("an end takes away what is to come; who read the old screen is told", async () => {
    const id = await live(obligation(form));
    expect(await endObligation(head, { id, version: 1 }, { now })).toMatchObject({
      ok: false,
      code: "changed_meanwhile",
    });
    good(await endObligation(head, { id, version: 2 }, { now }));
    expect(await periods(id)).toEqual([]);
  });

  test.each<[string, Partial<ObligationContent>, (string | number)[], string]>([
    ["an end before the beginning", { validTo: "2024-01-01" }, ["validTo"], "beforeStart"],
    [
      "one date twice",
      {
        recurrence: {
          kind: "yearly",
          dates: [
            { month: 2, day: 15 },
            { month: 2, day: 15 },
          ],
          before: false,
        },
      },
      ["recurrence", "dates"],
      "twice",
    ],
    [
      "31 February",
      { recurrence: { kind: "yearly", dates: [{ month: 2, day: 31 }], before: false } },
      ["recurrence", "dates", 0, "day"],
      "date",
    ],
    ["no form", { formId: 999_999 }, ["formId"], "choice"],
    [
      "an unknown park",
      { audience: { kind: "enterprises", parks: [999_999], countries: [], headcountFrom: null, headcountTo: null } },
      ["audience", "parks"],
      "choice",
    ],
    ["a letter before the due day", { ladder: [{ step: -1, act: "LETTER" }] }, ["ladder"], "escalationBeforeDue"],
  ])("%s is refused with its place", async (_, overrides, path, code) => {
    const result = await createObligation(head, obligation(form, overrides), { now });
    expect(result).toMatchObject({ ok: false, code: "invalid_input" });
    expect(result.ok || result.fields?.map((one) => [one.path, one.code])).toContainEqual([path, code]);
  });

  test("a rule without end makes a bounded number of periods", async () => {
    const id = await live(obligation(form, { validTo: null, recurrence: { kind: "quarterly", daysAfter: 1 } }));
    expect((await periods(id)).length).toBeLessThanOrEqual(6);
  });
});

describe("the calendar", () => {
  const labelled = { nameVi: "Nghỉ thử", nameEn: "Trial rest" };
  test("of 2026 has the swapped days of its notices, and no day twice", async () => {
    const days = await calendarYear(2026);
    expect(days.find(({ day }) => day === "2026-01-10")).toMatchObject({
      kind: "WORK_INSTEAD",
      decision: { verified: false },
    });
    expect(days.filter(({ kind }) => kind !== "WORK_INSTEAD").map(({ day }) => day)).toEqual([
      ...[
        "2026-01-01",
        "2026-01-02",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-02-20",
        "2026-04-26",
        "2026-04-27",
      ],
      ...["2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02"],
    ]);
  });

  test("a decision moves due days to come and back; a second one about the same day is refused with the first one's name", async () => {
    const id = await live(obligation(form));
    const days = [{ day: "2027-02-15", kind: "DAY_OFF_INSTEAD" as const, ...labelled }];
    const added = good(await addCalendarDecision(head, { citation: "Quyết định thử 1", days }, { now }));
    expect(added.moved).toContainEqual(
      expect.objectContaining({ slot: "2027-1", from: "2027-02-15", to: "2027-02-16" }),
    );
    expect((await periods(id))[0]).toEqual(["2027-1", "2027-02-16"]);
    const conflict = await addCalendarDecision(head, { citation: "Quyết định thử 2", days }, { now });
    expect(conflict).toMatchObject({
      ok: false,
      fields: [{ path: ["days", 0, "day"], code: "dayTaken", params: { citation: "Quyết định thử 1" } }],
    });
    const content = { citation: "Quyết định thử 1", days: [{ ...days[0], day: "2027-02-16" }] };
    good(await changeCalendarDecision(head, { id: added.id, content }, { now }));
    expect((await periods(id))[0]).toEqual(["2027-1", "2027-02-15"]);
    good(await removeCalendarDecision(head, { id: added.id }, { now }));
    expect(await db().calendarDay.count({ where: { decisionId: added.id } })).toBe(0);
  });

  test("a decision that would leave no working day for more than 60 days is refused at its day, and changes nothing", async () => {
    const id = await live(obligation(form));
    const before = await periods(id);
    // Monday 7 June 2027 and 60 days after it; the days between, once off, make 61 in a row with the weekends.
    const off = (count: number) =>
      Array.from({ length: count }, (_, at) => addDays("2027-06-07", at))
        .filter((day) => weekdayOf(day) < 5)
        .map((day) => ({ day, kind: "DAY_OFF_INSTEAD" as const, ...labelled }));
    const refused = await addCalendarDecision(head, { citation: "Quyết định nhầm", days: off(61) }, { now });
    expect(refused).toMatchObject({
      ok: false,
      code: "invalid_input",
      fields: [{ path: ["days", 0, "day"], code: "restTooLong", params: { day: "07/06/2027", most: 60 } }],
    });
    expect(await periods(id)).toEqual(before);
    // Two decisions together are as bad as one.
    const first = good(await addCalendarDecision(head, { citation: "Quyết định nửa đầu", days: off(40) }, { now }));
    const rest = { citation: "Quyết định nửa sau", days: off(61).slice(off(40).length) };
    expect(await addCalendarDecision(head, rest, { now })).toMatchObject({ fields: [{ code: "restTooLong" }] });
    good(await removeCalendarDecision(head, { id: first.id }, { now }));
  });

  test("work instead on a Tuesday is no work instead", async () => {
    const days = [{ day: "2027-02-16", kind: "WORK_INSTEAD" as const, ...labelled }];
    expect(await addCalendarDecision(head, { citation: "Quyết định thử 3", days }, { now })).toMatchObject({
      ok: false,
      fields: [{ path: ["days", 0, "day"], code: "weekdayAnyway" }],
    });
    const raw = { ...labelled, kind: "WORK_INSTEAD" as const, day: dayToDate("2027-02-16"), decisionId: 1 };
    await expect(db().calendarDay.create({ data: raw })).rejects.toThrow(/CalendarDay_work_on_a_weekend/);
  });
});
