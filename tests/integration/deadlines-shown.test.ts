import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addCalendarDecision, removeCalendarDecision } from "@/lib/deadlines/calendar-commands";
import { calendarDecisionEntry, calendarYear, decisionsIn } from "@/lib/deadlines/calendar-queries";
import { createObligation, endObligation, startObligation } from "@/lib/deadlines/obligation-commands";
import { obligationQuery } from "@/lib/deadlines/obligation-list";
import {
  contentOf,
  findOrganisations,
  obligationChanges,
  obligationEntry,
  obligationList,
  periodsWithProgress,
} from "@/lib/deadlines/obligation-queries";
import { previewCalendar, previewObligation, previewState } from "@/lib/deadlines/preview-queries";
import type { ObligationContent } from "@/lib/deadlines/schema";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createStaff } from "../factories/identity";

/** What the pages of calendar and obligations show. A Monday. */
const now = new Date("2026-11-23T09:00:00+07:00");
const today = "2026-11-23";
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

async function live(content: ObligationContent) {
  const { id } = good(await createObligation(head, content, { now }));
  good(await startObligation(head, { id, version: 1 }, { now }));
  return id;
}

const named = { nameVi: "Nghỉ thử", nameEn: "Trial rest" };
const restOn = (citation: string, day: string) => ({
  ...{ citation, issuedOn: null, verified: false, note: null },
  days: [{ day, kind: "DAY_OFF_INSTEAD" as const, ...named }],
});

describe("a change of the calendar", () => {
  test("is shown as it then happens, and showing it does nothing", async () => {
    await live(obligation(form));
    const content = restOn("Quyết định xem trước 1", "2027-02-15");
    const before = await calendarYear(2027);
    const shown = good(await previewCalendar({ id: null, content }, now));
    expect(await calendarYear(2027)).toEqual(before);
    expect(shown.moved).toContainEqual(expect.objectContaining({ from: "2027-02-15", to: "2027-02-16" }));
    const { id, moved } = good(await addCalendarDecision(head, content, { now }));
    expect(moved).toEqual(shown.moved);
    expect((await calendarDecisionEntry(id))?.days).toEqual(content.days);
    expect((await decisionsIn(2027)).map((one) => one.id)).toContain(id);
    const back = good(await previewCalendar({ id, content: null }, now));
    expect(back.moved).toContainEqual(expect.objectContaining({ from: "2027-02-16", to: "2027-02-15" }));
    expect(good(await removeCalendarDecision(head, { id }, { now })).moved).toEqual(back.moved);
  });

  test("that contradicts another is refused at its day before it is saved", async () => {
    const tet = (await calendarYear(2027)).find(({ kind }) => kind === "HOLIDAY");
    const refused = await previewCalendar({ id: null, content: restOn("Quyết định xem trước 2", tet?.day ?? "") }, now);
    expect(refused).toMatchObject({
      ok: false,
      fields: [{ path: ["content", "days", 0, "day"], code: "dayTaken", params: { citation: tet?.decision.citation } }],
    });
    expect(await previewCalendar({ id: 999_999, content: null }, now)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("an obligation", () => {
  test("names a form that is not there: shown at its field", async () => {
    expect(await previewObligation(null, obligation(999_999), now)).toMatchObject({
      ok: false,
      fields: [{ path: ["formId"], code: "choice" }],
    });
  });

  test("start and end do what was shown before them; the history keeps it", async () => {
    await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
    const { id } = good(await createObligation(head, obligation(form), { now }));
    const shown = good(await previewState(id, "LIVE", now));
    expect(await db().reportingPeriod.count({ where: { obligationId: id } })).toBe(0);
    expect(good(await startObligation(head, { id, version: 1 }, { now })).effect).toEqual(shown);
    const ending = good(await previewState(id, "ENDED", now));
    expect(ending.removed).toHaveLength(3);
    expect(good(await endObligation(head, { id, version: 2 }, { now })).effect).toEqual(ending);
    expect((await obligationChanges(id)).map(({ byUser }) => byUser?.fullName)).toHaveLength(2);
  });

  test("a draft shows the ladder of the period that it would have", async () => {
    const { id } = good(await createObligation(head, obligation(form), { now }));
    const entry = await obligationEntry(id, now);
    expect(entry?.next?.dueOn).toBe("2027-02-15");
    // Tết 2027 takes 5 to 9 February, and two days more for its Saturday and Sunday.
    expect(entry?.next?.steps.map(({ on }) => on)).toEqual([
      ...["2027-01-25", "2027-02-03", "2027-02-16", "2027-02-22", "2027-03-01"],
    ]);
    const row = await db().obligation.findUniqueOrThrow({ where: { id } });
    expect(contentOf(row)).toEqual(entry?.content);
  });

  test("stands in the list with who owes, has answered and is late in its present period", async () => {
    const enterprises = await Promise.all(
      [1, 2, 3, 4].map(() => createEnterpriseWith(park, [["2020-01-01", "OPERATING"]])),
    );
    const id = await live(
      obligation(form, { nameVi: "Báo cáo đếm thử", audience: { kind: "organisations", ids: enterprises } }),
    );
    const period = await db().reportingPeriod.findFirstOrThrow({
      where: { obligationId: id },
      orderBy: { dueOn: "asc" },
    });
    const set = (at: number, data: object) =>
      db().reportAssignment.updateMany({
        where: { periodId: period.id, organisationId: enterprises[at] ?? 0 },
        data,
      });
    await set(0, { state: "ACCEPTED", submittedAt: now, daysLate: 0 });
    await set(1, { state: "SUBMITTED", submittedAt: now, daysLate: 0 });
    await set(2, { state: "EXCUSED", excuse: "notOwed" });
    const query = obligationQuery.parse({ q: "bao cao DEM", who: "organisations", state: "LIVE", sort: "late" });
    const afterwards = "2027-03-01";
    const { rows, total } = await obligationList(query, afterwards);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      ...{ id, slot: "2027-1", dueOn: "2027-02-15", nextDueOn: "2027-09-15" },
      ...{ owe: 3, answered: 2, accepted: 1, late: 1 },
    });
    expect((await obligationList(query, today)).rows[0]).toMatchObject({ dueOn: "2027-02-15", late: 0 });
    expect((await periodsWithProgress(id, afterwards)).at(-1)).toMatchObject({ owe: 3, answered: 2, late: 1 });
    expect(
      (await obligationList(obligationQuery.parse({ state: "nonsense", page: "-1" }), today)).total,
    ).toBeGreaterThan(1);
  });

  test("organisations are found by what is typed, wildcards are letters", async () => {
    const id = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
    const { nameVi, taxCode } = await db().enterprise.findUniqueOrThrow({ where: { id } });
    expect(await findOrganisations(taxCode)).toEqual([{ id, name: nameVi, detail: taxCode }]);
    expect((await findOrganisations("ky han")).length).toBeGreaterThan(1);
    expect(await findOrganisations("%")).toEqual([]);
  });
});
