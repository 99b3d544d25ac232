import { addDays, formatDay } from "@/lib/core/day";
import type { Audience, Ladder, ObligationContent, Recurrence, YearDay } from "./schema";

/** Says a message of `deadlines.rule`: a translator of a page, or `wordsIn` elsewhere. */
export type SayRule = (key: RuleKey, values?: Record<string, string | number>) => string;
type RuleKey =
  | "yearly"
  | "yearlyBefore"
  | "quarterly"
  | "once"
  | "NEXT_WORKING_DAY"
  | "PREVIOUS_WORKING_DAY"
  | "AS_IT_IS"
  | "window"
  | "windowNone"
  | "valid"
  | "validUntil"
  | "and"
  | "enterprises"
  | "enterprisesOfParks"
  | "ofCountries"
  | "headcountBetween"
  | "headcountFrom"
  | "headcountTo"
  | "schools"
  | "someSchools"
  | "units"
  | "organisations"
  | "before"
  | "on"
  | "after";

const two = (number: number) => String(number).padStart(2, "0");
const dayWords = ({ month, day }: YearDay) => `${two(day)}/${two(month)}`;

/** The day before one of the year, in a year that has no 29 February: what "before 1 March" means is said as 28/02. */
const eve = ({ month, day }: YearDay) => {
  const before = addDays(`2023-${two(month)}-${two(month === 2 && day === 29 ? 28 : day)}`, -1);
  return `${before.slice(8)}/${before.slice(5, 7)}`;
};

function list(parts: readonly string[], say: SayRule): string {
  const [last, ...rest] = parts.toReversed();
  if (last === undefined) return "";
  return rest.length === 0 ? last : say("and", { first: rest.toReversed().join(", "), last });
}

/** How often and by when, as a sentence. */
export function recurrenceWords(rule: Recurrence, say: SayRule): string {
  if (rule.kind === "quarterly") return say("quarterly", { days: rule.daysAfter });
  if (rule.kind === "once")
    return say("once", {
      due: formatDay(rule.dueOn),
      from: formatDay(rule.coversFrom),
      to: formatDay(rule.coversTo),
    });
  const dates = rule.dates.toSorted((a, b) => a.month - b.month || a.day - b.day);
  const days = list(dates.map(dayWords), say);
  return rule.before ? say("yearlyBefore", { days, last: list(dates.map(eve), say) }) : say("yearly", { days });
}

/** The whole rule in plain sentences: when, what of days off, from when answers are taken, how long it is in force. */
export function ruleWords(
  rule: Pick<ObligationContent, "recurrence" | "dayOffRule" | "opensDaysBefore" | "validFrom" | "validTo">,
  say: SayRule,
): string[] {
  return [
    recurrenceWords(rule.recurrence, say),
    say(rule.dayOffRule),
    rule.opensDaysBefore === 0 ? say("windowNone") : say("window", { days: rule.opensDaysBefore }),
    rule.validTo === null
      ? say("valid", { from: formatDay(rule.validFrom) })
      : say("validUntil", { from: formatDay(rule.validFrom), to: formatDay(rule.validTo) }),
  ];
}

/**
 * Who owes, as a sentence.
 *
 * @param names of parks and organisations by their id, of countries by their code, of units by their role
 */
export function audienceWords(
  who: Audience,
  say: SayRule,
  names: { park: (id: number) => string; country: (code: string) => string; unit: (role: string) => string },
): string {
  if (who.kind === "schools") return say(who.kinds?.length || who.provinces?.length ? "someSchools" : "schools");
  if (who.kind === "units") return say("units", { units: list(who.units.map(names.unit), say) });
  if (who.kind === "organisations") return say("organisations", { count: who.ids.length });
  const { headcountFrom: from, headcountTo: to } = who;
  const parts = [
    who.parks.length ? say("enterprisesOfParks", { parks: list(who.parks.map(names.park), say) }) : say("enterprises"),
  ];
  if (who.countries.length) parts.push(say("ofCountries", { countries: list(who.countries.map(names.country), say) }));
  if (from !== null && to !== null) parts.push(say("headcountBetween", { from, to }));
  else if (from !== null) parts.push(say("headcountFrom", { from }));
  else if (to !== null) parts.push(say("headcountTo", { to }));
  return parts.join("; ");
}

/** When a step of the ladder falls, in working days. */
export const stepWords = ({ step }: Pick<Ladder[number], "step">, say: SayRule): string =>
  step === 0 ? say("on") : say(step < 0 ? "before" : "after", { days: Math.abs(step) });
