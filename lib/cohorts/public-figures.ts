import { publishable, type Sum } from "./withheld";

/** What accepted answers of a year say of one field, level and province, persons. */
export type FigureCell = {
  field: string;
  level: string;
  province: string;
  students: number;
  women: number;
  intake: number;
  /** Expected graduates by month, `2026-06`. */
  graduates: Record<string, number>;
};

/** One published row: a total of all, of a field, of a level within it, or of a province within that; null is withheld. */
export type FigureRow = {
  year: number;
  scope: "all" | "field" | "level" | "province";
  field: string | null;
  level: string | null;
  province: string | null;
  students: number | null;
  women: number | null;
  intake: number | null;
  graduates: number | null;
  /** Only where `scope` is `level`: months and provinces together would give away what is withheld in one of them. */
  graduatesByMonth: { month: string; graduates: number | null }[] | null;
};

type Node = { row: Pick<FigureRow, "scope" | "field" | "level" | "province">; cells: FigureCell[]; parts: Node[] };

/** Cells by what they have in common, in its order. */
export function grouped<C>(cells: readonly C[], by: (cell: C) => string): [string, C[]][] {
  const groups = new Map<string, C[]>();
  for (const cell of cells) groups.set(by(cell), [...(groups.get(by(cell)) ?? []), cell]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** All, by field, by level within it, by province within that: one tree, so that each figure stands in one sum only. */
function treeOf(cells: FigureCell[]): Node {
  return {
    row: { scope: "all", field: null, level: null, province: null },
    cells,
    parts: grouped(cells, ({ field }) => field).map(([field, ofField]) => ({
      row: { scope: "field", field, level: null, province: null },
      cells: ofField,
      parts: grouped(ofField, ({ level }) => level).map(([level, ofLevel]) => ({
        row: { scope: "level", field, level, province: null },
        cells: ofLevel,
        parts: grouped(ofLevel, ({ province }) => province).map(([province, own]) => ({
          row: { scope: "province", field, level, province },
          cells: own,
          parts: [],
        })),
      })),
    })),
  };
}

const total = (node: Node, of: (cell: FigureCell) => number): number =>
  node.cells.reduce((sum, cell) => sum + of(cell), 0);
const all = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

type Key = Node | string;
const sumOf = (node: Node, of: (cell: FigureCell) => number): Sum<Key> => ({
  key: node,
  value: total(node, of),
  parts: node.parts.map((part) => sumOf(part, of)),
});
const monthKey = (node: Node, month: string) => `${node.row.field} ${node.row.level} ${month}`;
const monthsOf = (node: Node) => [...new Set(node.cells.flatMap(({ graduates }) => Object.keys(graduates)))].sort();

/** Expected graduates: the months stand where provinces stand for the others. */
const graduatesOf = (node: Node): Sum<Key> => ({
  key: node,
  value: total(node, ({ graduates }) => all(graduates)),
  parts:
    node.row.scope === "level"
      ? monthsOf(node).map((month) => ({
          key: monthKey(node, month),
          value: total(node, ({ graduates }) => graduates[month] ?? 0),
          parts: [],
        }))
      : node.parts.map(graduatesOf),
});

const itself = ({ value }: Sum<Key>) => [value];

/** The published rows of a year, totals before their parts. */
export function figureRows(year: number, cells: FigureCell[]): FigureRow[] {
  if (cells.length === 0) return [];
  const top = treeOf(cells);
  const students = publishable(
    sumOf(top, (cell) => cell.students),
    itself,
  );
  const intake = publishable(
    sumOf(top, (cell) => cell.intake),
    itself,
  );
  const graduates = publishable(graduatesOf(top), itself);
  // Men are students less women: both must be enough, and nothing of them is said where the students are withheld.
  const women = publishable(
    sumOf(top, (cell) => cell.women),
    ({ key, value }) =>
      typeof key !== "string" && students.has(key) ? [value, total(key, (cell) => cell.students) - value] : [0, 0],
  );
  const rows: FigureRow[] = [];
  const say = (node: Node) => {
    const shown = (set: Set<Key>, of: (cell: FigureCell) => number) => (set.has(node) ? total(node, of) : null);
    const months = node.row.scope === "level" ? monthsOf(node) : null;
    rows.push({
      year,
      ...node.row,
      students: shown(students, (cell) => cell.students),
      women: shown(women, (cell) => cell.women),
      intake: shown(intake, (cell) => cell.intake),
      graduates: shown(graduates, (cell) => all(cell.graduates)),
      graduatesByMonth:
        months?.map((month) => ({
          month,
          graduates: graduates.has(monthKey(node, month)) ? total(node, (cell) => cell.graduates[month] ?? 0) : null,
        })) ?? null,
    });
    node.parts.forEach(say);
  };
  say(top);
  return rows;
}

/** Columns of the same data as CSV; stable names, whatever the reader's language. */
const columns = [
  "year",
  "scope",
  "field",
  "level",
  "province",
  "month",
  "students",
  "women",
  "intake",
  "graduates",
] as const;

/** The rows as CSV (RFC 4180), the months of a row as rows of their own below it; an empty cell is withheld. */
export function figuresCsv(rows: readonly FigureRow[]): string {
  const line = (cells: readonly (string | number | null)[]) => `${cells.map((cell) => cell ?? "").join(",")}\r\n`;
  const body = rows.flatMap(({ graduatesByMonth, year, scope, field, level, province, ...row }) => [
    line([year, scope, field, level, province, null, row.students, row.women, row.intake, row.graduates]),
    ...(graduatesByMonth ?? []).map(({ month, graduates }) =>
      line([year, "month", field, level, null, month, null, null, null, graduates]),
    ),
  ]);
  return `\ufeff${line(columns)}${body.join("")}`;
}
