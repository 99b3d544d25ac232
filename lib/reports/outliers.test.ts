import fc from "fast-check";
import { expect, test } from "vitest";
import { type Compared, outliersOf, scores } from "./outliers";

const rows = (values: [value: number, earlier: number | null][], headcount = 200): Compared[] =>
  values.map(([value, earlier], at) => ({ id: at + 1, headcount, value, earlier }));

test("one that jumped while the others moved alike is found, with its own earlier answer", () => {
  const calm = Array.from({ length: 12 }, (_, at): [number, number] => [100 + at, 98 + at]);
  const found = outliersOf(rows([...calm, [1_090, 109]]).map((row) => ({ ...row, headcount: row.id * 500 })));
  expect(found.map(({ id, kind, usual }) => [id, kind, usual])).toContainEqual([13, "change", 109]);
  expect(outliersOf(rows(calm))).toEqual([]);
});

test("a common rise is no outlier; staying behind it is", () => {
  const risen = Array.from({ length: 12 }, (_, at): [number, number] => [200 + at, 100 + at]);
  expect(outliersOf(rows(risen))).toEqual([]);
  const behind = outliersOf(rows([...risen, [100, 400]]));
  expect(behind[0]).toMatchObject({ id: 13, kind: "change" });
});

test("without an earlier answer the organisations of similar headcount decide, those of another size do not", () => {
  const peers = Array.from({ length: 10 }, (_, at): [number, null] => [20 + at, null]);
  expect(outliersOf(rows([...peers, [2_400, null]]))[0]).toMatchObject({ id: 11, kind: "level", among: 11 });
  const large = rows([...peers, [2_400, null]]).map((row) => (row.id === 11 ? { ...row, headcount: 9_000 } : row));
  expect(outliersOf(large)).toEqual([]);
});

test("too few say nothing; a slip of a handful is none; where most are equal the odd one is found", () => {
  expect(
    outliersOf(
      rows([
        [1, null],
        [1, null],
        [9_999, null],
      ]),
    ),
  ).toEqual([]);
  const same = Array.from({ length: 10 }, (): [number, null] => [0, null]);
  expect(outliersOf(rows([...same, [3, null]]))).toEqual([]);
  expect(outliersOf(rows([...same, [300, null]]))[0]).toMatchObject({ id: 11, usual: 0 });
});

test("the middle and the usual distance are not moved by what is far off", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 9, maxLength: 40 }),
      fc.double({ min: 1e3, max: 1e12, noNaN: true }),
      (calm, far) => {
        const all = scores([...calm, far]);
        expect(all.at(-1)).toBe(Math.max(...all));
      },
    ),
  );
});
