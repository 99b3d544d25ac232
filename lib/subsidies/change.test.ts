import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { supportLines, totalOf } from "./amounts";
import { type ChangeRequest, type DecidedDossier, effectOf, factsAfter, problemOf } from "./change";
import type { CourseFacts, PersonFacts } from "./facts";

const course: CourseFacts = {
  schoolName: "Trường Cao đẳng Mẫu",
  localSchool: true,
  programme: "Hàn",
  occupationCode: "welding",
  level: "INTERMEDIATE",
  tuition: 12_000_000,
  startsOn: "2026-03-02",
  endsOn: "2027-03-01",
  months: 12,
  cancelled: false,
};
const facts: PersonFacts = {
  ...{ kind: "STUDENT", birthDate: "2006-05-05", education: null, job: null, occupationCode: null },
  ...{ qualificationHeld: null, fieldHeld: null, qualificationRequired: null, contractType: null },
  ...{ contractFrom: null, contractTo: null, insuredSince: null, permanentStaff: null, leftOn: null },
  ...{ attendance: null, papers: [], supportedElsewhere: [] },
};
const decided = (count: number, of: Partial<CourseFacts> = {}): DecidedDossier => {
  const whole = { ...course, ...of };
  return {
    ...{ policyCode: "nq-03-2024", policy: knownPolicy, groupCode: "b", course: whole },
    persons: Array.from({ length: count }, (_, at) => {
      const lines = supportLines(knownPolicy, "b", whole, facts);
      return {
        position: at + 1,
        beneficiaryId: at + 1,
        fullName: `Người ${at + 1}`,
        facts,
        lines,
        amount: totalOf(lines),
      };
    }),
  };
};
const leaves: ChangeRequest = { kind: "DROP_PERSON", position: 2, droppedOn: "2026-07-01", monthsAttended: 4 };

describe("a change after the decision", () => {
  it("lessens what the person who leaves gets, by the months attended, and nobody else's", () => {
    // 50 % of 12,000,000 and 12 × 900,000; after 4 months a third of both, where the policy counts months at all.
    const before = 6_000_000 + 12 * 900_000;
    const { before: sum, after, persons } = effectOf(decided(3), leaves);
    const left = persons[0]?.after ?? -1;
    expect(sum).toBe(3 * before);
    expect(persons).toHaveLength(1);
    expect(persons[0]).toMatchObject({ position: 2, before });
    const byMonths = knownPolicy.rates
      .filter(({ groups, dropOut }) => groups.includes("b") && dropOut === "MONTHS_ATTENDED")
      .map(({ kind }) => (kind === "PER_MONTH" ? 4 * 900_000 : 2_000_000));
    expect(left).toBe(byMonths.reduce((total, one) => total + one, 0));
    expect(after).toBe(2 * before + left);
  });

  it("of tuition lessens the percentage of everybody, of months the monthly part", () => {
    expect(effectOf(decided(2), { kind: "TUITION", tuition: 10_000_000 })).toMatchObject({
      after: 2 * (5_000_000 + 12 * 900_000),
    });
    const shorter = { kind: "DATES", startsOn: "2026-03-02", endsOn: "2026-12-01", months: 9 } as const;
    expect(effectOf(decided(2), shorter)).toMatchObject({ after: 2 * (6_000_000 + 9 * 900_000) });
    const moved = { kind: "DATES", startsOn: "2026-06-01", endsOn: "2027-05-31", months: 12 } as const;
    expect(effectOf(decided(2), moved)).toMatchObject({ persons: [], before: 33_600_000, after: 33_600_000 });
  });

  it("never grants more, never less than nothing, and the same change twice takes nothing twice", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-08-${String(one).padStart(2, "0")}`);
    const change: fc.Arbitrary<ChangeRequest> = fc.oneof(
      fc.record({
        kind: fc.constant("DROP_PERSON" as const),
        ...{
          position: fc.integer({ min: 1, max: 4 }),
          droppedOn: day,
          monthsAttended: fc.integer({ min: 0, max: 72 }),
        },
      }),
      fc.record({
        kind: fc.constant("DATES" as const),
        ...{ startsOn: day, endsOn: day, months: fc.integer({ min: 1, max: 72 }) },
      }),
      fc.record({ kind: fc.constant("TUITION" as const), tuition: fc.integer({ min: 0, max: 40_000_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 24 }), (all, months) => {
        let now = decided(3, { months });
        for (const one of all) {
          const effect = effectOf(now, one);
          expect(effect.after).toBeLessThanOrEqual(effect.before);
          const left = new Map(effect.persons.map((person) => [person.position, person]));
          now = {
            ...factsAfter(now, one),
            persons: factsAfter(now, one).persons.map((person) => {
              const less = left.get(person.position);
              return less ? { ...person, lines: less.lines, amount: less.after } : person;
            }),
          };
          for (const { lines, amount } of now.persons) {
            expect(totalOf(lines)).toBe(amount);
            expect(amount).toBeGreaterThanOrEqual(0);
          }
          expect(now.persons.reduce((sum, { amount }) => sum + amount, 0)).toBe(effect.after);
          expect(effectOf(now, one).persons).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is refused at its field where it does not fit the dossier", () => {
    const at = (change: ChangeRequest) => problemOf(decided(2), change, "2026-09-01")?.path.join(".");
    const code = (change: ChangeRequest) => problemOf(decided(2), change, "2026-09-01")?.code ?? null;
    const dates = { kind: "DATES", startsOn: "2026-03-02", endsOn: "2027-03-01", months: 12 } as const;
    expect(code(leaves)).toBeNull();
    expect([code({ ...leaves, position: 3 }), at({ ...leaves, position: 3 })]).toEqual([
      "notSupported",
      "change.position",
    ]);
    expect(code({ ...leaves, droppedOn: "2026-03-01" })).toBe("outsideCourse");
    expect(code({ ...leaves, droppedOn: "2026-03-01", monthsAttended: 0 })).toBeNull();
    expect(code({ ...leaves, droppedOn: "2026-09-02" })).toBe("futureDay");
    expect(code({ ...leaves, monthsAttended: 13 })).toBe("moreMonths");
    expect(code(dates)).toBe("nothingChanges");
    expect(code({ ...dates, months: 13 })).toBe("moreMonths");
    expect(code({ ...dates, endsOn: "2026-03-01" })).toBe("daysInOrder");
    expect([code({ ...dates, endsOn: "2031-01-01" }), at({ ...dates, endsOn: "2031-01-01" })]).toEqual([
      "outsideWindow",
      "change.endsOn",
    ]);
    expect(code({ kind: "TUITION", tuition: 12_000_000 })).toBe("lessTuition");
    expect(code({ kind: "TUITION", tuition: 11_999_999 })).toBeNull();
  });
});
