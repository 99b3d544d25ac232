import { addDays, type Day } from "@/lib/core/day";
import type { DayOffRule } from "@/lib/db/generated/enums";
import type { WorkCalendar } from "./calendar";
import type { Recurrence, YearDay } from "./schema";

/** A period as the rule has it; days as text. */
export type PlannedPeriod = {
  slot: string;
  coversFrom: Day;
  coversTo: Day;
  opensOn: Day;
  nominalDueOn: Day;
  dueOn: Day;
};

export type PeriodRule = {
  recurrence: Recurrence;
  validFrom: Day;
  validTo: Day | null;
  dayOffRule: DayOffRule;
  opensDaysBefore: number;
};

/** So far ahead periods are made, days: a year and the months in which its calendar is already discussed. */
export const horizonDays = 460;

/** The one period of what is reported once: it has no name. */
const onceSlot = "once";

/** How a period is called: `2026-Q1`, `2026-02-15`; nothing where there is but one. */
export const periodName = (slot: string): string => (slot === onceSlot ? "" : slot);

/** What is reported, with the period that it is of. */
export const namedPeriod = (report: string, slot: string): string =>
  [report, periodName(slot)].filter(Boolean).join(" · ");

type Slot = Pick<PlannedPeriod, "slot" | "coversFrom" | "coversTo" | "nominalDueOn">;

const two = (number: number) => String(number).padStart(2, "0");

/** `{ 2, 29 }` is 28 February in a common year. */
function dayIn(year: number, { month, day }: YearDay): Day {
  const last = addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`, -1);
  const wanted = `${year}-${two(month)}-${two(day)}`;
  return wanted > last ? last : wanted;
}

/** Slots of a rule in a year, in order. A yearly report covers the time since the day of the one before. */
function slotsOf(rule: Recurrence, year: number): Slot[] {
  if (rule.kind === "once")
    return Number(rule.dueOn.slice(0, 4)) === year
      ? [{ slot: onceSlot, coversFrom: rule.coversFrom, coversTo: rule.coversTo, nominalDueOn: rule.dueOn }]
      : [];
  if (rule.kind === "quarterly")
    return [1, 2, 3, 4].map((quarter) => {
      const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${two(quarter * 3 + 1)}-01`;
      const coversTo = addDays(next, -1);
      return {
        slot: `${year}-Q${quarter}`,
        coversFrom: `${year}-${two(quarter * 3 - 2)}-01`,
        coversTo,
        nominalDueOn: addDays(coversTo, rule.daysAfter),
      };
    });
  const sorted = rule.dates.toSorted((a, b) => a.month - b.month || a.day - b.day);
  const due = (of: number, date: YearDay) => addDays(dayIn(of, date), rule.before ? -1 : 0);
  return sorted.map((date, at) => {
    const earlier = sorted[at - 1];
    const last = sorted.at(-1) ?? date;
    const nominalDueOn = due(year, date);
    return {
      slot: `${year}-${at + 1}`,
      coversFrom: addDays(earlier ? due(year, earlier) : due(year - 1, last), 1),
      coversTo: nominalDueOn,
      nominalDueOn,
    };
  });
}

/**
 * The periods of a rule whose nominal due day lies from `from` to `to` and within the rule's validity, in order of that
 * day. Finite whatever the rule: `to` bounds it.
 */
export function periodsOf(rule: PeriodRule, calendar: WorkCalendar, from: Day, to: Day): PlannedPeriod[] {
  const first = rule.validFrom > from ? rule.validFrom : from;
  const last = rule.validTo !== null && rule.validTo < to ? rule.validTo : to;
  const planned: PlannedPeriod[] = [];
  // A quarter's report may fall due in the year after.
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)); year++)
    for (const slot of slotsOf(rule.recurrence, year)) {
      if (slot.nominalDueOn < first || slot.nominalDueOn > last) continue;
      const dueOn = calendar.shift(slot.nominalDueOn, rule.dayOffRule);
      planned.push({ ...slot, dueOn, opensOn: addDays(dueOn, -rule.opensDaysBefore) });
    }
  return planned.sort((a, b) => a.nominalDueOn.localeCompare(b.nominalDueOn));
}
