import { addDays, type Day, dayOf, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import type { WorkCalendar } from "./calendar";
import { dueSteps } from "./ladder";
import type { Ladder } from "./schema";
import type { ReportingUnit } from "./unit";

/**
 * Hours of Hải Phòng in which nobody is written to, `from` of the evening up to `to` of the morning. A rule of courtesy of
 * the portal, not of the law: what falls into them waits for the morning of the next working day.
 */
export const quietHours = { from: 20, to: 7 } as const;

/**
 * So long after its day a step is still made up, calendar days: longer than the longest rest of offices (Tết, nine days)
 * and an outage of three days together. Who begins to owe late is not sent what is older.
 */
export const memoryDays = 14;

/** A ladder reaches so far around the due day at most, calendar days: 60 working days with their weekends and holidays. */
export const ladderReach = 120;

const hourOf = (now: Date): number => (now.getUTCHours() + 7) % 24;

/** Whether reminders may go out at this instant: on a working day, outside the quiet hours. */
export const mayRemind = (now: Date, calendar: WorkCalendar): boolean =>
  calendar.works(dayOf(now)) && hourOf(now) >= quietHours.to && hourOf(now) < quietHours.from;

/** Assignments of one obligation that are due on one day, as far as the ladder cares. */
export type DueGroup = { obligationId: number; dueOn: Day; ladder: Ladder; keptFrom: Day };

export type DueStep = { obligationId: number; dueOn: Day; step: number; plannedOn: Day };

/**
 * The messages of a ladder that are to have been sent by `today`: those of the last `memoryDays` days that fell due since
 * the portal keeps the obligation.
 */
export function messagesDue(groups: Iterable<DueGroup>, calendar: WorkCalendar, today: Day): DueStep[] {
  const due: DueStep[] = [];
  for (const { obligationId, dueOn, ladder, keptFrom } of groups) {
    const [, since] = [addDays(today, -memoryDays), keptFrom].sort();
    for (const { step, act, on } of dueSteps(ladder, dueOn, calendar, today, since ?? keptFrom))
      if (act === "MESSAGE") due.push({ obligationId, dueOn, step, plannedOn: on });
  }
  return due;
}

/** A step of the ladder for words: on which side of the due day, and how many working days from it. */
export const besideDue = (step: number) => ({
  when: step < 0 ? ("before" as const) : step === 0 ? ("on" as const) : ("after" as const),
  days: Math.abs(step),
});

/** One report that a person owes, as a letter lists it. */
export type OwedLine = {
  obligationVi: string;
  obligationEn: string;
  /** Null: the unit owes it. */
  organisation: string | null;
  unit: ReportingUnit | null;
  dueOn: Day;
  returned: boolean;
};

/** How far the due day is, as words and numbers: working days left, today, or working days late. */
export type Distance = { kind: "left" | "today" | "late"; days: number };

/** A due day that has passed with no working day since is late by none; it still counts as late. */
export function distanceTo(dueOn: Day, calendar: WorkCalendar, today: Day): Distance {
  if (dueOn === today) return { kind: "today", days: 0 };
  return dueOn > today
    ? { kind: "left", days: calendar.between(today, dueOn) }
    : { kind: "late", days: calendar.between(dueOn, today) };
}

export type OwedWords = {
  unit: (unit: ReportingUnit) => string;
  line: (key: "left" | "today" | "late", values: { name: string; day: string; days: number }) => string;
  returned: (line: string) => string;
  more: (count: number) => string;
};

/** Lines in one letter; what is beyond them stands on the page that it leads to. */
export const linesShown = 40;

/**
 * What a person owes as lines of a letter, most urgent first, under the name of who owes it. Days as `dd/mm/yyyy`.
 */
export function owedText(
  lines: readonly OwedLine[],
  locale: Locale,
  calendar: WorkCalendar,
  today: Day,
  words: OwedWords,
): string {
  const groups = new Map<string, string[]>();
  const sorted = lines.toSorted(
    (a, b) => a.dueOn.localeCompare(b.dueOn) || a.obligationVi.localeCompare(b.obligationVi),
  );
  for (const one of sorted.slice(0, linesShown)) {
    const who = one.organisation ?? (one.unit ? words.unit(one.unit) : "");
    const { kind, days } = distanceTo(one.dueOn, calendar, today);
    const name = locale === "vi" ? one.obligationVi : one.obligationEn;
    const text = words.line(kind, { name, day: formatDay(one.dueOn), days });
    groups.set(who, [...(groups.get(who) ?? []), `- ${one.returned ? words.returned(text) : text}`]);
  }
  const parts = [...groups].map(([who, list]) => `${who}:\n${list.join("\n")}`);
  if (sorted.length > linesShown) parts.push(words.more(sorted.length - linesShown));
  return parts.join("\n\n");
}
