import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, parseTaxCode } from "./taxCode";

const nine = fc.stringMatching(/^\d{9}$/);
const valid = nine.filter((digits) => checkDigit(digits) !== null).map((digits) => `${digits}${checkDigit(digits)}`);

describe("parseTaxCode", () => {
  it("computes the digit as the rule says", () => {
    // 31·0 + 29·1 + 23·0 + 19·0 + 17·1 + 13·0 + 7·9 + 5·1 + 3·0 = 114; 114 mod 11 = 4; 10 − 4 = 6
    expect(checkDigit("010010910")).toBe(6);
    expect(parseTaxCode("0100109106")).toBe("0100109106");
    expect(parseTaxCode("0100109105")).toBeNull();
  });

  it("takes the forms that people write", () => {
    expect(parseTaxCode(" 0100 109 106 ")).toBe("0100109106");
    expect(parseTaxCode("0100109106-001")).toBe("0100109106-001");
    expect(parseTaxCode("0100109106001")).toBe("0100109106-001");
    expect(parseTaxCode("0100109106-01")).toBeNull();
    expect(parseTaxCode("mã 0100109106")).toBeNull();
    expect(parseTaxCode("")).toBeNull();
  });

  it("notices every single wrong digit", () => {
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const wrong = [...code];
        wrong[at] = String((Number(code[at]) + shift) % 10);
        return parseTaxCode(wrong.join("")) === null;
      }),
    );
  });

  it("is its own normal form", () => {
    fc.assert(
      fc.property(valid, fc.option(fc.stringMatching(/^\d{3}$/)), (code, branch) => {
        const written = branch === null ? code : `${code}-${branch}`;
        return parseTaxCode(written) === written && parseTaxCode(written.replace("-", " ")) === written;
      }),
    );
  });
});
