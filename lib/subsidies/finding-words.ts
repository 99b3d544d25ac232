import { formatDay, isDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { SupportLine } from "./amounts";
import type { Finding } from "./findings";
import type { Policy } from "./policy";

type Locale = "vi" | "en";
/** A translator of the namespace `subsidies`: that of a component, or `wordsIn` of its messages. */
type Say = (
  key: `formula.${SupportLine["kind"] | "elsewhere" | "unknown" | "stopped" | "part" | "capped"}`,
  values?: Record<string, string>,
) => string;

/** The name of a paper of the policy, whatever group asks for it; its code where the policy has none. */
export const paperName = (policy: Policy, code: string, locale: Locale): string =>
  policy.groups.flatMap(({ papers }) => papers).find((one) => one.code === code)?.name[locale] ?? code;

/** The name of a rate of the policy; its code where the policy has none. */
export const rateName = (policy: Policy, code: string, locale: Locale): string =>
  policy.rates.find((one) => one.code === code)?.name[locale] ?? code;

/** What the words of a finding (`subsidies.findings`) are filled with: names, days and counts as they are read. */
export function findingValues(policy: Policy, finding: Finding, locale: Locale): Record<string, string> {
  const values: Record<string, string> = {
    paper: finding.paper ? paperName(policy, finding.paper, locale) : "",
    rate: finding.rate ? rateName(policy, finding.rate, locale) : "",
  };
  for (const [name, value] of Object.entries(finding.params ?? {}))
    values[name] = typeof value === "number" ? formatCount(value, locale) : isDay(value) ? formatDay(value) : value;
  return values;
}

/**
 * How the amount of a line comes about, in words: `50% × học phí 12.000.000 đồng`, with what shortens it. `say` speaks the
 * namespace `subsidies`; the result can be checked by hand.
 */
export function formulaWords(line: SupportLine, locale: Locale, say: Say): string {
  const count = (value: number) => formatCount(value, locale);
  if (line.shortened === "already_supported") return say("formula.elsewhere");
  if (line.value === null) return say("formula.unknown");
  if (line.shortened === "dropped_out" && line.raw === 0) return say("formula.stopped");
  const whole = say(`formula.${line.kind}`, {
    value: count(line.value),
    tuition: count(line.tuition),
    months: count(line.months),
  });
  const partly = line.shortened === "dropped_out" && line.kind !== "PER_MONTH";
  const raw = partly ? say("formula.part", { whole, months: count(line.months), of: count(line.ofMonths) }) : whole;
  return line.cap !== null && line.amount < line.raw ? say("formula.capped", { raw, cap: count(line.cap) }) : raw;
}
