import { expect, test } from "vitest";
import { answersSchema } from "@/lib/reports/answers";
import { showAnswer } from "@/lib/reports/compare";
import { formDefinition } from "@/lib/reports/definition";
import { partsOf } from "@/lib/reports/rules";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { answerProblems, codeKey, schoolAnswerOf } from "./answer";
import { schoolForm } from "./school-form";

const answer = (more: object) => schoolAnswerOf({ ...sampleSchoolAnswer(0, "Trường thử", 2026), ...more });
const row = { code: "6520227", name: "Điện", field: "ELECTRICAL", level: "COLLEGE", y1: 10 };

test("what was left empty is none; the sample's answers hold together", () => {
  expect(schoolAnswerOf({ programmes: [row] }).programmes[0]).toMatchObject({ y1: 10, y2: 0, w4: 0, grades: [] });
  for (const which of [0, 1])
    expect(answerProblems(schoolAnswerOf(sampleSchoolAnswer(which, "Trường thử", 2026)))).toEqual([]);
});

test("a programme's code is the same however it is typed", () => {
  expect(codeKey(" 6520 227a")).toBe(codeKey("6520227A"));
  expect(codeKey("Điện-01".normalize("NFD"))).toBe(codeKey("điện-01"));
});

test("what leads from one table to another is checked, and each problem names its place", () => {
  const problems = answerProblems(
    answer({
      programmes: [row, { ...row, code: "6520 227" }],
      graduates: [
        { programme: "6520227", month: 6, year: 2026, count: 5 },
        { programme: "6520227", month: 6, year: 2026, count: 4 },
        { programme: "999", month: 7, year: 2026, count: 1 },
      ],
      internships: [
        { programme: null, enterprise: "A", inParks: "yes", term: "HK1", count: 1 },
        { programme: "888", enterprise: "A", inParks: "yes", term: "HK1", count: 1 },
      ],
      upgrades: [
        { field: "IT", scale: "BAC", grade: 7, workers: 1 },
        { field: "IT", scale: "KNN", grade: 6, workers: 1 },
      ],
    }),
  );
  expect(problems.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([
    "programmes.1.code programmeTwice",
    "graduates.1.month monthTwice",
    "graduates.2.programme programmeUnknown",
    "internships.1.programme programmeUnknown",
    "upgrades.1.grade gradeBeyond",
  ]);
});

test("a year is written as a year, a count with its separators", () => {
  const graduates = partsOf(formDefinition.parse(schoolForm)).find(({ key }) => key === "graduates");
  const columns = graduates?.kind === "table" ? graduates.columns : [];
  const shown = (name: string) => columns.filter(({ key }) => key === name).map((one) => showAnswer(one, 2026, "vi"));
  expect([shown("year"), shown("count")]).toEqual([["2026"], ["2.026"]]);
});

test("typed into the form: negative, decimal and swapped numbers are refused at their place, marks apart are one letter", () => {
  const form = answersSchema(formDefinition.parse(schoolForm));
  const first = { programme: "6520227", month: 6, year: 2026, count: 35 };
  const typed = (programme: object, graduates: object) =>
    form.safeParse({
      ...sampleSchoolAnswer(0, "Trường thử", 2026),
      programmes: [{ ...row, ...programme }],
      graduates: [{ ...first, ...graduates }],
    });
  const problems = (programme: object, graduates: object = {}) =>
    typed(programme, graduates).error?.issues.map((issue) => [
      issue.path.join("."),
      issue.code === "custom" && issue.params?.code,
    ]);
  expect(problems({})).toBeUndefined();
  expect(problems({ y1: -5 })).toEqual([["programmes.0.y1", "tooSmall"]]);
  expect(problems({ intake: 12.5 })).toEqual([["programmes.0.intake", "wholeNumber"]]);
  expect(problems({}, { year: 35, count: 2026 })).toEqual([["graduates.0.year", "tooSmall"]]);
  const kept = typed({ name: "Nghề mới số 12".normalize("NFD") }, {}).data as { programmes: object[] } | undefined;
  expect(kept?.programmes[0]).toMatchObject({ name: "Nghề mới số 12" });
});
