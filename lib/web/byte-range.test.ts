import { expect, it } from "vitest";
import { byteRange } from "./byte-range";

it.each([
  ["bytes=0-9", { start: 0, end: 9 }],
  ["bytes=10-", { start: 10, end: 99 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-7", { start: 93, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=99-99", { start: 99, end: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  // Several, other units, ends before they begin, nonsense: the whole, as RFC 9110 allows.
  ["bytes=0-9,20-29", null],
  ["lines=0-9", null],
  ["bytes=9-0", null],
  ["bytes=-", null],
  ["bytes=a-b", null],
  ["bytes=9999999999999999-", null],
  ["", null],
  [null, null],
])("of %s", (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected);
});

it("of a file without bytes there is no part", () => {
  expect(byteRange("bytes=0-", 0)).toBe("outside");
  expect(byteRange("bytes=-1", 0)).toBe("outside");
});
