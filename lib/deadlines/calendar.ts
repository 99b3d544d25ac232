import { addDays, type Day } from "@/lib/core/day";
import type { CalendarDayKind, DayOffRule } from "@/lib/db/generated/enums";

/** A day that is not what its weekday says. */
export type ExceptionalDay = { day: Day; kind: CalendarDayKind };

/** Which days the Authority works. Days are calendar days of Hải Phòng, never instants: no clock or time zone enters. */
export type WorkCalendar = {
  works: (day: Day) => boolean;
  /** `day` itself where it is worked or the rule leaves it, otherwise the nearest working day on the rule's side. */
  shift: (day: Day, rule: DayOffRule) => Day;
  /**
   * `count` working days after `day` (before it, when negative). 0 gives `day` itself, worked or not: the ladder's step
   * "on the due day" is the due day.
   */
  move: (day: Day, count: number) => Day;
  /** Working days later than `a` up to and with `b`; negative when `b` is earlier. */
  between: (a: Day, b: Day) => number;
};

const monday = "2024-01-01";
const dayNumber = (day: Day) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000;

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) - dayNumber(monday)) % 7) + 7) % 7;

/** No calendar has so many days off in a row; beyond it, somebody has entered a calendar without a working day. */
export const longestRest = 60;

/**
 * The calendar of offices that rest on Saturday and Sunday (QĐ 188/1999/QĐ-TTg, 40 hours in five days), with holidays,
 * days off instead and days worked instead.
 *
 * @throws Error when no working day is found within 60 days
 */
export function workCalendar(exceptions: Iterable<ExceptionalDay>): WorkCalendar {
  const kinds = new Map<Day, CalendarDayKind>();
  for (const { day, kind } of exceptions) kinds.set(day, kind);

  const works = (day: Day) => {
    const kind = kinds.get(day);
    return kind ? kind === "WORK_INSTEAD" : weekdayOf(day) < 5;
  };
  const step = (day: Day, by: 1 | -1): Day => {
    let at = addDays(day, by);
    for (let tried = 1; !works(at); tried++) {
      if (tried > longestRest) throw new Error(`no working day within ${longestRest} days of ${day}`);
      at = addDays(at, by);
    }
    return at;
  };
  return {
    works,
    shift: (day, rule) => {
      if (rule === "AS_IT_IS" || works(day)) return day;
      return step(day, rule === "NEXT_WORKING_DAY" ? 1 : -1);
    },
    move: (day, count) => {
      let at = day;
      for (let left = Math.abs(count); left > 0; left--) at = step(at, count > 0 ? 1 : -1);
      return at;
    },
    between: (a, b) => {
      if (b < a) return -countLater(b, a, works);
      return countLater(a, b, works);
    },
  };
}

/** How many days off in a row `day` is one of; 0 where it is worked. Counts no further than just beyond `longestRest`. */
export function restAround(calendar: Pick<WorkCalendar, "works">, day: Day): number {
  if (calendar.works(day)) return 0;
  let count = 1;
  for (const by of [-1, 1])
    for (let at = addDays(day, by); !calendar.works(at) && count <= longestRest; at = addDays(at, by)) count++;
  return count;
}

function countLater(from: Day, to: Day, works: (day: Day) => boolean): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (works(at)) count++;
  return count;
}
