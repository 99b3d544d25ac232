import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/messages";
import type { Policy, Words } from "./policy";

type Locale = "vi" | "en";
type Field = keyof Messages["policies"]["field"];
type Value = keyof Messages["policies"]["value"];
/** A translator of the namespace `policies`. */
type Say = (key: `field.${Field}` | `value.${Value}`) => string;

export type PolicyDifference = { key: string; label: string; before: string; after: string };

type Line = { label: string; text: string };

/** Everything that a version says, line by line: a key that stays, what it is, and how it reads. */
function linesOf(policy: Policy, locale: Locale, say: Say): Map<string, Line> {
  const lines = new Map<string, Line>();
  const add = (key: string, of: string[], field: Field, text: string) =>
    lines.set(key, { label: [...of, say(`field.${field}`)].join(" · "), text });
  const count = (value: number | null) => (value === null ? "" : formatCount(value, locale));
  const flag = (value: boolean) => say(value ? "value.yes" : "value.no");
  const option = (value: Value | null) => (value === null ? "" : say(`value.${value}`));
  const both = (words: Words | null) => (words ? `${words.vi} / ${words.en}` : "");
  const rests = (key: string, of: string[], { clause, verified }: { clause: Words; verified: boolean }) => {
    add(`${key}.clause`, of, "clause", both(clause));
    add(`${key}.verified`, of, "verified", flag(verified));
  };
  add("citation", [], "citation", both(policy.citation));
  const validity = [say("field.validity")];
  add("validity.from", validity, "from", formatDay(policy.validity.from));
  add("validity.to", validity, "to", formatDay(policy.validity.to));
  rests("validity", validity, policy.validity);
  for (const key of ["processing", "correction"] as const) {
    add(`${key}.days`, [say(`field.${key}`)], "workingDays", count(policy[key].workingDays));
    rests(key, [say(`field.${key}`)], policy[key]);
  }
  for (const one of policy.occupations) {
    const of = [say("field.occupations"), one.name[locale]];
    add(`occupations.${one.code}.name`, [say("field.occupations"), one.code], "name", both(one.name));
    add(`occupations.${one.code}.aliases`, of, "aliases", one.aliases.join(", "));
    rests(`occupations.${one.code}`, of, one);
  }
  for (const one of policy.groups) {
    const key = `groups.${one.code}`;
    const of = [say("field.groups"), one.code];
    add(`${key}.name`, of, "name", both(one.name));
    add(`${key}.plain`, of, "plain", both(one.plain));
    add(`${key}.person`, of, "person", option(one.person));
    add(`${key}.applicants`, of, "applicants", one.applicants.map(option).join(", "));
    const { educationFloor, levels } = one.conditions;
    add(`${key}.educationFloor`, of, "educationFloor", option(educationFloor));
    add(`${key}.levels`, of, "levels", levels.map(option).join(", "));
    for (const name of ["lacksMatchingQualification", "employed", "localSchool", "listedOccupation"] as const)
      add(`${key}.${name}`, of, name, flag(one.conditions[name]));
    rests(key, of, one);
    for (const paper of one.papers) {
      const inPaper = [...of, paper.name[locale]];
      add(`${key}.papers.${paper.code}.name`, [...of, paper.code], "name", both(paper.name));
      add(`${key}.papers.${paper.code}.help`, inPaper, "help", both(paper.help));
      add(`${key}.papers.${paper.code}.per`, inPaper, "per", option(paper.per));
      add(`${key}.papers.${paper.code}.required`, inPaper, "required", flag(paper.required));
      rests(`${key}.papers.${paper.code}`, inPaper, paper);
    }
  }
  for (const one of policy.rates) {
    const key = `rates.${one.code}`;
    const of = [say("field.rates"), one.name[locale]];
    add(`${key}.name`, [say("field.rates"), one.code], "name", both(one.name));
    for (const field of ["kind", "payee", "once", "dropOut"] as const)
      add(`${key}.${field}`, of, field, option(one[field]));
    for (const field of ["value", "capPerPerson", "capMonths"] as const)
      add(`${key}.${field}`, of, field, count(one[field]));
    add(`${key}.groups`, of, "groups", one.groups.join(", "));
    add(`${key}.permanentStaff`, of, "permanentStaff", one.permanentStaff === null ? "" : flag(one.permanentStaff));
    rests(key, of, one);
  }
  for (const [at, one] of policy.reports.entries()) {
    const of = [say("field.reports"), String(at + 1)];
    add(`reports.${at}.date`, of, "date", `${one.day}/${one.month}`);
    rests(`reports.${at}`, of, one);
  }
  return lines;
}

/** What differs between two versions, field by field, in the later one's order; what is gone comes last. */
export function comparePolicies(before: Policy, after: Policy, locale: Locale, say: Say): PolicyDifference[] {
  const [old, next] = [linesOf(before, locale, say), linesOf(after, locale, say)];
  return [...new Set([...next.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    if ((was?.text ?? "") === (is?.text ?? "")) return [];
    return [{ key, label: is?.label ?? was?.label ?? key, before: was?.text ?? "", after: is?.text ?? "" }];
  });
}
