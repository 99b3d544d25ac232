import { createHash } from "node:crypto";
import { tidy } from "@/lib/core/text";
import type { TableDescription, TableField } from "./description";
import type { FilledRow } from "./grid";
import { fieldLikeness, type HeaderPart, headerWords } from "./header-match";
import type { ReadContext } from "./readers";

/** What a column of the table is taken for. */
export type ColumnMapping = {
  /** 0 is A. */
  column: number;
  /** The header as it stands, its levels joined by " › ". */
  header: string;
  /** Key of the field; null: the column is left out. */
  field: string | null;
  /** 0 to 1; 1 when a person has said so. */
  certainty: number;
};

export type Layout = {
  /** Rows of the header, from 1, both inclusive. */
  headerFirst: number;
  headerLast: number;
  columns: ColumnMapping[];
  /** 0 to 1: how sure it is that this is the header. */
  certainty: number;
};

const deepest = 3;
/** A header further down is no header of a table that a person would hand in. */
const searched = 60;

const textOf = (row: FilledRow | undefined, column: number): string => {
  const cell = row?.cells.get(column);
  return cell && cell.kind === "text" ? tidy(String(cell.value)) : "";
};

/** Headers of a candidate by column: its levels from top to bottom, each once. Without merges a parent stands left. */
function headersOf(rows: FilledRow[]): Map<number, string[]> {
  const last = Math.max(0, ...rows.flatMap((row) => [...row.cells.keys()]));
  const headers = new Map<number, string[]>();
  let parent = "";
  for (let column = 0; column <= last; column++) {
    const levels = rows.map((row) => textOf(row, column));
    const below = levels.slice(1).some(Boolean);
    if (levels[0]) parent = levels[0];
    else if (below && parent) levels[0] = parent;
    if (!below && levels[0]) parent = "";
    const distinct = levels.filter((text, at) => text !== "" && levels.indexOf(text) === at);
    if (distinct.length > 0) headers.set(column, distinct);
  }
  return headers;
}

/**
 * The header whole says most; without its uppermost level, and its lowest level alone, a little less ("Số sinh viên › Năm thứ
 * nhất › Nữ" is the women of year 1); a parent alone much less.
 */
const partsOf = (levels: string[]): HeaderPart[] => {
  const words = levels.map(headerWords);
  return [
    { words: words.join(" "), weight: 1 },
    ...(words.length > 2 ? [{ words: words.slice(1).join(" "), weight: 0.98 }] : []),
    { words: words.at(-1) ?? "", weight: 0.97 },
    ...words.slice(0, -1).map((parent) => ({ words: parent, weight: 0.6 })),
  ];
};

/** How many of a column's values the field can read; null when there are too few to say. */
function readable(field: TableField, column: number, sample: FilledRow[], context: ReadContext): number | null {
  const cells = sample.flatMap((row) => row.cells.get(column) ?? []).slice(0, 30);
  if (cells.length < 3) return null;
  return cells.filter((cell) => field.read(cell, context).ok).length / cells.length;
}

function assign(
  headers: Map<number, string[]>,
  description: TableDescription,
  sample: FilledRow[],
  today: string,
): ColumnMapping[] {
  const pairs: { column: number; field: TableField; certainty: number }[] = [];
  for (const [column, levels] of headers) {
    const parts = partsOf(levels);
    for (const field of description.fields) {
      let certainty = fieldLikeness(field, parts);
      if (certainty < 0.5) continue;
      const fits = readable(field, column, sample, { today, header: levels.join(" › ") });
      if (fits !== null) certainty *= fits >= 0.8 ? 1 : fits >= 0.4 ? 0.95 : 0.85;
      if (certainty >= 0.5) pairs.push({ column, field, certainty });
    }
  }
  // Surest first; each column and each field once.
  pairs.sort((a, b) => b.certainty - a.certainty || a.column - b.column);
  const byColumn = new Map<number, (typeof pairs)[number]>();
  const used = new Set<string>();
  for (const pair of pairs) {
    if (byColumn.has(pair.column) || used.has(pair.field.key)) continue;
    byColumn.set(pair.column, pair);
    used.add(pair.field.key);
  }
  return [...headers].map(([column, levels]) => ({
    column,
    header: levels.join(" › "),
    field: byColumn.get(column)?.field.key ?? null,
    certainty: Math.round((byColumn.get(column)?.certainty ?? 0) * 100) / 100,
  }));
}

const hasNumbers = (row: FilledRow) => [...row.cells.values()].some((cell) => cell.kind !== "text");

/** "(1) (2) (3)" or "1 2 3" below a header: the columns' numbers. */
export function isNumbering(row: FilledRow): boolean {
  const numbers = [...row.cells.values()].map((cell) => /^\(?(\d{1,2})\)?$/.exec(String(cell.value).trim())?.[1]);
  if (numbers.length < 3 || numbers.some((number) => number === undefined)) return false;
  return numbers.every((number, at) => at === 0 || Number(number) === Number(numbers[at - 1]) + 1);
}

/** How much of a description a candidate for the header finds; the fields that identify a row count twice. */
function score(columns: ColumnMapping[], description: TableDescription): number {
  let points = 0;
  for (const { field, certainty } of columns) {
    const known = description.fields.find(({ key }) => key === field);
    if (known) points += certainty * (known.identifies ? 2 : 1);
    // Words that mean nothing to us may stand in any header, but in a title row all words are such.
    else points -= 0.1;
  }
  return points;
}

/**
 * Finds the header among the first rows of a sheet (title rows above it, up to three rows of merged headers, a row of
 * column numbers below) and proposes what each column is. Null when no row looks like a header of this table.
 *
 * @param rows the first rows of the sheet, merged cells filled; a few hundred suffice
 */
export function proposeLayout(rows: FilledRow[], description: TableDescription, today: string): Layout | null {
  let best: { layout: Layout; points: number } | null = null;
  for (let first = 0; first < Math.min(rows.length, searched); first++) {
    for (let depth = 1; depth <= deepest && first + depth <= rows.length; depth++) {
      const header = rows.slice(first, first + depth);
      const top = header[0];
      if (!top || top.cells.size < 2) break;
      // A header is words; a second row of it belongs to the first only when it follows directly.
      if (header.some((row) => hasNumbers(row) || isNumbering(row))) break;
      if (header.some((row, at) => row.row !== top.row + at)) break;
      const sample = rows.slice(first + depth, first + depth + 40);
      const columns = assign(headersOf(header), description, sample, today);
      // Each further row must earn its place: it could be the first row of data.
      const points = score(columns, description) - (depth - 1) * 0.4;
      const certainty = points / (columns.length + 2);
      const matched = columns.filter(({ field }) => field).length;
      if (matched >= 2 && (!best || points > best.points + 1e-9))
        best = {
          points,
          layout: { headerFirst: top.row, headerLast: top.row + depth - 1, columns, certainty: Math.min(1, certainty) },
        };
    }
  }
  return best?.layout ?? null;
}

/** The layout with the header that a person has pointed at. */
export function layoutAt(
  rows: FilledRow[],
  header: { first: number; last: number },
  description: TableDescription,
  today: string,
): Layout {
  const chosen = rows.filter(({ row }) => row >= header.first && row <= header.last);
  const sample = rows.filter(({ row }) => row > header.last).slice(0, 40);
  const columns = assign(headersOf(chosen), description, sample, today);
  return { headerFirst: header.first, headerLast: header.last, columns, certainty: 1 };
}

/** By which a table that came before is known again: its headers in their order, whatever stands around them. */
export const fingerprintOf = (columns: readonly Pick<ColumnMapping, "header">[]): string =>
  createHash("sha256")
    .update(columns.map(({ header }) => headerWords(header)).join("\n"))
    .digest("base64url")
    .slice(0, 22);

/** A proposal with what a person has said of the same headers before. */
export function withRemembered(layout: Layout, remembered: Readonly<Record<string, string | null>>): Layout {
  const columns = layout.columns.map((column) => {
    const field = remembered[headerWords(column.header)];
    return field === undefined ? column : { ...column, field, certainty: 1 };
  });
  return { ...layout, columns };
}

/** What is to be remembered of a mapping: field by header. */
export const rememberedOf = (columns: readonly ColumnMapping[]): Record<string, string | null> =>
  Object.fromEntries(columns.map(({ header, field }) => [headerWords(header), field]));
