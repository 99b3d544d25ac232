import { addDays, type Day } from "@/lib/core/day";
import { weekdayOf } from "./calendar";

/** A month as weeks from Monday to Sunday; null where another month's days would stand. */
export type MonthGrid = { month: number; first: Day; weeks: (Day | null)[][] };

/** The twelve months of a year as they hang on a wall. */
export const yearGrid = (year: number): MonthGrid[] =>
  Array.from({ length: 12 }, (_, at) => {
    const month = at + 1;
    const first: Day = `${year}-${String(month).padStart(2, "0")}-01`;
    const days: (Day | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
    for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day);
    while (days.length % 7 !== 0) days.push(null);
    return {
      month,
      first,
      weeks: Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    };
  });
