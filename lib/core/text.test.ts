import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, slugify, tidy } from "./text";

describe("Vietnamese text", () => {
  it("folds composed and decomposed letters, capitals and đ to the same plain letters", () => {
    for (const text of ["Điện tử", "điện tử", "ĐIỆN TỬ", "Điện tử".normalize("NFD"), "dien tu"])
      expect(fold(text)).toBe("dien tu");
  });

  it("folds once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("folds a text as its letters, composed or not, whatever stands beside them", () => {
    const rules = (text: string) =>
      text
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replace(/[đĐ]/g, "d")
        .toLowerCase()
        .normalize("NFC");
    const latin = fc.array(fc.integer({ min: 0x20, max: 0x1eff }).map((code) => String.fromCharCode(code)));
    const mixed = fc.oneof(
      latin.map((letters) => letters.join("")),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Đường số 5 – KCN Đình Vũ", "Σ", "ÇİĞ", "ﬁn", "각 가"),
    );
    fc.assert(
      fc.property(mixed, (text) => {
        expect(fold(text)).toBe(rules(text));
      }),
    );
  });

  it("makes an address part of any title", () => {
    expect(slugify("Công nhân lắp ráp (ca đêm) – 3G/6G")).toBe("cong-nhan-lap-rap-ca-dem-3g-6g");
    expect(slugify("電子")).toBe("tin");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(slugify(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugify(text).length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it("keeps the letters and drops stray white space", () => {
    expect(tidy("  Thợ  hàn\u00a03G\n")).toBe("Thợ hàn 3G");
  });
});
