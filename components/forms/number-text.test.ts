import { describe, expect, it } from "vitest";
import { parseCount } from "@/lib/core/money";
import { parseDong, readNumber } from "./number-text";

describe("parseDong", () => {
  it.each([
    ["5.310.000", 5_310_000],
    ["5,310,000", 5_310_000],
    ["5310000", 5_310_000],
    ["7,5 triệu", 7_500_000],
    ["7.5tr", 7_500_000],
    ["12 Triệu đồng", 12_000_000],
    ["5,310000 million", 5_310_000],
  ])("%s", (text, amount) => {
    expect(parseDong(text)).toBe(amount);
  });

  it("reads decomposed letters as well", () => {
    expect(parseDong("7,5 triệu".normalize("NFD"))).toBe(7_500_000);
  });

  it.each(["", "abc", "7,5", "-3", "7,5 tỷ", "1.2.3"])("%s is no amount", (text) => {
    expect(parseDong(text)).toBeNull();
  });
});

describe("readNumber", () => {
  it("keeps what is no number as it was typed", () => {
    expect(readNumber("12a", parseCount)).toBe("12a");
    expect(readNumber(" ", parseCount)).toBeNull();
    expect(readNumber("1.560", parseCount)).toBe(1560);
  });
});
