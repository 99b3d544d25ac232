import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateToDay,
  dayOf,
  daysBetween,
  dayToDate,
  endOfDay,
  formatDay,
  isDay,
  parseDay,
  shownDay,
} from "./day";

const anyDay = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2100-12-31T00:00:00Z"), noInvalidDate: true })
  .map(dateToDay);

describe("calendar days of Hải Phòng", () => {
  it("turns at local midnight, not at UTC midnight", () => {
    expect(dayOf(new Date("2024-07-30T16:59:59Z"))).toBe("2024-07-30");
    expect(dayOf(new Date("2024-07-30T17:00:00Z"))).toBe("2024-07-31");
  });

  it("ends at 00:00 local time of the next day", () => {
    expect(endOfDay("2024-07-30").toISOString()).toBe("2024-07-30T17:00:00.000Z");
  });

  it("travels through a date column and through its printed form unchanged", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateToDay(dayToDate(day))).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
        expect(dayOf(new Date(endOfDay(day).getTime() - 1))).toBe(day);
      }),
    );
  });

  it("counts days as it moves by them", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it("reads what people type and refuses days that do not exist", () => {
    expect(parseDay("30/7/2024")).toBe("2024-07-30");
    expect(parseDay(" 5-1-2025 ")).toBe("2025-01-05");
    expect(parseDay("30.2.2024")).toBeNull();
    expect(parseDay("7/2024")).toBeNull();
    expect(parseDay("31/7/24")).toBeNull();
    expect(isDay("2023-02-29")).toBe(false);
    expect(isDay("2024-02-29")).toBe(true);
  });

  it("is shown as people write it among other texts of a table, which stay as they are", () => {
    expect(["2024-07-30", "2024-02-30", "30/7/2024", "Hàn", "6520227", ""].map(shownDay)).toEqual([
      ...["30/07/2024", "2024-02-30", "30/7/2024", "Hàn", "6520227", ""],
    ]);
  });
});
