import { grouped } from "./public-figures";
import { aboutSo } from "./public-school-list";
import { publishable, type Sum } from "./withheld";

/** What graduates do, as it is published: studying, seeking and not known together, or most of it would be withheld. */
export const publicOutcomes = ["inParks", "elsewhere", "notWorking"] as const;
type Outcome = (typeof publicOutcomes)[number];
type Counts = Record<Outcome, number>;

/** Graduates of a school and field of a year, persons: after 6 months, and after 12 where that was filed. */
export type OutcomeCell = { school: string; field: string; after6: Counts; after12: Counts | null };

/** A published row, to the nearest ten persons; null is withheld. */
export type OutcomeFigure = {
  year: number;
  /** Months after graduation. */
  months: 6 | 12;
  scope: "all" | "school" | "field";
  /** The school's place in addresses. */
  school: string | null;
  field: string | null;
  graduates: number | null;
} & Record<Outcome, number | null>;

type Node = { row: Pick<OutcomeFigure, "scope" | "school" | "field">; cells: OutcomeCell[]; parts: Node[] };

/** All, by school, by field within it: one tree, so that each figure stands in one sum only. */
const treeOf = (cells: OutcomeCell[]): Node => ({
  row: { scope: "all", school: null, field: null },
  cells,
  parts: grouped(cells, ({ school }) => school).map(([school, own]) => ({
    row: { scope: "school", school, field: null },
    cells: own,
    parts: grouped(own, ({ field }) => field).map(([field, ofField]) => ({
      row: { scope: "field", school, field },
      cells: ofField,
      parts: [],
    })),
  })),
});

const countsOf = ({ cells }: Node, at: "after6" | "after12", of: Outcome): number =>
  cells.reduce((sum, cell) => sum + (cell[at]?.[of] ?? 0), 0);
const graduatesOf = (node: Node, at: "after6" | "after12"): number =>
  publicOutcomes.reduce((sum, of) => sum + countsOf(node, at, of), 0);

const sumOf = (node: Node): Sum<Node> => ({
  key: node,
  value: graduatesOf(node, "after6"),
  parts: node.parts.map(sumOf),
});

/**
 * The published rows of a year, totals before their parts, 6 months before 12. Both moments are of the same people: once
 * somebody has filed 12 months only those who filed both count, and a row is published for both moments or for none, with all
 * of its outcomes or none of them, or one would give the other away. Figures are said to the nearest ten besides, because
 * schools' expected graduates are published by another division.
 */
export function outcomeFigures(year: number, all: readonly OutcomeCell[]): OutcomeFigure[] {
  const late = all.some(({ after12 }) => after12 !== null);
  const cells = late ? all.filter(({ after12 }) => after12 !== null) : [...all];
  if (cells.length === 0) return [];
  const moments = late ? (["after6", "after12"] as const) : (["after6"] as const);
  const top = treeOf(cells);
  const graduates = publishable(sumOf(top), ({ key }) => moments.map((at) => graduatesOf(key, at)));
  const outcomes = publishable(sumOf(top), ({ key }) =>
    moments.flatMap((at) => publicOutcomes.map((of) => (graduates.has(key) ? countsOf(key, at, of) : 0))),
  );
  const rows: OutcomeFigure[] = [];
  const say = (node: Node) => {
    for (const at of moments) {
      const shown = (of: Outcome) => (outcomes.has(node) ? aboutSo(countsOf(node, at, of)) : null);
      rows.push({
        ...{ year, months: at === "after6" ? 6 : 12, ...node.row },
        graduates: graduates.has(node) ? aboutSo(graduatesOf(node, at)) : null,
        ...{ inParks: shown("inParks"), elsewhere: shown("elsewhere"), notWorking: shown("notWorking") },
      });
    }
    node.parts.forEach(say);
  };
  say(top);
  return rows;
}

/** Columns of the same data as CSV; stable names, whatever the reader's language. */
const columns = ["year", "months", "scope", "school", "field", "graduates", ...publicOutcomes] as const;

/** The rows as CSV (RFC 4180); an empty cell is withheld. */
export const outcomesCsv = (rows: readonly OutcomeFigure[]): string =>
  `\ufeff${[[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => `${cells.join(",")}\r\n`)
    .join("")}`;
