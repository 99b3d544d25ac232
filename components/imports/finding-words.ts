import { shownDay } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import type { CellFinding } from "@/lib/imports/records";

type Values = Record<string, string | number>;
/** What `useTranslations` and `getTranslations` give, for keys that are data. */
export type Translate = { (key: never, values?: Values): string; has: (key: never) => boolean };

/** Words that findings may be said in, the table's own first. */
export type FindingWords = {
  locale: Locale;
  own: Translate;
  validation: Translate;
  vacancyValidation: Translate;
  vacancyFinding: Translate;
  vacancyField: Translate;
};

/** Namespaces of the above. */
export const findingNamespaces = {
  own: "imports.finding",
  validation: "common.validation",
  vacancyValidation: "vacancies.validation",
  vacancyFinding: "vacancies.finding",
  vacancyField: "vacancies.field",
} as const;

/** A finding in words: what is wrong and what is expected. Codes are of imports, of the form's fields, or of vacancies. */
export function sayFinding(words: FindingWords, { code, params = {} }: Pick<CellFinding, "code" | "params">): string {
  const key = code as never;
  const values: Values = {
    offered: 0,
    minimum: 0,
    maximum: 0,
    citation: "",
    region: "",
    sum: 0,
    headcount: 0,
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? shownDay(value) : value]),
    ),
    // A word of a classification comes in both languages.
    ...(params[words.locale] !== undefined && { value: params[words.locale] }),
  };
  if (code === "staysDraft") {
    const fields = String(params.fields ?? "").split(",");
    const named = fields.map((field) =>
      words.vacancyField.has(field as never) ? words.vacancyField(field as never) : field,
    );
    return words.own(key, { fields: named.join(", ") });
  }
  for (const known of [words.own, words.vacancyValidation, words.vacancyFinding, words.validation])
    if (known.has(key)) return known(key, values);
  return words.validation("invalid" as never);
}
