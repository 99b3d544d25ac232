import { type Cell, cellAddress, type Merge, type TableRow } from "@/lib/documents/table";
import type { TableDescription, TableField } from "./description";
import { type FilledRow, mergeFiller } from "./grid";
import type { Layout } from "./layout";
import { type Params, type Read, shown } from "./readers";
import { type RowKind, rowKind, sectionText } from "./row-kind";

/** What is said of a cell. An `error` keeps its row out; a `note` tells how the cell was understood. */
export type CellFinding = {
  severity: "error" | "note";
  /** Key below `imports.finding`. */
  code: string;
  /** The field it is about; null for the row as a whole. */
  field: string | null;
  /** `C7`; null where the table has no column for the field. */
  address: string | null;
  params?: Params;
};

/** A row of the table as it was understood. */
export type ImportRecord = {
  row: number;
  /** Values by field, of the shapes that the fields' readers give; a field without content is not there. */
  values: Record<string, unknown>;
  /** The cells as a person sees them, by field. */
  raw: Record<string, string>;
  findings: CellFinding[];
};

/** A row that is no record, and why. */
export type PassedRow = { row: number; kind: Exclude<RowKind, "data">; text: string; amounts: Record<string, number> };

export type Step = { record: ImportRecord } | { passed: PassedRow };

type Spread = { cell: Cell; row: number };

function readCell(field: TableField, cell: Cell, row: FilledRow, context: { today: string; header: string }): Read {
  if (cell.kind === "error") return { ok: false, code: "cellError", params: { value: String(cell.value) } };
  if (field.amount && row.fromAbove.has(cell.column))
    return {
      ok: false,
      code: "mergedAmount",
      params: { from: cellAddress(row.fromAbove.get(cell.column) ?? 0, cell.column) },
    };
  return field.read(cell, context);
}

/** A reader of records with the state that rows share: sections, values that belong to rows below, whether a total went by. */
function recordReader(layout: Layout, description: TableDescription, today: string, sheet: string) {
  const mapped = layout.columns.flatMap((column) => {
    const field = description.fields.find(({ key }) => key === column.field);
    return field ? [{ ...column, field }] : [];
  });
  const above = new Map<string, Spread>();
  // A sheet's name is the section of all its rows: one sheet a level.
  let section: Record<string, string> = description.section?.(sheet) ?? {};
  let afterTotal = false;

  function passed(row: FilledRow, kind: PassedRow["kind"]): Step {
    if (kind === "total") afterTotal = true;
    if (kind === "section") {
      // What went by was the sum of the section above.
      afterTotal = false;
      section = description.section?.(sectionText(row)) ?? {};
      // A new section begins: the enterprise above it is not that of the rows below.
      above.clear();
    }
    const amounts: Record<string, number> = {};
    for (const { field, column } of mapped) {
      const cell = row.cells.get(column);
      if (!field.amount || !cell || row.fromLeft.has(column)) continue;
      const read = field.read(cell, { today, header: "" });
      if (read.ok && typeof read.value === "number") amounts[field.key] = read.value;
    }
    return {
      passed: { row: row.row, kind, text: [...row.cells.values()].map(shown).join(" · ").slice(0, 200), amounts },
    };
  }

  function record(row: FilledRow): Step {
    const found: ImportRecord = { row: row.row, values: {}, raw: {}, findings: [] };
    const seen = new Set<string>();
    for (const { field, column } of mapped)
      if (field.spreads === true && row.cells.has(column) && !row.fromAbove.has(column))
        for (const follower of mapped) if (follower.field.spreads === field.key) above.delete(follower.field.key);
    for (const { field, column, header } of mapped) {
      let cell = row.cells.get(column);
      if (field.spreads) {
        if (cell) above.set(field.key, { cell, row: row.row });
        else cell = above.get(field.key)?.cell;
      }
      if (!cell) continue;
      seen.add(field.key);
      const address = cellAddress(row.row, column);
      found.raw[field.key] = shown(cell);
      const read = readCell(field, cell, row, { today, header });
      if (read.ok) {
        found.values[field.key] = read.value;
        if (read.note) found.findings.push({ severity: "note", field: field.key, address, ...read.note });
      } else {
        const { code, params } = read;
        found.findings.push({ severity: "error", code, field: field.key, address, ...(params && { params }) });
      }
    }
    for (const [key, text] of Object.entries(section)) {
      const field = description.fields.find((one) => one.key === key);
      if (!field || seen.has(key)) continue;
      const read = field.read({ column: 0, kind: "text", value: text }, { today, header: "" });
      if (read.ok) found.values[key] = read.value;
      found.raw[key] = text;
      seen.add(key);
    }
    for (const field of description.fields) {
      if (field.sumOf && !seen.has(field.key)) {
        const parts = field.sumOf.map((key) => found.values[key]).filter((value) => typeof value === "number");
        if (parts.length > 0) {
          found.values[field.key] = parts.reduce((sum, value) => sum + value, 0);
          continue;
        }
      }
      const empty = !seen.has(field.key) || found.raw[field.key] === "";
      if (!field.required || !empty) continue;
      const column = mapped.find((one) => one.field === field)?.column;
      const address = column === undefined ? null : cellAddress(row.row, column);
      found.findings.push({ severity: "error", code: "required", field: field.key, address });
    }
    return { record: found };
  }

  return (row: FilledRow): Step => {
    const kind = rowKind(row, layout, description, afterTotal);
    return kind === "data" ? record(row) : passed(row, kind);
  };
}

/**
 * The records of a table, one after the other as its rows come: nothing but the present row, its section and the values
 * that spread downwards are kept. Rows that are no records are told too, so that none is lost silently.
 */
export async function* recordsOf(
  rows: AsyncIterable<TableRow>,
  merges: readonly Merge[],
  layout: Layout,
  description: TableDescription,
  today: string,
  sheet = "",
): AsyncGenerator<Step, void, undefined> {
  const fill = mergeFiller(merges);
  const read = recordReader(layout, description, today, sheet);
  for await (const raw of rows) {
    const row = fill(raw);
    if (row.row <= layout.headerLast) continue;
    yield read(row);
  }
}
