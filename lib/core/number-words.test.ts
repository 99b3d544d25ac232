import { expect, test } from "vitest";
import { inVietnameseWords } from "./number-words";

test.each([
  [0, "không"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [15, "mười lăm"],
  [17, "mười bảy"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [14, "mười bốn"],
  [55, "năm mươi lăm"],
  [100, "một trăm"],
  [105, "một trăm linh năm"],
  [1_000, "một nghìn"],
  [1_005, "một nghìn không trăm linh năm"],
  [1_050, "một nghìn không trăm năm mươi"],
  [2_390, "hai nghìn ba trăm chín mươi"],
  [12_598, "mười hai nghìn năm trăm chín mươi tám"],
  [1_000_001, "một triệu không trăm linh một"],
  [210_000, "hai trăm mười nghìn"],
  [3_000_000_000, "ba tỷ"],
])("%d is said %s", (value, words) => {
  expect(inVietnameseWords(value)).toBe(words);
});

test.each([-1, 1.5, 1e12, Number.NaN])("%d is not said", (value) => {
  expect(() => inVietnameseWords(value)).toThrow(RangeError);
});
