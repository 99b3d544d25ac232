import { formatDay, isDay } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { formatCount } from "@/lib/core/money";
import type { Answers, Value } from "./answers";
import type { FormDefinition } from "./definition";
import type { Field } from "./field";
import { rowsIn } from "./rule-check";
import { partsOf } from "./rules";

type Locale = "vi" | "en";

const yesNo = { vi: { yes: "Có", no: "Không" }, en: { yes: "Yes", no: "No" } } as const;
/** An answer as people read it; empty for none. What a draft holds of another kind is shown as it was typed. */
export function showAnswer(field: Field, value: Value | undefined, locale: Locale): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") {
    if (field.kind === "money") return `${formatCount(value, locale)} ${locale === "vi" ? "đồng" : "VND"}`;
    const text = "plain" in field && field.plain ? String(value) : formatDecimal(value, locale);
    if (field.kind === "percent") return `${text} %`;
    return "unit" in field && field.unit ? `${text} ${field.unit[locale]}` : text;
  }
  const option = (one: string) =>
    "options" in field ? (field.options.find((each) => each.value === one)?.label[locale] ?? one) : one;
  if (Array.isArray(value)) return value.map(option).join("; ");
  if (field.kind === "day") return isDay(value) ? formatDay(value) : value;
  if (field.kind === "yesNo") return value === "yes" || value === "no" ? yesNo[locale][value] : value;
  return option(value);
}

/** A difference between two answers to the same form; `label` names table, row and column. */
export type AnswerDifference = { key: string; label: string; before: string; after: string };

/** What changed between two answers, in the form's order, for a list of differences. Rows of a free table go by number. */
export function compareAnswers(
  definition: FormDefinition,
  before: Answers,
  after: Answers,
  locale: Locale,
): AnswerDifference[] {
  const found: AnswerDifference[] = [];
  const differ = (key: string, label: string, field: Field, a: Value | undefined, b: Value | undefined) => {
    const [from, to] = [showAnswer(field, a, locale), showAnswer(field, b, locale)];
    if (from !== to) found.push({ key, label, before: from, after: to });
  };
  for (const part of partsOf(definition)) {
    if (part.kind !== "table") {
      differ(part.key, part.label[locale], part, before[part.key] as Value, after[part.key] as Value);
      continue;
    }
    const [old, now] = [new Map(rowsIn(before, part.key)), new Map(rowsIn(after, part.key))];
    const given = part.rows.kind === "fixed" ? part.rows.rows : null;
    const names: (string | number)[] = given
      ? given.map(({ key }) => key)
      : [...Array(Math.max(old.size, now.size)).keys()];
    for (const name of names) {
      const row = given?.find(({ key }) => key === name)?.label[locale] ?? String(Number(name) + 1);
      for (const column of part.columns)
        differ(
          `${part.key}.${name}.${column.key}`,
          `${part.label[locale]} · ${row} · ${column.label[locale]}`,
          column,
          old.get(name)?.[column.key],
          now.get(name)?.[column.key],
        );
    }
  }
  return found;
}
