import { z } from "zod";
import { formatDay, isDay } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import { tidy } from "@/lib/core/text";
import type { FormDefinition } from "./definition";
import { type Field, isNumeric, limitsOf, type Table } from "./field";
import { brokenRules } from "./rule-check";
import { partsOf } from "./rules";

/**
 * An answer: a number (đồng, per cent), a day `YYYY-MM-DD`, a text, an option's value, `yes` or `no`; several choices are a
 * list in the order of the options. Null, or an empty list: not answered. A draft may hold a text where a number is meant.
 */
export type Value = string | number | string[] | null;
export type RowAnswers = Record<string, Value>;
/** Answers by key; a table has rows by their key where they are given, else a list. */
export type Answers = Record<string, Value | Record<string, RowAnswers> | RowAnswers[]>;

/** Characters of the answers as JSON; a server action takes a megabyte. */
export const longestAnswers = 500_000;
/** A draft keeps rows that are too many: they were typed. */
const mostDraftRows = 600;
const longestDraftText = 12_000;

/** Days beyond are slips of the hand, unless the form asks for them. */
const [firstDay, lastDay] = ["1900-01-01", "2199-12-31"];

type Code = Pick<FieldProblem, "code" | "params">;

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);
const own = (raw: unknown, key: string): unknown => (isRecord(raw) && Object.hasOwn(raw, key) ? raw[key] : undefined);

/** Characters as JSON; what is no JSON (a cycle, a bigint) is larger than anything. */
const sizeOf = (raw: unknown): number => {
  try {
    return JSON.stringify(raw).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

/** What XML, and so a workbook, cannot hold: control characters and halves of characters. */
const clean = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");

const lines = (text: string) =>
  clean(text)
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .trim();

export const isEmpty = (value: Value): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

const nothing = (field: Field): Value => (field.kind === "choices" ? [] : null);

/** One answer as it is kept, or why it cannot be. */
export function readValue(field: Field, raw: unknown): { value: Value; problem?: Code } {
  const refused = (code: string, params?: Code["params"]) => ({
    value: nothing(field),
    problem: { code, ...(params && { params }) },
  });
  if (raw === null || raw === undefined || (typeof raw === "string" && raw.trim() === ""))
    return { value: nothing(field) };
  if (isNumeric(field)) {
    if (typeof raw !== "number" || !Number.isFinite(raw)) return refused("number");
    const whole = field.kind === "integer" || field.kind === "money";
    if (whole && !Number.isInteger(raw)) return refused("wholeNumber");
    if (!whole && Number(raw.toFixed(4)) !== raw) return refused("fourDecimals");
    const { least, most } = limitsOf(field);
    if (least !== null && raw < least) return refused("tooSmall", { minimum: least });
    if (most !== null && raw > most) return refused("tooBig", { maximum: most });
    return { value: raw === 0 ? 0 : raw };
  }
  switch (field.kind) {
    case "day":
      if (typeof raw !== "string" || !isDay(raw)) return refused("date");
      if (raw < (field.from ?? firstDay)) return refused("dayTooEarly", { day: formatDay(field.from ?? firstDay) });
      if (raw > (field.to ?? lastDay)) return refused("dayTooLate", { day: formatDay(field.to ?? lastDay) });
      return { value: raw };
    case "text":
    case "longText": {
      if (typeof raw !== "string") return refused("invalid");
      const value = field.kind === "text" ? tidy(clean(raw)) : lines(raw);
      if (value.length > field.maxLength) return refused("tooLong", { maximum: field.maxLength });
      return { value: value === "" ? null : value };
    }
    case "choice":
      return field.options.some(({ value }) => value === raw) ? { value: raw as string } : refused("choice");
    case "choices": {
      if (!Array.isArray(raw)) return refused("choice");
      if (raw.some((one) => !field.options.some(({ value }) => value === one))) return refused("choice");
      return { value: field.options.map(({ value }) => value).filter((value) => raw.includes(value)) };
    }
    case "yesNo":
      if (raw === "yes" || raw === true) return { value: "yes" };
      return raw === "no" || raw === false ? { value: "no" } : refused("choice");
  }
}

type Note = (path: FieldProblem["path"], code: Code) => void;

function readRow(columns: readonly Field[], raw: unknown, path: FieldProblem["path"], note: Note, required: boolean) {
  const answers: RowAnswers = {};
  for (const column of columns) {
    const { value, problem } = readValue(column, own(raw, column.key));
    answers[column.key] = value;
    if (problem) note([...path, column.key], problem);
    else if (required && column.required && isEmpty(value)) note([...path, column.key], { code: "required" });
  }
  return answers;
}

const rowIsEmpty = (raw: unknown): boolean =>
  !isRecord(raw) ||
  Object.values(raw).every(
    (value) => value == null || isEmpty(value as Value) || (typeof value === "string" && value.trim() === ""),
  );

function readTable(table: Table, raw: unknown, note: Note): Record<string, RowAnswers> | RowAnswers[] {
  const { key, rows, columns } = table;
  if (rows.kind === "fixed") {
    if (raw != null && !isRecord(raw)) note([key, "root"], { code: "invalid" });
    for (const name of Object.keys(isRecord(raw) ? raw : {}))
      if (!rows.rows.some((row) => row.key === name))
        note([key, "root"], { code: "unknownField", params: { key: name } });
    return Object.fromEntries(
      rows.rows.map((row) => [row.key, readRow(columns, own(raw, row.key), [key, row.key], note, true)]),
    );
  }
  if (raw != null && !Array.isArray(raw)) note([key, "root"], { code: "invalid" });
  const list: unknown[] = Array.isArray(raw) ? raw.slice(0, mostDraftRows) : [];
  const filled = list.filter((row) => !rowIsEmpty(row)).length;
  if (filled > rows.most || (Array.isArray(raw) && raw.length > mostDraftRows))
    note([key, "root"], { code: "tooManyRows", params: { maximum: rows.most } });
  if (filled < rows.least) note([key, "root"], { code: "tooFewRows", params: { minimum: rows.least } });
  return list.map((row, at) => readRow(columns, row, [key, at], note, !rowIsEmpty(row)));
}

/** Takes answers apart by the form: what can be kept, and everything that is wrong with the rest. */
function examine(definition: FormDefinition, raw: unknown): { content: Answers; problems: FieldProblem[] } {
  const problems = new Map<string, FieldProblem>();
  const note: Note = (path, { code, params }) => {
    const name = path.join(".");
    // The first problem of a field is told, as a person corrects one thing after the other.
    if (!problems.has(name)) problems.set(name, { path, code, ...(params && { params }) });
  };
  const content: Answers = {};
  if (!isRecord(raw)) note([], { code: "invalid" });
  else if (sizeOf(raw) > longestAnswers) note([], { code: "contentTooLarge" });
  const parts = partsOf(definition);
  for (const key of Object.keys(isRecord(raw) ? raw : {}))
    if (!parts.some((part) => part.key === key)) note([], { code: "unknownField", params: { key: key.slice(0, 40) } });
  for (const part of parts) {
    if (part.kind === "table") {
      content[part.key] = readTable(part, own(raw, part.key), note);
      continue;
    }
    const { value, problem } = readValue(part, own(raw, part.key));
    content[part.key] = value;
    if (problem) note([part.key], problem);
    else if (part.required && isEmpty(value)) note([part.key], { code: "required" });
  }
  // A rule over an answer that is wrong in itself would only say the same again.
  const wrong = [...problems.values()].filter(({ code }) => code !== "required").map(({ path }) => path);
  for (const { path, code, params } of brokenRules(definition, content, wrong))
    note(path, { code, ...(params && { params }) });
  for (const part of parts) {
    const rows = content[part.key];
    if (part.kind === "table" && Array.isArray(rows))
      content[part.key] = (rows as RowAnswers[]).filter((row) => Object.values(row).some((value) => !isEmpty(value)));
  }
  return { content, problems: [...problems.values()] };
}

/**
 * The one schema of a form's answers, for the browser and the command: gives them tidied and whole (each key of the form is
 * there, empty rows are not). Its problems are those of `findingsOf`; a table's own stand at `[table, "root"]`.
 */
export function answersSchema(definition: FormDefinition): z.ZodType<Answers> {
  return z.unknown().transform((raw, context) => {
    const { content, problems } = examine(definition, raw);
    for (const { path, code, params } of problems)
      context.addIssue({ code: "custom", path, params: { code, ...params } });
    return content;
  });
}

/**
 * Everything that is wrong with answers: codes of `common.validation` and of `reports.problems`; broken rules are
 * `rule_<kind>` with the rule's number in `params.rule`.
 */
export const findingsOf = (definition: FormDefinition, content: unknown): FieldProblem[] =>
  examine(definition, content).problems;

const draftValue = (raw: unknown): Value => {
  if (typeof raw === "string") return raw.slice(0, longestDraftText);
  if (typeof raw === "number" && Number.isFinite(raw)) return raw;
  if (typeof raw === "boolean") return raw ? "yes" : "no";
  if (Array.isArray(raw))
    return raw.filter((one): one is string => typeof one === "string" && one.length <= 40).slice(0, 100);
  return null;
};

const draftRow = (columns: readonly Field[], raw: unknown): RowAnswers =>
  Object.fromEntries(columns.map((column) => [column.key, draftValue(own(raw, column.key)) ?? nothing(column)]));

function drafted(definition: FormDefinition, raw: unknown): Answers {
  const content: Answers = {};
  for (const part of partsOf(definition)) {
    const found = own(raw, part.key);
    if (part.kind !== "table") content[part.key] = draftValue(found) ?? nothing(part);
    else if (part.rows.kind === "fixed")
      content[part.key] = Object.fromEntries(
        part.rows.rows.map((row) => [row.key, draftRow(part.columns, own(found, row.key))]),
      );
    else
      content[part.key] = (Array.isArray(found) ? found.slice(0, mostDraftRows) : []).map((row) =>
        draftRow(part.columns, row),
      );
  }
  return content;
}

/** Answers as far as they are typed: never refused but for their size, and nothing of them is changed. */
export function draftSchema(definition: FormDefinition): z.ZodType<Answers> {
  return z
    .unknown()
    .transform((raw) => drafted(definition, raw))
    .refine((content) => JSON.stringify(content).length <= longestAnswers, { params: { code: "contentTooLarge" } });
}

/** Answers with nothing in them, of the whole shape: what a form on the screen begins with. A free table has its least rows, at least one. */
export function emptyAnswers(definition: FormDefinition): Answers {
  const content = drafted(definition, {});
  for (const part of partsOf(definition))
    if (part.kind === "table" && part.rows.kind === "free")
      content[part.key] = Array.from({ length: Math.max(1, part.rows.least) }, () => draftRow(part.columns, {}));
  return content;
}

/** Answers as the screen opens them: those kept so far, in the whole shape, with rows to type into. */
export function openedAnswers(definition: FormDefinition, kept: unknown): Answers {
  const content = drafted(definition, kept);
  const empty = emptyAnswers(definition);
  for (const [key, value] of Object.entries(content))
    if (Array.isArray(value) && value.length === 0) content[key] = empty[key] ?? value;
  return content;
}
