import { z } from "zod";
import { type FormDefinition, formDefinition } from "./definition";
import type { FieldKind } from "./field";
import type { RuleKind } from "./rules";

/*
 * A form while somebody makes it: what may be left out stands there as empty texts, because a screen has fields for it.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Loose = { [key: string]: Json };

const isLoose = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Words that may be missing, and texts that may. */
const optionalWords = new Set(["help", "unit", "message"]);
const optionalTexts = new Set(["prefill", "groupBy", "within"]);

const blank = (value: unknown) => typeof value === "string" && value.trim() === "";

/** Takes out what was left empty on the screen; says nothing of what is wrong. */
export function tidied(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(tidied);
  if (!isLoose(raw)) return raw;
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (optionalWords.has(key) && isLoose(value) && blank(value.vi) && blank(value.en)) clean[key] = null;
    else if (optionalTexts.has(key) && blank(value)) clean[key] = null;
    else if (key === "is" && isLoose(value) && value.test !== "equals") clean[key] = { test: value.test };
    else clean[key] = tidied(value);
  }
  return clean;
}

const empty = () => ({ vi: "", en: "" });

/** A definition as the screen opens it: with a place for everything that may be left out. */
export function opened(raw: unknown): Json {
  if (Array.isArray(raw)) return raw.map(opened);
  if (!isLoose(raw)) return raw as Json;
  const open: Loose = {};
  for (const [key, value] of Object.entries(raw))
    open[key] =
      value === null && optionalWords.has(key)
        ? empty()
        : value === null && optionalTexts.has(key)
          ? ""
          : opened(value);
  return open;
}

/** The schema of a definition that comes from the screen. */
export const editedDefinition = z.preprocess(tidied, formDefinition) as unknown as z.ZodType<FormDefinition, unknown>;

/** The first of `name1`, `name2`, … that is not taken. */
export function freeKey(name: string, taken: readonly unknown[]): string {
  for (let at = 1; ; at++) if (!taken.includes(`${name}${at}`)) return `${name}${at}`;
}

const ofKind: Record<FieldKind, Loose> = {
  integer: { min: null, max: null, unit: empty(), sum: false },
  decimal: { min: null, max: null, unit: empty(), sum: false },
  money: { min: null, max: null, sum: false },
  percent: { min: null, max: null },
  day: { from: null, to: null },
  text: { maxLength: 200 },
  longText: { maxLength: 3_000 },
  choice: { options: [{ value: "option1", label: empty() }] },
  choices: { options: [{ value: "option1", label: empty() }] },
  yesNo: {},
};

/** A new question; `before` gives what another kind had and this one has too. */
export function fieldOf(kind: FieldKind, key: string, before: unknown = {}): Loose {
  const had = isLoose(before) ? before : {};
  const kept = (name: string, usual: Json): Json => had[name] ?? usual;
  const own = Object.fromEntries(
    Object.entries(structuredClone(ofKind[kind])).map(([name, usual]) => [name, kept(name, usual)]),
  );
  return {
    kind,
    key,
    label: kept("label", empty()),
    help: kept("help", empty()),
    required: kept("required", false),
    prefill: "",
    ...own,
    // A line and a text of several lines have other usual lengths.
    ...("maxLength" in own && { maxLength: ofKind[kind].maxLength ?? null }),
  };
}

export const fixedRows = (): Loose => ({ kind: "fixed", rows: [{ key: "row1", label: empty() }] });
export const freeRows = (): Loose => ({ kind: "free", least: 0, most: 20, groupBy: "" });

/** A new table with one column and one row. */
export const tableOf = (key: string): Loose => ({
  kind: "table",
  key,
  label: empty(),
  help: empty(),
  columns: [fieldOf("integer", "column1")],
  rows: fixedRows(),
});

export const sectionOf = (key: string, item: string): Loose => ({
  key,
  title: empty(),
  help: empty(),
  items: [fieldOf("text", item)],
});

/** A new rule, its references still to be chosen; `before` gives the words and the table of another kind. */
export function ruleOf(kind: RuleKind, before: unknown = {}): Loose {
  const had = isLoose(before) ? before : {};
  const common = { kind, within: had.within ?? "", message: had.message ?? empty() };
  if (kind === "sumEquals") return { ...common, total: "", parts: [""], minus: [] };
  if (kind === "notMore") return { ...common, less: "", than: "" };
  if (kind === "requiredWhen") return { ...common, field: "", when: "", is: { test: "filled", value: "" } };
  return { ...common, fields: ["", ""] };
}

type Labelled = { value: string; label: string };
const nameOf = (part: Loose, locale: "vi" | "en"): string => {
  const { label, key } = part;
  const text = isLoose(label) ? label[locale] : null;
  return typeof text === "string" && text.trim() ? text : String(key);
};
const list = (value: Json | undefined): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);

/** What a rule may name in a definition as it stands on the screen: fields, tables, columns and cells, or one table's columns. */
export function referencesIn(sections: unknown, within: string, locale: "vi" | "en"): Labelled[] {
  const parts = list(sections as Json).flatMap(({ items }) => list(items));
  if (within) {
    const table = parts.find(({ kind, key }) => kind === "table" && key === within);
    return list(table?.columns).map((column) => ({ value: String(column.key), label: nameOf(column, locale) }));
  }
  return parts.flatMap((part) => {
    const own = { value: String(part.key), label: nameOf(part, locale) };
    if (part.kind !== "table") return [own];
    const rows = isLoose(part.rows) && part.rows.kind === "fixed" ? list(part.rows.rows) : [];
    return [
      own,
      ...list(part.columns).flatMap((column) => {
        const value = `${part.key}.${column.key}`;
        const label = `${own.label} · ${nameOf(column, locale)}`;
        return [
          { value, label: `${label} (Σ)` },
          ...rows.map((row) => ({ value: `${value}.${row.key}`, label: `${label} · ${nameOf(row, locale)}` })),
        ];
      }),
    ];
  });
}

/** The tables of a definition as it stands on the screen. */
export const tablesIn = (sections: unknown, locale: "vi" | "en"): Labelled[] =>
  list(sections as Json)
    .flatMap(({ items }) => list(items))
    .filter(({ kind }) => kind === "table")
    .map((table) => ({ value: String(table.key), label: nameOf(table, locale) }));

/** The answers with which a reference can be compared on the screen: yes and no, or the options of a choice. */
export function answersIn(sections: unknown, reference: string, within: string, locale: "vi" | "en"): Labelled[] {
  const [first, second] = (within ? `${within}.${reference}` : reference).split(".");
  const part = list(sections as Json)
    .flatMap(({ items }) => list(items))
    .find(({ key }) => key === first);
  const field = part?.kind === "table" ? list(part.columns).find(({ key }) => key === second) : part;
  if (field?.kind === "yesNo")
    return ["yes", "no"].map((value) => ({
      value,
      label: { yes: { vi: "Có", en: "Yes" }, no: { vi: "Không", en: "No" } }[value as "yes"][locale],
    }));
  return list(field?.options).map((option) => ({ value: String(option.value), label: nameOf(option, locale) }));
}
