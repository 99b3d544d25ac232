import type { FormDefinition } from "./definition";
import { type Rule, resolve, type Target } from "./rules";

type Locale = "vi" | "en";

/** What a target is called: "Lao động theo nghề · Hàn · Nữ". Within its own table a column is only itself. */
function nameOf(target: Target | null, locale: Locale, within: boolean): string {
  if (!target) return "?";
  if (target.kind === "field") return target.field.label[locale];
  const table = target.table.label[locale];
  if (target.kind === "table") return table;
  const column = target.field.label[locale];
  if (within) return column;
  if (target.kind === "column") return `${table} · ${column}`;
  const { rows } = target.table;
  const row = rows.kind === "fixed" ? rows.rows.find(({ key }) => key === target.row)?.label[locale] : target.row;
  return `${table} · ${row} · ${column}`;
}

/** The label of what a reference of a rule names. */
export const referenceName = (
  definition: FormDefinition,
  text: string,
  within: string | null,
  locale: Locale,
): string => nameOf(resolve(definition, text, within), locale, within !== null);

/** What the sentence of a rule is made of: its message under `reports.rule`, and the labels in it. */
export type RuleWords =
  | { own: string }
  | {
      own: null;
      key:
        | "sumEquals"
        | "sumLessEquals"
        | "notMore"
        | "requiredWhenFilled"
        | "requiredWhenPositive"
        | "requiredWhenEquals"
        | "atLeastOne";
      values: Record<string, string>;
    };

/** The words of a rule in a language: its own, or what is made of the labels of the fields it names. */
export function ruleWords(definition: FormDefinition, one: Rule, locale: Locale): RuleWords {
  if (one.message) return { own: one.message[locale] };
  const name = (text: string) => referenceName(definition, text, one.within, locale);
  const list = (texts: readonly string[]) => texts.map((text) => `“${name(text)}”`).join(", ");
  switch (one.kind) {
    case "sumEquals":
      return {
        own: null,
        key: one.minus.length > 0 ? "sumLessEquals" : "sumEquals",
        values: { total: name(one.total), parts: list(one.parts), minus: list(one.minus) },
      };
    case "notMore":
      return { own: null, key: "notMore", values: { less: name(one.less), than: name(one.than) } };
    case "atLeastOne":
      return { own: null, key: "atLeastOne", values: { fields: list(one.fields) } };
    case "requiredWhen": {
      const values = { field: name(one.field), when: name(one.when) };
      if (one.is.test === "filled") return { own: null, key: "requiredWhenFilled", values };
      if (one.is.test === "positive") return { own: null, key: "requiredWhenPositive", values };
      return {
        own: null,
        key: "requiredWhenEquals",
        values: { ...values, answer: answerName(definition, one, one.is.value, locale) },
      };
    }
  }
}

function answerName(
  definition: FormDefinition,
  one: Extract<Rule, { kind: "requiredWhen" }>,
  value: string,
  locale: Locale,
) {
  const target = resolve(definition, one.when, one.within);
  if (!target || target.kind === "table") return value;
  const { field } = target;
  if (field.kind === "yesNo")
    return { vi: { yes: "Có", no: "Không" }, en: { yes: "Yes", no: "No" } }[locale][value as "yes"];
  return "options" in field ? (field.options.find((option) => option.value === value)?.label[locale] ?? value) : value;
}

/** Every argument of these messages, so that one that is missing leaves a gap and not an error. */
export const blankArguments = {
  found: "",
  expected: "",
  most: "",
  total: "",
  parts: "",
  minus: "",
  less: "",
  than: "",
  field: "",
  when: "",
  answer: "",
  fields: "",
  day: "",
  key: "",
  minimum: "",
  maximum: "",
  current: "",
  missing: "",
};
