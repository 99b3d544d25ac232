import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingFrom } from "./completeness";
import { emptyVacancy, qualifications, vacancyDraft } from "./schema";
import { savable, splitOf, typedOf, typedSubmission } from "./typed";

const saved = { ...emptyVacancy(3), titleVi: "Thợ hàn", headcount: 4, unskilled: 4, contactPhone: "0225 000 0000" };

describe("a half-typed form", () => {
  it("shows no zeroes and reads empty fields as zero", () => {
    expect(typedOf(saved)).toMatchObject({ headcount: 4, college: null, experienceMonths: null });
    expect(savable(typedOf(saved), saved)).toEqual(saved);
  });

  it("saves what can be read and keeps the last saved of the rest", () => {
    const typed = { ...typedOf(saved), contactPhone: "02", headcount: "ba", titleVi: "Thợ hàn bậc 3", shift: "" };
    expect(savable(typed, saved)).toEqual({ ...saved, titleVi: "Thợ hàn bậc 3" });
  });

  it("whatever is typed, what is saved fits the schema", () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(saved)),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double()),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        expect(vacancyDraft.safeParse(savable(typed, saved)).success).toBe(true);
      }),
    );
  });

  it("is judged by the rules of a submission, empty counts included", () => {
    const parsed = typedSubmission.safeParse({ ...typedOf(emptyVacancy(3)), titleVi: "Thợ hàn" });
    const paths = parsed.error?.issues.map((issue) => issue.path[0]);
    expect(paths).toEqual(missingFrom({ ...emptyVacancy(3), titleVi: "Thợ hàn" }).map((problem) => problem.path[0]));
  });
});

describe("people by qualification", () => {
  const people = fc.integer({ min: 0, max: 50_000 });
  const split = fc.record(Object.fromEntries(qualifications.map((level) => [level, people])));

  it("says how many are missing, and none exactly when the rule is content", () => {
    fc.assert(
      fc.property(split, people, (levels, headcount) => {
        const { sum, remaining } = splitOf({ ...levels, headcount });
        expect(sum + remaining).toBe(headcount);
        const content = { ...emptyVacancy(1), ...levels, headcount };
        const wrong = missingFrom(content).some((problem) => problem.code === "qualificationsDiffer");
        expect(wrong).toBe(headcount > 0 && remaining !== 0);
      }),
    );
  });

  it("counts nothing that is no number yet", () => {
    expect(splitOf({ headcount: 12, unskilled: 5, college: "hai", university: null })).toEqual({
      sum: 5,
      headcount: 12,
      remaining: 7,
    });
  });
});
