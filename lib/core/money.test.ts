import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount, inMillions, parseCount } from "./money";

describe("numbers as people write them", () => {
  it("groups by the reader's language", () => {
    expect(formatCount(1_560_000, "vi")).toBe("1.560.000");
    expect(formatCount(1_560_000, "en")).toBe("1,560,000");
    expect(inMillions(7_500_000, "vi")).toBe("7,5");
    expect(inMillions(5_310_000, "en")).toBe("5.31");
  });

  it("reads back every number that it writes, in both languages", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom("vi" as const, "en" as const), (value, locale) => {
        expect(parseCount(formatCount(value, locale))).toBe(value);
      }),
    );
  });

  it("refuses what is no whole number rather than guess", () => {
    for (const text of ["", "abc", "1.2", "1.20", "1.2000", "12.34.567", "-5", "1e3", "15 người"])
      expect(parseCount(text), text).toBeNull();
  });
});
