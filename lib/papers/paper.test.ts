import { describe, expect, test } from "vitest";
import { annexOf } from "./annex";
import { radioScript, socialText } from "./announcements";
import { letterFields, letterValues } from "./letter-fields";
import { largest, shortened, spokenAddress } from "./paper";
import { samplePaper } from "./sample";

const paper = samplePaper("https://vieclam.example");

describe("names on paper", () => {
  test.each([
    ["Công nhân may", 20, "Công nhân may"],
    ["Công nhân lắp ráp linh kiện", 20, "Công nhân lắp ráp…"],
    ["Kỹ sư – tự động hóa", 9, "Kỹ sư…"],
    ["Một\n hai", 20, "Một hai"],
    ["Khôngcókhoảngtrắngnào", 10, "Khôngcókh…"],
  ])("%j within %d characters", (text, maximum, expected) => {
    expect(shortened(text, maximum)).toBe(expected);
  });

  test("an address is typed from paper without its protocol", () => {
    expect(spokenAddress("https://vieclam.example/dot-tuyen-dung/2030/2")).toBe(
      "vieclam.example/dot-tuyen-dung/2030/2",
    );
  });
});

test("the largest lines come first; among equals the printed order decides, and the lines stay as they were", () => {
  const [a, b, c] = paper.lines;
  if (!a || !b || !c) throw new Error("the sample has three lines");
  const twin = { ...a, position: 9 };
  expect(largest([twin, b, a], 2).map(({ position }) => position)).toEqual([1, 9]);
  expect(paper.lines.map(({ position }) => position)).toEqual([1, 2, 3]);
});

describe("the letter", () => {
  test("has a value for every field, lists with all of theirs", () => {
    const values = letterValues(paper);
    expect(Object.keys(values).sort()).toEqual(Object.keys(letterFields).sort());
    for (const [name, inner] of Object.entries(letterFields)) {
      const value = values[name as keyof typeof letterFields];
      if (inner === null) expect(typeof value, name).toBe("string");
      else expect(Object.keys((value as object[])[0] ?? {}).sort(), name).toEqual(Object.keys(inner).sort());
    }
  });

  test.each([
    ["2030-02-05", "05", "02"],
    ["2030-07-25", "25", "7"],
    ["2030-12-01", "01", "12"],
  ])("%s: a zero before days below ten and before months 1 and 2", (issuedOn, ngay, thang) => {
    const letter = { no: 7, symbol: "BQL-LĐ", issuedOn, signerTitle: null, signerName: null };
    expect(letterValues({ ...paper, letter })).toMatchObject({ so_ky_hieu: "7/BQL-LĐ", ngay, thang, nam: "2030" });
  });

  test("leaves room for number and day before they are given", () => {
    expect(letterValues({ ...paper, letter: null })).toMatchObject({
      so_ky_hieu: expect.stringMatching(/^\s+\/BQL-LĐ$/),
      ngay: expect.stringMatching(/^\s+$/),
      nam: "2030",
    });
  });
});

test("the annex has a cell for each column, in rows and sums", () => {
  for (const locale of ["vi", "en"] as const) {
    const { columns, rows, foot } = annexOf(paper, locale);
    for (const row of [...rows, foot]) expect(row).toHaveLength(columns.length);
  }
});

test("texts say that they are drafts until the batch is out", () => {
  expect(socialText({ ...paper, draft: true }, "vi")).toMatch(/^\[BẢN THẢO\]/);
  expect(socialText({ ...paper, draft: false }, "vi")).toMatch(/^Đợt 2 tháng 7\/2030: 2 doanh nghiệp/);
  expect(radioScript({ ...paper, draft: false }, "vi")).toContain("370 (ba trăm bảy mươi) lao động");
});
