import { expect, test } from "vitest";
import { weekdayOf } from "./calendar";
import { yearGrid } from "./month-grid";

test.each([2024, 2026, 2027, 2100])("a wall calendar of %i has every day once, under its weekday", (year) => {
  const days = yearGrid(year).flatMap(({ weeks }) =>
    weeks.flatMap((week) => {
      expect(week).toHaveLength(7);
      week.forEach((day, at) => void (day !== null && expect(weekdayOf(day)).toBe(at)));
      return week.filter((day) => day !== null);
    }),
  );
  expect(new Set(days).size).toBe(year % 4 === 0 && year % 100 !== 0 ? 366 : 365);
  expect(days).toEqual(days.toSorted());
  expect([days[0], days.at(-1)]).toEqual([`${year}-01-01`, `${year}-12-31`]);
});
