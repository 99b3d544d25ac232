import { addDays, type Day } from "@/lib/core/day";
import type { CalendarDayKind } from "@/lib/db/generated/enums";
import { weekdayOf } from "./calendar";
import { lunarDay } from "./lunar";

/** Names of the public holidays, as messages have them under `deadlines.holidays`. */
export type HolidayName = "newYear" | "tet" | "hungKings" | "reunification" | "labour" | "national" | "instead";

export type ProposedDay = {
  day: Day;
  kind: CalendarDayKind;
  name: HolidayName;
  /** Of a day off instead: the holiday that fell on a weekly day off. */
  of?: HolidayName;
  /** The law fixes the day itself; otherwise the yearly notice chooses it, and the proposal must be compared with it. */
  fixed: boolean;
};

/** Basis of the proposal; swapped days and the choice of Tết's days come with each year's notice. */
export const holidayLaw = "Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3 và Điều 112";

/**
 * Public holidays of a year as the Labour Code has them: New Year, five days of Tết (proposed: the last day of the old
 * year and four of the new), 10 March lunar, 30 April, 1 May, two days of the National Day (proposed: 2 September and
 * the neighbour that makes the longer rest). One that falls on a weekly day off is made up on the next working day
 * (Art. 111.3). Swapped days cannot be foreseen: the Government chooses them.
 */
export function proposedHolidays(year: number): ProposedDay[] {
  const tet = lunarDay(year, 1, 1);
  const national: Day = `${year}-09-02`;
  const eve = addDays(national, -1);
  const second = weekdayOf(national) === 0 || weekdayOf(national) === 6 ? addDays(national, 1) : eve;
  const days: ProposedDay[] = [
    { day: `${year}-01-01`, name: "newYear", kind: "HOLIDAY", fixed: true },
    ...[-1, 0, 1, 2, 3].map(
      (offset): ProposedDay => ({
        day: addDays(tet, offset),
        name: "tet",
        kind: "HOLIDAY",
        fixed: offset >= 0 && offset <= 2,
      }),
    ),
    { day: lunarDay(year, 3, 10), name: "hungKings", kind: "HOLIDAY", fixed: true },
    { day: `${year}-04-30`, name: "reunification", kind: "HOLIDAY", fixed: true },
    { day: `${year}-05-01`, name: "labour", kind: "HOLIDAY", fixed: true },
    { day: national, name: "national", kind: "HOLIDAY", fixed: true },
    { day: second, name: "national", kind: "HOLIDAY", fixed: false },
  ];
  const once = [...new Map(days.map((one) => [one.day, one])).values()].sort((a, b) => a.day.localeCompare(b.day));
  const taken = new Set(once.map(({ day }) => day));
  const made: ProposedDay[] = [];
  for (const { day, name } of once) {
    if (weekdayOf(day) < 5) continue;
    let instead = addDays(day, 1);
    while (weekdayOf(instead) >= 5 || taken.has(instead)) instead = addDays(instead, 1);
    taken.add(instead);
    made.push({ day: instead, name: "instead", of: name, kind: "DAY_OFF_INSTEAD", fixed: false });
  }
  return [...once, ...made].sort((a, b) => a.day.localeCompare(b.day));
}
