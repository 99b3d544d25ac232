import { expect, it } from "vitest";
import { brokenBudgets, type Figure, median, quantile, tableOf } from "./load/figures";
import { scriptsOf } from "./load/pages";

const figure = (value: number, most?: number): Figure => ({
  name: "search, 1,000,000 to 10,000",
  value,
  unit: "×",
  ...(most !== undefined && { most }),
  detail: "",
});

it("goes red on a broken budget, and on a value that is no number", () => {
  expect(brokenBudgets([figure(3, 3), figure(9), figure(2.9, 3)])).toEqual([]);
  expect(brokenBudgets([figure(3.01, 3), figure(1, 3)])).toEqual([figure(3.01, 3)]);
  expect(brokenBudgets([figure(Number.NaN, 3)])).toHaveLength(1);
  expect(tableOf([figure(3.01, 3), figure(1, 3)])).toMatch(/3\.01 × +≤ 3 +BROKEN\n.*1\.00 × +≤ 3 +ok/);
});

it("knows the middle of what was measured, and that nothing was measured", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(() => median([])).toThrow("nothing was measured");
});

it("finds the scripts of a page: loaded, named in its data, not those for old browsers", () => {
  const html = `<script src="/theme.js"></script><script src="/_next/static/chunks/a.js" async=""></script>
    <script src="/_next/static/chunks/old.js" noModule=""></script>
    <script>self.__next_f.push([1,"2:I[1,[\\"static/chunks/a.js\\",\\"/_next/static/chunks/b.js?x\\"]"])</script>`;
  expect(scriptsOf(html)).toEqual(["/theme.js", "/_next/static/chunks/a.js", "/_next/static/chunks/b.js"]);
});
