import { expect, test } from "vitest";
import { compareYears } from "./compared";

const programme = (codeKey: string, name: string, y1: number) => ({
  ...{ codeKey, code: codeKey.toUpperCase(), name, intake: 0 },
  ...{ y1, y2: 1, y3: 0, y4: 0, w1: 1, w2: 1, w3: 0, w4: 0 },
});

test("years stand side by side by programme; one that was not there has no number, and is called as it is now", () => {
  const now = { programmes: [programme("a", "Hàn công nghệ cao", 10), programme("b", "Điện", 20)] };
  const before = { programmes: [programme("a", "Hàn", 8), programme("c", "May", 0)] };
  expect(compareYears([now, before])).toEqual([
    { key: "a", code: "A", name: "Hàn công nghệ cao", students: [11, 9] },
    { key: "b", code: "B", name: "Điện", students: [21, null] },
    { key: "c", code: "C", name: "May", students: [null, 1] },
  ]);
  expect(compareYears([])).toEqual([]);
});
