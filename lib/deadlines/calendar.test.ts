import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween } from "@/lib/core/day";
import { type ExceptionalDay, weekdayOf, workCalendar } from "./calendar";
import { proposedHolidays } from "./holidays";
import { dueSteps, ladderDays } from "./ladder";
import { lunarDay } from "./lunar";
import { periodsOf } from "./recurrence";
import type { Recurrence } from "./schema";

const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035];
const statutory = workCalendar(years.flatMap(proposedHolidays));

const anyDay = fc.integer({ min: 0, max: 4_382 }).map((offset) => addDays("2024-01-01", offset));
const aCalendar = fc
  .array(fc.tuple(anyDay, fc.boolean()), { maxLength: 40 })
  .map((extra) =>
    workCalendar([
      ...years.flatMap(proposedHolidays),
      ...extra.map(
        ([day, off]): ExceptionalDay => ({ day, kind: off || weekdayOf(day) < 5 ? "HOLIDAY" : "WORK_INSTEAD" }),
      ),
    ]),
  );
const yearDay = fc.integer({ min: 0, max: 365 }).map((offset) => {
  const day = addDays("2024-01-01", offset);
  return { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
});
const aRule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    kind: fc.constant("yearly" as const),
    dates: fc.uniqueArray(yearDay, { minLength: 1, maxLength: 12, selector: ({ month, day }) => month * 100 + day }),
    before: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("quarterly" as const), daysAfter: fc.integer({ min: 1, max: 90 }) }),
  fc.tuple(anyDay, fc.nat(400), fc.nat(400)).map(([day, long, later]) => ({
    kind: "once" as const,
    coversFrom: addDays(day, -long),
    coversTo: day,
    dueOn: addDays(day, later),
  })),
);

describe("lunar days, as Vietnam's almanacs have them", () => {
  // In 2030 Vietnam's new year is a day before China's.
  test.each([
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2028, "2028-01-26"],
    [2029, "2029-02-13"],
    [2030, "2030-02-02"],
    [2031, "2031-01-23"],
    [2032, "2032-02-11"],
    [2033, "2033-01-31"],
    [2034, "2034-02-19"],
    [2035, "2035-02-08"],
  ])("Tết of %i is %s", (year, day) => expect(lunarDay(year, 1, 1)).toBe(day));

  test.each([
    [2023, "2023-04-29"], // a leap second month before it
    [2024, "2024-04-18"],
    [2025, "2025-04-07"],
    [2026, "2026-04-26"],
  ])("the Hùng Kings' day of %i is %s", (year, day) => expect(lunarDay(year, 3, 10)).toBe(day));
});

describe("holidays of a year", () => {
  test("2026: the Hùng Kings' Sunday is made up on Monday, the National Day has its eve", () => {
    const days = proposedHolidays(2026).map(({ day }) => day);
    expect(days).toEqual([
      ...[
        "2026-01-01",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-02-20",
        "2026-04-26",
        "2026-04-27",
      ],
      ...["2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02"],
    ]);
  });
  test("eleven days off that would have been worked, every year", () => {
    for (const year of years)
      expect([year, proposedHolidays(year).filter(({ day }) => weekdayOf(day) < 5).length]).toEqual([year, 11]);
  });
});

describe("the work calendar", () => {
  test("weekends, holidays, swapped days", () => {
    const calendar = workCalendar([
      { day: "2026-01-01", kind: "HOLIDAY" },
      { day: "2026-01-02", kind: "DAY_OFF_INSTEAD" },
      { day: "2026-01-10", kind: "WORK_INSTEAD" },
    ]);
    expect(
      ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05", "2026-01-10", "2026-01-11"].filter(
        calendar.works,
      ),
    ).toEqual(["2025-12-31", "2026-01-05", "2026-01-10"]);
    expect(calendar.shift("2026-01-01", "NEXT_WORKING_DAY")).toBe("2026-01-05");
    expect(calendar.shift("2026-01-04", "PREVIOUS_WORKING_DAY")).toBe("2025-12-31");
    expect(calendar.shift("2026-01-04", "AS_IT_IS")).toBe("2026-01-04");
    expect(calendar.move("2025-12-31", 5)).toBe("2026-01-09");
    expect(calendar.move("2025-12-31", 6)).toBe("2026-01-10");
    expect(calendar.between("2025-12-31", "2026-01-10")).toBe(6);
  });
  test("a calendar without a working day is refused, not searched for ever", () => {
    const never = workCalendar(
      Array.from({ length: 200 }, (_, at) => ({ day: addDays("2026-01-01", at), kind: "HOLIDAY" as const })),
    );
    expect(() => never.shift("2026-01-02", "NEXT_WORKING_DAY")).toThrow(/no working day/);
  });
  test("a shifted day is worked, on the rule's side, with no working day between", () => {
    fc.assert(
      fc.property(
        aCalendar,
        anyDay,
        fc.constantFrom("NEXT_WORKING_DAY" as const, "PREVIOUS_WORKING_DAY" as const),
        (calendar, day, rule) => {
          const shifted = calendar.shift(day, rule);
          expect(calendar.works(shifted)).toBe(true);
          const [from, to] = shifted < day ? [shifted, day] : [day, shifted];
          expect(rule === "NEXT_WORKING_DAY" ? shifted >= day : shifted <= day).toBe(true);
          for (let at = addDays(from, 1); at < to; at = addDays(at, 1)) expect(calendar.works(at)).toBe(false);
        },
      ),
    );
  });
  test("moving keeps the order of days, counts working days and comes back", () => {
    fc.assert(
      fc.property(aCalendar, anyDay, anyDay, fc.integer({ min: -40, max: 40 }), (calendar, a, b, count) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(calendar.move(first, count) <= calendar.move(second, count)).toBe(true);
        const moved = calendar.move(a, count);
        if (count !== 0) expect(calendar.works(moved)).toBe(true);
        if (count > 0) expect(calendar.between(a, moved)).toBe(count);
        if (calendar.works(a)) expect(calendar.move(moved, -count)).toBe(a);
        expect(calendar.between(a, b) + calendar.between(b, a)).toBe(0);
      }),
    );
  });
});

describe("periods of any rule, 2024 to 2035", () => {
  test("are in order, cover time without gap or overlap, and fall due on working days", () => {
    fc.assert(
      fc.property(
        aRule,
        fc.constantFrom("NEXT_WORKING_DAY" as const, "PREVIOUS_WORKING_DAY" as const),
        fc.nat(120),
        (recurrence, dayOffRule, opensDaysBefore) => {
          const rule = { recurrence, dayOffRule, opensDaysBefore, validFrom: "2024-01-01", validTo: null };
          const periods = periodsOf(rule, statutory, "2024-01-01", "2035-12-31");
          expect(new Set(periods.map(({ slot }) => slot)).size).toBe(periods.length);
          periods.forEach((period, at) => {
            expect(statutory.works(period.dueOn)).toBe(true);
            expect(period.coversFrom <= period.coversTo && period.opensOn <= period.dueOn).toBe(true);
            const later = periods[at + 1];
            if (!later) return;
            expect(period.nominalDueOn < later.nominalDueOn && period.dueOn <= later.dueOn).toBe(true);
            expect(daysBetween(period.coversTo, later.coversFrom)).toBe(1);
          });
        },
      ),
    );
  });
  test("of a part of the time are that part of the periods", () => {
    fc.assert(
      fc.property(aRule, anyDay, anyDay, (recurrence, a, b) => {
        const [from, to]: [Day, Day] = a < b ? [a, b] : [b, a];
        const rule = {
          recurrence,
          dayOffRule: "NEXT_WORKING_DAY" as const,
          opensDaysBefore: 30,
          validFrom: "2024-01-01",
          validTo: null,
        };
        const all = periodsOf(rule, statutory, "2024-01-01", "2036-12-31");
        expect(periodsOf(rule, statutory, from, to)).toEqual(
          all.filter(({ nominalDueOn }) => nominalDueOn >= from && nominalDueOn <= to),
        );
      }),
    );
  });
  test("before 5 June and 5 December: the last day is the 4th, or the next working day", () => {
    const rule = {
      recurrence: {
        kind: "yearly" as const,
        dates: [
          { month: 6, day: 5 },
          { month: 12, day: 5 },
        ],
        before: true,
      },
      ...{ dayOffRule: "NEXT_WORKING_DAY" as const, opensDaysBefore: 20, validFrom: "2021-02-01", validTo: null },
    };
    expect(
      periodsOf(rule, statutory, "2022-01-01", "2022-12-31").map((one) => [one.slot, one.coversFrom, one.dueOn]),
    ).toEqual([
      ["2022-1", "2021-12-05", "2022-06-06"], // 4 June 2022 is a Saturday
      ["2022-2", "2022-06-05", "2022-12-05"], // 4 December 2022 is a Sunday
    ]);
  });
});

test("the ladder's steps keep their order, and what an outage missed is found once", () => {
  const steps = [-10, -3, 0, 2, 5].map((step) => ({ step, act: "MESSAGE" as const }));
  fc.assert(
    fc.property(aCalendar, anyDay, fc.nat(90), (calendar, day, offset) => {
      const dueOn = calendar.shift(day, "NEXT_WORKING_DAY");
      const days = ladderDays(steps, dueOn, calendar).map(({ on }) => on);
      expect(days).toEqual(days.toSorted());
      expect(new Set(days).size).toBe(days.length);
      const today = addDays(dueOn, offset - 40);
      expect(dueSteps(steps, dueOn, calendar, today, "2000-01-01").map(({ on }) => on)).toEqual(
        days.filter((on) => on <= today),
      );
    }),
  );
});
