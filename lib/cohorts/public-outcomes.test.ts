import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reducer } from "@/tests/support/computable";
import { type OutcomeCell, outcomeFigures, publicOutcomes } from "./public-outcomes";

const counts = fc.record({
  inParks: fc.nat({ max: 14 }),
  elsewhere: fc.nat({ max: 9 }),
  notWorking: fc.nat({ max: 9 }),
});
const cells = fc.uniqueArray(
  fc.record({
    school: fc.constantFrom("a", "b", "c"),
    field: fc.constantFrom("IT", "TEXTILE", "FOOD"),
    after6: counts,
    after12: fc.option(counts),
  }),
  { selector: ({ school, field }) => `${school} ${field}`, maxLength: 9 },
);

describe("public outcomes of graduates", () => {
  it("have no figure below five, and what is withheld cannot be computed from all that is published", () => {
    fc.assert(
      fc.property(cells, (all: OutcomeCell[]) => {
        const rows = outcomeFigures(2025, all);
        for (const row of rows)
          for (const value of [row.graduates, row.inParks, row.elsewhere, row.notWorking])
            expect(value === null || (value >= 10 && value % 10 === 0)).toBe(true);
        // As if the figures were exact and not to the nearest ten, and as if who reads them knew that both moments are of the same people.
        const moments = [6, 12] as const;
        const unknowns = all.flatMap((cell) =>
          moments.flatMap((months) => publicOutcomes.map((of) => ({ cell, months, of }))),
        );
        const late = all.some(({ after12 }) => after12 !== null);
        const counted = (cell: OutcomeCell) => !late || cell.after12 !== null;
        const within = (cell: OutcomeCell, row: (typeof rows)[number]) =>
          counted(cell) &&
          (["school", "field"] as const).every((name) => row[name] === null || row[name] === cell[name]);
        const of = (row: (typeof rows)[number], which: readonly string[]) =>
          unknowns.map((one) => Number(within(one.cell, row) && one.months === row.months && which.includes(one.of)));
        const said = rows.flatMap((row) => [
          { value: row.graduates, equation: of(row, publicOutcomes) },
          ...publicOutcomes.map((name) => ({ value: row[name], equation: of(row, [name]) })),
        ]);
        const samePeople = late
          ? all
              .filter(counted)
              .map((cell) => unknowns.map((one) => (one.cell === cell ? (one.months === 6 ? 1 : -1) : 0)))
          : [];
        const computable = reducer([
          ...said.flatMap(({ value, equation }) => (value === null ? [] : [equation])),
          ...samePeople,
        ]);
        for (const { value, equation } of said)
          if (value === null && equation.some(Boolean)) expect(computable(equation)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("say all where nothing is small, at both moments, only of who filed both", () => {
    const is = { inParks: 41, elsewhere: 22, notWorking: 17 };
    const rows = outcomeFigures(2025, [
      { school: "a", field: "IT", after6: is, after12: is },
      { school: "b", field: "IT", after6: is, after12: is },
      { school: "c", field: "IT", after6: is, after12: null },
    ]);
    expect(
      rows.map(({ months, scope, school, graduates, inParks }) => [months, scope, school, graduates, inParks]),
    ).toEqual([
      [6, "all", null, 160, 80],
      [12, "all", null, 160, 80],
      ...["a", "b"].flatMap((school) =>
        ["school", "field"].flatMap((scope) => [6, 12].map((months) => [months, scope, school, 80, 40])),
      ),
    ]);
  });
});
