import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reducer } from "@/tests/support/computable";
import { type FigureCell, type FigureRow, figureRows } from "./public-figures";
import { aboutSo } from "./public-school-list";

const months = ["2026-06", "2026-07", "2026-12"];
const cell = fc
  .record({
    field: fc.constantFrom("IT", "TEXTILE", "FOOD"),
    level: fc.constantFrom("COLLEGE", "INTERMEDIATE"),
    province: fc.constantFrom("31", "22", "33"),
    women: fc.nat({ max: 14 }),
    men: fc.nat({ max: 14 }),
    intake: fc.nat({ max: 12 }),
    graduates: fc.dictionary(fc.constantFrom(...months), fc.nat({ max: 9 })),
  })
  .map(({ men, ...rest }): FigureCell => ({ ...rest, students: men + rest.women }));
const cells = fc.uniqueArray(cell, { selector: ({ field, level, province }) => `${field} ${level} ${province}` });

type Measure = "students" | "women" | "men" | "intake" | "graduates";
/** The unknowns that whoever reads the rows would like to know: of each cell each measure, graduates by month. */
const unknownsOf = (all: readonly FigureCell[]): { cell: FigureCell; measure: Measure; month?: string }[] =>
  all.flatMap((one) => [
    ...(["women", "men", "intake"] as const).map((measure) => ({ cell: one, measure })),
    ...months.map((month) => ({ cell: one, measure: "graduates" as const, month })),
  ]);

const within = (one: FigureCell, row: FigureRow) =>
  (["field", "level", "province"] as const).every((name) => row[name] === null || row[name] === one[name]);

/** What a row says as equations over the unknowns, published or withheld. */
function equations(all: readonly FigureCell[]) {
  const unknowns = unknownsOf(all);
  const of = (row: FigureRow, measures: readonly Measure[], month?: string) =>
    unknowns.map((one) =>
      Number(within(one.cell, row) && measures.includes(one.measure) && (month === undefined || one.month === month)),
    );
  return (row: FigureRow): { value: number | null; equation: number[]; name: string }[] => [
    { name: "students", value: row.students, equation: of(row, ["women", "men"]) },
    { name: "women", value: row.women, equation: of(row, ["women"]) },
    { name: "intake", value: row.intake, equation: of(row, ["intake"]) },
    ...(row.scope === "province"
      ? []
      : [{ name: "graduates", value: row.graduates, equation: of(row, ["graduates"]) }]),
    ...(row.graduatesByMonth ?? []).map(({ month, graduates }) => ({
      name: month,
      value: graduates,
      equation: of(row, ["graduates"], month),
    })),
  ];
}

describe("public figures of schools", () => {
  it("have no figure below five, and what is withheld cannot be computed from all that is published", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const say = equations(all);
        const said = figureRows(2026, all).flatMap(say);
        for (const { value, name } of said) expect(value ?? 5, name).toBeGreaterThanOrEqual(5);
        const computable = reducer(said.flatMap(({ value, equation }) => (value === null ? [] : [equation])));
        // A row of nothing but nobody's unknowns says nothing of anybody.
        for (const { value, equation, name } of said)
          if (value === null && equation.some(Boolean)) expect(computable(equation), name).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("leave at least five persons unsaid wherever they leave something out, women and men each", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const rows = figureRows(2026, all);
        const parts = (row: FigureRow) => {
          const next = { all: "field", field: "level", level: "province", province: null }[row.scope];
          return rows.filter(
            (one) =>
              one.scope === next &&
              (row.field === null || one.field === row.field) &&
              (row.level === null || one.level === row.level),
          );
        };
        for (const row of rows)
          for (const of of ["students", "women", "intake"] as const) {
            const own = parts(row);
            const total = row[of];
            const left = own.filter((part) => part[of] === null);
            if (total === null || left.length === 0) continue;
            expect(left.length).toBeGreaterThan(1);
            const unsaid = total - own.reduce((sum, part) => sum + (part[of] ?? 0), 0);
            expect(unsaid, of).toBeGreaterThanOrEqual(5);
          }
      }),
    );
  });

  it("say all where nothing is small: each total is the sum of its parts", () => {
    const big = (province: string, level: string): FigureCell => ({
      ...{ field: "IT", level, province, students: 100, women: 40, intake: 30 },
      graduates: { "2026-06": 20, "2026-07": 10 },
    });
    const rows = figureRows(2026, [big("31", "COLLEGE"), big("22", "COLLEGE"), big("31", "UNIVERSITY")]);
    expect(rows.map(({ scope, students, women, graduates }) => [scope, students, women, graduates])).toEqual([
      ["all", 300, 120, 90],
      ["field", 300, 120, 90],
      ["level", 200, 80, 60],
      ["province", 100, 40, null],
      ["province", 100, 40, null],
      ["level", 100, 40, 30],
      ["province", 100, 40, null],
    ]);
    expect(rows[2]?.graduatesByMonth).toEqual([
      { month: "2026-06", graduates: 40 },
      { month: "2026-07", graduates: 20 },
    ]);
  });

  it("say a school's students to the nearest ten", () => {
    expect([0, 4, 5, 14, 15, 996].map(aboutSo)).toEqual([null, null, 10, 10, 20, 1000]);
  });
});
