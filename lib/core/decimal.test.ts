import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "./decimal";

it.each([
  ["12,5", null, 12.5],
  ["12.5", "vi", 12.5],
  ["1.234,5", null, 1234.5],
  ["1,234.5", "vi", 1234.5],
  ["1.234", "vi", 1234],
  ["1.234", "en", 1.234],
  ["1.234", null, null],
  ["0.125", null, 0.125],
  ["1.234.567", null, 1_234_567],
  ["-3", null, -3],
  ["12.34.5", null, null],
  ["12 %", null, null],
  ["", null, null],
] as const)("%s in %s is %s", (text, locale, value) => {
  expect(parseDecimal(text, locale)).toBe(value);
});

it("reads back what it writes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e14, max: 1e14 }),
      fc.constantFrom("vi" as const, "en" as const),
      (units, locale) => {
        const value = units / 10_000;
        expect(parseDecimal(formatDecimal(value, locale), locale)).toBe(Number(value.toFixed(4)) || 0);
      },
    ),
  );
});
