import { describe, expect, it } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import type { Policy } from "./policy";
import { questionsOf, wizardState } from "./wizard";

const group = (code: string) => {
  const found = knownPolicy.groups.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const welder = {
  group: "a",
  ask: "1",
  occupation: "welding",
  level: "INTERMEDIATE",
  startsOn: "2026-09-01",
  months: "12",
  tuition: "12.000.000",
  education: "UPPER_SECONDARY",
  required: "INTERMEDIATE",
  held: "UNSKILLED",
  matches: "no",
  contractFrom: "02/01/2025",
  supported: "no",
};
const answer = (params: Record<string, string>, policy: Policy = knownPolicy) => {
  const state = wizardState(policy, params);
  if (state.step !== "answer") throw new Error(JSON.stringify(state));
  return state.result;
};

describe("the wizard", () => {
  it("asks what the group's conditions and rates look at, and nothing else", () => {
    expect(questionsOf(knownPolicy, group("a"))).toContain("held");
    expect(questionsOf(knownPolicy, group("b"))).not.toContain("held");
    expect(questionsOf(knownPolicy, group("b"))).toContain("localSchool");
    expect(questionsOf(knownPolicy, group("c"))).toContain("permanent");
    expect(questionsOf(knownPolicy, group("c"))).not.toContain("tuition");
    expect(questionsOf(knownPolicy, group("d"))).toContain("applicant");
  });

  it("begins with the group, whatever the address holds", () => {
    expect(wizardState(knownPolicy, { group: "z", ask: "1" })).toEqual({ step: "group" });
    expect(wizardState(knownPolicy, {})).toEqual({ step: "group" });
    expect(wizardState(knownPolicy, { group: ["a", "b"] })).toMatchObject({ step: "questions", problems: [] });
  });

  it("tells a welder that half of the tuition is granted, unverified, and what to bring", () => {
    const result = answer(welder);
    expect(result).toMatchObject({ verdict: "SUPPORTED", amount: 6_000_000 });
    expect(result.notes.map(({ code }) => code)).toEqual(["rate_unverified"]);
    expect(result.papers.map(({ code }) => code)).toEqual([
      "don-de-nghi",
      "xac-nhan-cua-truong",
      "ban-sao-bang",
      "van-ban-de-nghi",
    ]);
  });

  it.each([
    [{ occupation: "other" }, "occupation_not_listed"],
    [{ education: "PRIMARY" }, "education_below_floor"],
    [{ held: "INTERMEDIATE", matches: "yes" }, "qualification_matches"],
    [{ startsOn: "2030-06-01" }, "study_outside_window"],
    [{ contractTo: "2026-01-01" }, "contract_ended"],
    [{ supported: "yes" }, "already_supported"],
  ])("says no with its clause: %j", (more, code) => {
    const { verdict, notes } = answer({ ...welder, ...more });
    expect(verdict).toBe("NOT_SUPPORTED");
    expect(notes.find((one) => one.severity === "STOPS")).toMatchObject({ code, clause: expect.anything() });
  });

  it("leaves open what was not answered, and says so", () => {
    const { verdict, notes } = answer({ ...welder, education: "", contractFrom: "" });
    expect(verdict).toBe("OPEN");
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(["education_unknown", "contract_unknown"]));
  });

  it("names each answer that cannot be read and keeps what was typed", () => {
    const state = wizardState(knownPolicy, { ...welder, startsOn: "31/02/2026", tuition: "nhiều", level: "" });
    expect(state).toMatchObject({
      step: "questions",
      typed: { startsOn: "31/02/2026", tuition: "nhiều" },
      problems: [
        { question: "level", code: "required" },
        { question: "startsOn", code: "date" },
        { question: "tuition", code: "number" },
      ],
    });
  });

  it("counts the months of a course to its last day", () => {
    expect(answer({ ...welder, startsOn: "2029-12-31", months: "12" }).verdict).toBe("SUPPORTED");
    expect(answer({ ...welder, startsOn: "2030-01-02", months: "12" }).verdict).toBe("NOT_SUPPORTED");
  });

  it("follows the policy: another floor, another answer", () => {
    const strict = structuredClone(knownPolicy);
    for (const one of strict.groups) one.conditions.educationFloor = "UPPER_SECONDARY";
    expect(answer({ ...welder, education: "LOWER_SECONDARY" }).verdict).toBe("SUPPORTED");
    expect(answer({ ...welder, education: "LOWER_SECONDARY" }, strict).verdict).toBe("NOT_SUPPORTED");
  });
});
