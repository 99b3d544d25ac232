import { expect, test } from "vitest";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { explainedOf, plausibility } from "./plausibility";

const row = (code: string, ...years: number[]) => ({
  ...{ code, name: `Ngành ${code}`, level: "COLLEGE" },
  ...Object.fromEntries(years.map((count, at) => [`y${at + 1}`, count])),
});
const codes = (now: unknown, before: unknown, year = 2027) => plausibility(now, before, year).map(({ code }) => code);

test("a school that goes on as it was has nothing to explain", () => {
  for (const which of [0, 1])
    expect(
      plausibility(sampleSchoolAnswer(which, "Trường", 2027), sampleSchoolAnswer(which, "Trường", 2026), 2027),
    ).toEqual([]);
});

test.each([
  // A third more, and more than twenty people: asked, in all and of the programme; the class itself may not have grown.
  [{ programmes: [row("A", 140, 92)] }, { programmes: [row("A", 92, 70)] }, ["totalChanged", "programmeChanged"]],
  // A third more of a handful is no question.
  [{ programmes: [row("A", 12, 9)] }, { programmes: [row("A", 9, 7)] }, []],
  [{ programmes: [row("A", 40, 56)] }, { programmes: [row("A", 50, 40)] }, ["classGrew"]],
  [{ programmes: [row("A", 40, 55)] }, { programmes: [row("A", 50, 40)] }, []],
  [{ programmes: [row("A", 40)] }, { programmes: [row("A", 40), row("B", 5)] }, ["programmeGone"]],
  [{ programmes: [row("A", 40), row("B", 10, 5)] }, { programmes: [row("A", 40)] }, ["programmeNew"]],
  [{ programmes: [row("A", 40), row("B", 10)] }, { programmes: [row("A", 40)] }, []],
  [{ programmes: [{ ...row("A", 40), w1: 20 }] }, { programmes: [{ ...row("A", 40), w1: 8 }] }, ["womenShare"]],
])("%j after %j: %j", (now, before, expected) => {
  expect(codes(now, before)).toEqual(expected);
});

test("graduates are at most those in their last year; their months lie in the year of the call", () => {
  const before = { programmes: [row("A", 40, 40, 30)] };
  const now = (count: number, year = 2027) => ({
    programmes: [row("A", 40, 40, 40)],
    graduates: [{ programme: "a ", month: 6, year, count }],
  });
  expect(codes(now(45), before)).toEqual([]);
  expect(plausibility(now(46), before, 2027)).toMatchObject([
    { code: "moreGraduates", path: ["graduates", 0, "count"], params: { before: 40, now: 46 } },
  ]);
  expect(codes(now(10, 2028), before)).toEqual(["otherYear"]);
});

test("a count that is a year is asked about, also where there is no year before", () => {
  expect(plausibility({ programmes: [row("A", 2027)] }, null, 2027)).toMatchObject([
    { code: "countIsYear", path: ["programmes", 0, "y1"] },
  ]);
  expect(codes({ programmes: [], graduates: [{ programme: "A", month: 6, year: 2027, count: 2026 }] }, null)).toEqual([
    "countIsYear",
  ]);
});

test("half typed and garbled answers are read as far as they go; keys are names that a form can use", () => {
  for (const content of [
    null,
    3,
    { programmes: "x" },
    { programmes: [null, 7, { code: 3, y1: "4" }], graduates: [null] },
  ])
    expect(plausibility(content, null, 2027)).toEqual([]);
  const [finding] = plausibility({ programmes: [] }, { programmes: [row("6.52/0.[x]", 30)] }, 2027).slice(1);
  expect(finding?.key).toMatch(/^[a-zA-Z0-9_-]+$/);
  expect(explainedOf([{ ...finding, explanation: "Dừng tuyển" }])).toHaveLength(1);
  expect(explainedOf({ nothing: 1 })).toEqual([]);
});
