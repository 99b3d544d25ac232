import fc from "fast-check";
import { expect, test } from "vitest";
import type { RowAnswers } from "@/lib/reports/answers";
import { schoolAnswerOf } from "./answer";
import { proposedFirstYears, rollForward } from "./roll-forward";
import { trainingLevels } from "./vocabulary";

const persons = fc.integer({ min: 0, max: 5_000 });
const programme = fc
  .record({
    level: fc.constantFrom(...trainingLevels.map(({ value }) => value)),
    years: fc.tuple(persons, persons, persons, persons),
    intake: persons,
  })
  .chain(({ years, ...rest }) =>
    fc
      .tuple(...years.map((most) => fc.integer({ min: 0, max: most })))
      .map((women) => ({ ...rest, years, women: women as number[] })),
  );
const answer = fc.array(programme, { maxLength: 20 }).map((list) =>
  schoolAnswerOf({
    programmes: list.map(({ level, years, women, intake }, at) => ({
      ...{ code: `M${at}`, name: `Ngành ${at}`, field: "IT", level, intake, grades: ["BAC1"] },
      ...Object.fromEntries(
        years.flatMap((count, n) => [
          [`y${n + 1}`, count],
          [`w${n + 1}`, women[n]],
        ]),
      ), // prettier-ignore
      ...{ partner: "Viện mẫu", accreditation: "SELF" },
    })),
    graduates: [{ programme: "M0", month: 6, year: 2026, count: 3, women: 1 }],
    contactName: "Phòng Đào tạo",
    contactPhone: "0225 3 000 900",
  }),
);

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const inRow = (row: RowAnswers, letter: string, from: number) =>
  sum([1, 2, 3, 4].filter((year) => year >= from).map((year) => Number(row[`${letter}${year}`] ?? 0)));

test("nobody is lost: last year's students are a year further, or listed as leaving; women too", () => {
  fc.assert(
    fc.property(answer, (previous) => {
      const { content, leaving, movedUp } = rollForward(previous, 2027);
      const before = (letter: "y" | "w") =>
        sum(previous.programmes.flatMap((one) => ([1, 2, 3, 4] as const).map((year) => one[`${letter}${year}`])));
      const after = (letter: string) => sum(content.programmes.map((row) => inRow(row, letter, 2)));
      expect(after("y") + sum(leaving.map(({ count }) => count))).toBe(before("y"));
      expect(after("w") + sum(leaving.map(({ women }) => women))).toBe(before("w"));
      expect(movedUp).toBe(after("y"));
      // First-years are last year's planned intake, and nobody knows yet how many of them are women.
      expect(content.programmes.map(({ y1, w1 }) => [Number(y1), w1])).toEqual(
        previous.programmes.map(({ intake }) => [intake, null]),
      );
      expect(content.programmes.every((row) => inRow(row, "w", 1) <= inRow(row, "y", 1))).toBe(true);
    }),
  );
});

test("year 1 to 2, 2 to 3; the last year of the level leaves, a programme that takes longer keeps its people", () => {
  const one = (level: string, ...[y1, y2, y3, y4]: number[]) =>
    rollForward(
      schoolAnswerOf({
        programmes: [{ code: "A", name: "Hàn", field: "MECHANICAL", level, y1, y2, y3, y4, intake: 50 }],
      }),
      2027,
    );
  expect(one("COLLEGE", 40, 30, 20)).toMatchObject({
    content: { programmes: [{ y1: 50, y2: 40, y3: 30, y4: null, intake: null }] },
    leaving: [{ year: 3, count: 20 }],
    movedUp: 70,
  });
  expect(one("INTERMEDIATE", 40, 30).leaving).toMatchObject([{ year: 2, count: 30 }]);
  // Trung cấp with general education takes three years.
  expect(one("INTERMEDIATE", 40, 30, 20)).toMatchObject({
    content: { programmes: [{ y2: 40, y3: 30 }] },
    leaving: [{ year: 3, count: 20 }],
  });
  expect(one("UNIVERSITY", 4, 3, 2, 1).leaving).toMatchObject([{ year: 4, count: 1 }]);
});

test("first-years are marked as proposed for as long as they are, wherever their row stands", () => {
  const previous = schoolAnswerOf({
    programmes: ["A", "B", "C"].map((code, at) => ({
      ...{ code, name: "Hàn", field: "MECHANICAL", level: "COLLEGE", y1: 40, intake: at === 2 ? 0 : 50 },
    })),
  });
  const { programmes } = rollForward(previous, 2027).content;
  expect(proposedFirstYears(previous, programmes)).toEqual(["programmes.0.y1", "programmes.1.y1"]);
  expect(proposedFirstYears(previous, JSON.parse(JSON.stringify(programmes)))).toHaveLength(2);
  // A row went, another came before: the mark goes with the programme, whose code is written another way.
  expect(proposedFirstYears(previous, [{}, { ...programmes[1], code: " b " }])).toEqual(["programmes.1.y1"]);
  expect(proposedFirstYears(previous, [{ ...programmes[0], y1: 48 }])).toEqual([]);
  expect(proposedFirstYears(previous, [{ ...programmes[0], w1: 3 }])).toEqual([]);
  for (const nothing of [undefined, null, "", [null]]) expect(proposedFirstYears(previous, nothing)).toEqual([]);
});

test("what the school is stays, what the past year alone was does not", () => {
  const previous = schoolAnswerOf({
    programmes: [
      ...[{ code: "A", name: "Hàn", field: "MECHANICAL", level: "COLLEGE", grades: ["BAC2"], partner: "Viện mẫu" }],
    ],
    graduates: [
      { programme: "A", month: 6, year: 2026, count: 3 },
      { programme: "A", month: 1, year: 2027, count: 2 },
    ],
    internships: [{ enterprise: "Công ty mẫu", inParks: "yes", term: "HK1", count: 3 }],
    contactName: "Phòng Đào tạo",
    contactPhone: "0225",
  });
  const { content } = rollForward(previous, 2027);
  expect(content).toMatchObject({
    programmes: [{ code: "A", grades: ["BAC2"], partner: "Viện mẫu" }],
    graduates: [{ month: 1, year: 2027 }],
    contactName: "Phòng Đào tạo",
  });
  expect(content).not.toHaveProperty("internships");
});
