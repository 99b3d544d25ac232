import { type FieldProblem, type Refusal, refuse } from "@/lib/core/result";
import { identitySheet } from "@/lib/documents/entry-workbook";
import { type Cell, cellAddress, type TableFile, type TableRow } from "@/lib/documents/table";
import { openTable } from "@/lib/documents/table-reader";
import { Unreadable } from "@/lib/documents/unreadable";
import { type Answers, draftSchema, findingsOf, isEmpty, type RowAnswers } from "./answers";
import type { FormDefinition } from "./definition";
import type { Field } from "./field";
import { readAnswer } from "./read-answer";
import { partsOf } from "./rules";
import { rowCode, templateMark } from "./template";

/** A finding of a filled template; `row` (from 1) and `column` (from 0) say where in its first sheet, null for none. */
export type TemplateFinding = FieldProblem & { cell: string | null; row: number | null; column: number | null };

export type ReadTemplate =
  | {
      ok: true;
      /** What was read, as a draft: what is wrong stands as it was typed. Whole when there are no findings. */
      content: Answers;
      findings: TemplateFinding[];
    }
  | Refusal<
      | "table_unreadable"
      | "template_not_ours"
      | "template_of_other_form"
      | "template_outdated"
      | "template_of_other_assignment"
      | "template_altered"
    >;

/** What the file must be for. */
export type TemplateExpected = { formCode: string; versionNo: number; assignmentId: number };

/** Rows of the sheet that are looked at; a template has no more than some thousands. */
const mostRows = 10_000;

async function readIdentity(file: TableFile): Promise<Record<string, string>> {
  const sheet = file.sheets.findIndex(({ name }) => name === identitySheet);
  const found: Record<string, string> = {};
  if (sheet === -1) return found;
  let count = 0;
  for await (const { cells } of file.rows(sheet)) {
    if (++count > 20) break;
    const [name, value] = [0, 1].map((column) => cells.find((cell) => cell.column === column)?.value);
    if (typeof name === "string" && value !== undefined) found[name] = String(value);
  }
  return found;
}

/** The rows of the sheet that bear a code, by it; a code that stands twice keeps all its rows. */
async function codedRows(file: TableFile): Promise<Map<string, TableRow[]> | null> {
  const sheet = file.sheets.findIndex(({ hidden }) => !hidden);
  const rows = new Map<string, TableRow[]>();
  let count = 0;
  for await (const row of file.rows(Math.max(sheet, 0))) {
    if (++count > mostRows) return null;
    const [first] = row.cells;
    if (first?.column !== 0 || typeof first.value !== "string") continue;
    rows.set(first.value, [...(rows.get(first.value) ?? []), row]);
  }
  return rows;
}

const cellAt = (row: TableRow, column: number): Cell | undefined => row.cells.find((cell) => cell.column === column);

class Altered extends Error {
  constructor(readonly missing: string) {
    super(missing);
  }
}

/** Reads what lies in the coded rows; throws `Altered` with the label of what is not where it was. */
function readRows(definition: FormDefinition, rows: Map<string, TableRow[]>, locale: "vi" | "en", today: string) {
  const content: Answers = {};
  const found: TemplateFinding[] = [];
  const places = new Map<string, { row: number; column: number }>();
  const take = (field: Field, row: TableRow, column: number, path: FieldProblem["path"]) => {
    places.set(path.join("."), { row: row.row, column });
    const cell = cellAt(row, column);
    if (!cell) return null;
    const { value, problem } = readAnswer(field, cell, today);
    if (problem) found.push({ path, ...problem, row: row.row, column, cell: cellAddress(row.row, column) });
    return value;
  };
  const only = (code: string, label: string): TableRow => {
    const [row, ...more] = rows.get(code) ?? [];
    if (!row || more.length > 0) throw new Altered(label);
    return row;
  };
  for (const part of partsOf(definition)) {
    const label = part.label[locale];
    if (part.kind !== "table") {
      content[part.key] = take(part, only(rowCode.field(part.key), label), 2, [part.key]);
      continue;
    }
    const header = only(rowCode.columns(part.key), label);
    places.set(`${part.key}.root`, { row: header.row + 1, column: 1 });
    const columns = part.columns.map((field) => {
      const cell = header.cells.find(({ value, column }) => column > 0 && value === field.key);
      if (!cell) throw new Altered(`${label} · ${field.label[locale]}`);
      return { field, column: cell.column };
    });
    const read = (row: TableRow, name: string | number): RowAnswers =>
      Object.fromEntries(
        columns.map(({ field, column }) => [field.key, take(field, row, column, [part.key, name, field.key])]),
      );
    if (part.rows.kind === "fixed") {
      content[part.key] = Object.fromEntries(
        part.rows.rows.map((one) => [
          one.key,
          read(only(rowCode.row(part.key, one.key), `${label} · ${one.label[locale]}`), one.key),
        ]),
      );
      continue;
    }
    const prefix = rowCode.row(part.key, "");
    const filled: RowAnswers[] = [];
    const candidates = [...rows].flatMap(([code, all]) => (code.startsWith(prefix) ? all : []));
    for (const row of candidates.sort((a, b) => a.row - b.row)) {
      if (!columns.some(({ column }) => cellAt(row, column))) continue;
      const before = found.length;
      const answers = read(row, filled.length);
      // A cell that says nothing ("—" read as nothing) leaves no row behind.
      if (found.length === before && Object.values(answers).every(isEmpty)) continue;
      filled.push(answers);
    }
    content[part.key] = filled;
  }
  return { content, found, places };
}

/**
 * Reads a filled template back. Refused as a whole, with a code: what cannot be read safely (`table_unreadable`, params
 * reason, as for every table), what is no template, one for another form, of another version (params found, current) or of
 * somebody else's assignment, and one whose rows or columns are gone (params missing). Everything else is a finding at its
 * cell; formulas count by their value.
 */
export async function readTemplate(
  bytes: Buffer,
  definition: FormDefinition,
  expected: TemplateExpected,
  today: string,
): Promise<ReadTemplate> {
  try {
    const file = await openTable(bytes);
    const { mark, form = "", version = "", assignment, locale } = await readIdentity(file);
    if (mark !== templateMark) return refuse("template_not_ours");
    if (form !== expected.formCode)
      return refuse("template_of_other_form", { params: { found: form.slice(0, 60), expected: expected.formCode } });
    if (version !== String(expected.versionNo))
      return refuse("template_outdated", { params: { found: version.slice(0, 10), current: expected.versionNo } });
    if (assignment !== String(expected.assignmentId)) return refuse("template_of_other_assignment");
    const rows = await codedRows(file);
    if (!rows) return refuse("table_unreadable", { params: { reason: "too_many_rows", maximum: mostRows } });
    const { content: raw, found, places } = readRows(definition, rows, locale === "en" ? "en" : "vi", today);
    const content = draftSchema(definition).parse(raw);
    const told = new Set(found.map(({ path }) => path.join(".")));
    const findings = [...found];
    for (const problem of findingsOf(definition, content)) {
      const name = problem.path.join(".");
      if (told.has(name)) continue;
      const place = places.get(name);
      findings.push({
        ...problem,
        row: place?.row ?? null,
        column: place?.column ?? null,
        cell: place ? cellAddress(place.row, place.column) : null,
      });
    }
    return { ok: true, content, findings };
  } catch (error) {
    if (error instanceof Unreadable)
      return refuse("table_unreadable", { params: { reason: error.code, ...error.params } });
    if (error instanceof Altered) return refuse("template_altered", { params: { missing: error.missing } });
    throw error;
  }
}
