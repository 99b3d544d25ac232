import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { claimScope, countedMonths, supportLines } from "./amounts";
import { judge, judgeDossier } from "./eligibility";
import type { DossierFacts, PersonFacts } from "./facts";
import { complete, findingCodes, stops } from "./findings";
import { groupOf, type Policy, policyDefinition, unverifiedRates } from "./policy";

const dossier: DossierFacts = {
  groupCode: "a",
  course: {
    schoolName: "Trường Cao đẳng Mẫu",
    localSchool: true,
    programme: "Hàn",
    occupationCode: "welding",
    level: "INTERMEDIATE",
    tuition: 12_345_677,
    startsOn: "2026-03-02",
    endsOn: "2027-03-01",
    months: 12,
    cancelled: false,
  },
  applicant: { kind: "ENTERPRISE", operating: true },
  papers: [{ code: "van-ban-de-nghi", illegible: false }],
};
const worker: PersonFacts = {
  kind: "WORKER",
  birthDate: "1999-05-05",
  education: "UPPER_SECONDARY",
  job: "Thợ hàn",
  occupationCode: "welding",
  qualificationHeld: "UNSKILLED",
  fieldHeld: null,
  qualificationRequired: "INTERMEDIATE",
  contractType: "INDEFINITE",
  contractFrom: "2024-01-02",
  contractTo: null,
  insuredSince: "2024-01-02",
  permanentStaff: null,
  leftOn: null,
  attendance: null,
  papers: ["don-de-nghi", "xac-nhan-cua-truong", "ban-sao-bang"].map((code) => ({ code, illegible: false })),
  supportedElsewhere: [],
};
const codes = (person: Partial<PersonFacts>, of: Partial<DossierFacts> = {}, policy: Policy = knownPolicy) =>
  judge(policy, { ...dossier, ...of }, { ...worker, ...person }).findings.map((one) => `${one.code}:${one.severity}`);
const course = (more: Partial<DossierFacts["course"]>) => ({ course: { ...dossier.course, ...more } });

describe("a worker who fulfils everything", () => {
  it("is granted half of the tuition, rounded down, and is told that the rate is unverified", () => {
    const judged = judge(knownPolicy, dossier, worker);
    expect(judged.findings.map(({ code }) => code)).toEqual(["rate_unverified"]);
    expect(complete(judged.findings)).toBe(true);
    expect(judged.amount).toBe(6_172_838);
    expect(judged.lines).toMatchObject([{ rate: "hoc-phi", raw: 6_172_838, amount: 6_172_838, shortened: null }]);
  });
});

describe("what stands against a person", () => {
  it.each<[string, Partial<PersonFacts>, Partial<DossierFacts>]>([
    ["group_unknown:STOPS", {}, { groupCode: "x" }],
    ["group_other_person:STOPS", { kind: "STUDENT" }, {}],
    ["group_other_applicant:STOPS", {}, { applicant: { kind: "SCHOOL", operating: true } }],
    ["enterprise_not_operating:STOPS", {}, { applicant: { kind: "ENTERPRISE", operating: false } }],
    ["course_cancelled:STOPS", {}, course({ cancelled: true })],
    ["occupation_not_listed:STOPS", {}, course({ occupationCode: null })],
    ["occupation_not_listed:STOPS", {}, course({ occupationCode: "sewing" })],
    ["level_not_supported:STOPS", {}, course({ level: "UNIVERSITY" })],
    ["school_not_local:STOPS", { kind: "STUDENT" }, { groupCode: "b", ...course({ localSchool: false }) }],
    ["study_outside_window:STOPS", {}, course({ startsOn: "2024-07-18" })],
    ["study_outside_window:STOPS", {}, course({ endsOn: "2031-01-01" })],
    ["education_unknown:ASKS", { education: null }, {}],
    ["education_below_floor:STOPS", { education: "PRIMARY" }, {}],
    ["qualification_unknown:ASKS", { qualificationHeld: null }, {}],
    ["qualification_matches:STOPS", { qualificationHeld: "COLLEGE", fieldHeld: "welding" }, {}],
    ["qualification_matches:STOPS", { qualificationRequired: "UNSKILLED" }, {}],
    ["not_employed:STOPS", { contractFrom: "2026-03-03" }, {}],
    ["not_employed:STOPS", { leftOn: "2026-03-02" }, {}],
    ["contract_unknown:ASKS", { contractFrom: null }, {}],
    ["contract_ended:STOPS", { contractTo: "2026-03-01" }, {}],
    ["already_supported:STOPS", { supportedElsewhere: ["hoc-phi"] }, {}],
    ["paper_missing:ASKS", { papers: [] }, {}],
    ["paper_illegible:ASKS", { papers: [{ code: "don-de-nghi", illegible: true }] }, {}],
  ])("%s", (expected, person, of) => expect(codes(person, of)).toContain(expected));

  it("lets a qualification of another field, or below the job, pass", () => {
    expect(codes({ qualificationHeld: "COLLEGE", fieldHeld: "hotel" })).not.toContain("qualification_matches:STOPS");
    expect(codes({ qualificationHeld: "ELEMENTARY", fieldHeld: "welding" })).not.toContain(
      "qualification_matches:STOPS",
    );
  });

  it("asks for the dossier's own papers, once", () => {
    expect(judgeDossier(knownPolicy, dossier)).toEqual([]);
    expect(judgeDossier(knownPolicy, { ...dossier, papers: [] })).toMatchObject([
      { code: "paper_missing", paper: "van-ban-de-nghi" },
    ]);
  });

  it("asks whether a teacher belongs to the permanent staff, and cannot compute what nobody knows", () => {
    const school: Partial<DossierFacts> = { groupCode: "c", applicant: { kind: "SCHOOL", operating: true } };
    expect(codes({ kind: "TEACHER" }, school)).toContain("staff_status_unknown:ASKS");
    expect(codes({ kind: "TEACHER", permanentStaff: false }, school)).toContain("rate_unknown:ASKS");
    expect(
      judge(knownPolicy, { ...dossier, ...school }, { ...worker, kind: "TEACHER", permanentStaff: true }).amount,
    ).toBe(10_000_000);
  });

  it("knows no code beyond its list", () => {
    for (const code of codes({ education: null, papers: [] })) expect(findingCodes).toContain(code.split(":")[0]);
  });
});

const student: PersonFacts = { ...worker, kind: "STUDENT" };
const learners: DossierFacts = { ...dossier, groupCode: "b", applicant: { kind: "SCHOOL", operating: true } };

describe("who drops out", () => {
  it("is granted by the months attended, of tuition and of the monthly sum", () => {
    const attendance = { monthsAttended: 5, completedOn: null, droppedOn: "2026-08-01" };
    const lines = supportLines(knownPolicy, "b", dossier.course, { ...student, attendance });
    expect(lines.map(({ amount }) => amount)).toEqual([2_572_015, 4_500_000]);
    expect(lines.every(({ shortened }) => shortened === "dropped_out")).toBe(true);
  });

  it("is stopped where nothing is left", () => {
    const attendance = { monthsAttended: 0, completedOn: null, droppedOn: "2026-03-02" };
    expect(codes({ ...student, attendance }, learners)).toContain("dropped_out:STOPS");
  });
});

const months = fc.integer({ min: 1, max: 72 });
const anyCourse = fc.record({ tuition: fc.integer({ min: 0, max: 10_000_000_000 }), months });
const anyAttendance = fc.option(
  fc.record({
    monthsAttended: fc.option(fc.integer({ min: 0, max: 72 })),
    completedOn: fc.option(fc.constant("2027-03-01")),
    droppedOn: fc.option(fc.constant("2026-08-01")),
  }),
);
const anyRate = fc.record({
  kind: fc.constantFrom("PERCENT_OF_TUITION", "PER_MONTH", "PER_COURSE"),
  value: fc.option(fc.integer({ min: 0, max: 100 })),
  capPerPerson: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  capMonths: fc.option(months),
  dropOut: fc.constantFrom("NOTHING", "MONTHS_ATTENDED"),
});

describe("amounts", () => {
  it("are whole, never negative, never over a cap or the tuition, and their sum is the person's", () =>
    fc.assert(
      fc.property(
        anyCourse,
        anyAttendance,
        fc.array(anyRate, { minLength: 1, maxLength: 4 }),
        (some, attendance, rates) => {
          const [usual] = knownPolicy.rates;
          const policy = policyDefinition.parse({
            ...knownPolicy,
            rates: rates.map((one, at) => ({ ...usual, ...one, code: `r${at}`, groups: ["a"] })),
          });
          const facts = { ...dossier, ...course(some) };
          const { lines, amount } = judge(policy, facts, { ...worker, attendance });
          for (const line of lines) {
            expect(Number.isSafeInteger(line.amount)).toBe(true);
            expect(line.amount).toBeGreaterThanOrEqual(0);
            expect(line.amount).toBeLessThanOrEqual(line.cap ?? line.raw);
            if (line.kind === "PERCENT_OF_TUITION") expect(line.amount).toBeLessThanOrEqual(some.tuition);
          }
          expect(amount).toBe(lines.reduce((sum, line) => sum + line.amount, 0));
        },
      ),
    ));

  it("never fall when somebody attends a month more", () =>
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 0, max: 71 }), (some, attended) => {
        const of = (monthsAttended: number) =>
          judge(
            knownPolicy,
            { ...learners, ...course(some) },
            {
              ...student,
              attendance: { monthsAttended, completedOn: null, droppedOn: "2026-08-01" },
            },
          ).amount;
        expect(of(attended + 1)).toBeGreaterThanOrEqual(of(attended));
      }),
    ));

  it("count no more months than the course has", () =>
    fc.assert(
      fc.property(anyCourse, anyAttendance, (some, attendance) => {
        expect(countedMonths({ ...dossier.course, ...some }, attendance)).toBeLessThanOrEqual(some.months);
      }),
    ));
});

describe("eligibility", () => {
  const brought = fc.array(
    fc.record({
      code: fc.constantFrom("don-de-nghi", "xac-nhan-cua-truong", "ban-sao-bang", "khac"),
      illegible: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  it("is monotone in papers: one more that can be read never makes anybody less eligible", () =>
    fc.assert(
      fc.property(brought, fc.constantFrom("don-de-nghi", "ban-sao-bang", "khac"), (papers, code) => {
        const before = judge(knownPolicy, dossier, { ...worker, papers });
        const after = judge(knownPolicy, dossier, { ...worker, papers: [...papers, { code, illegible: false }] });
        const open = (found: typeof before.findings) => found.filter(({ severity }) => severity !== "TELLS").length;
        expect(open(after.findings)).toBeLessThanOrEqual(open(before.findings));
        expect(after.amount).toBe(before.amount);
        expect(stops(after.findings)).toBe(stops(before.findings));
      }),
    ));

  it("is a pure function: the same facts give the same answer, and are not touched", () => {
    const frozen = structuredClone({ dossier, worker });
    expect(judge(knownPolicy, dossier, worker)).toEqual(judge(knownPolicy, dossier, worker));
    expect({ dossier, worker }).toEqual(frozen);
  });
});

describe("the policy", () => {
  it("says which rates nobody has confirmed", () =>
    expect(unverifiedRates(knownPolicy, ["hoc-phi", "nha-giao-thinh-giang"]).map(({ code }) => code)).toEqual([
      "hoc-phi",
      "nha-giao-thinh-giang",
    ]));

  it("refuses two of one code, a rate of no group, a percentage over 100, days out of order", () => {
    const paths = (change: object) =>
      policyDefinition.safeParse({ ...knownPolicy, ...change }).error?.issues.map(({ path }) => path.join("."));
    const [first] = knownPolicy.rates;
    expect(paths({ rates: [first, first] })).toEqual(["rates.1.code"]);
    expect(paths({ rates: [{ ...first, groups: ["z"] }] })).toEqual(["rates.0.groups"]);
    expect(paths({ rates: [{ ...first, value: 101 }] })).toEqual(["rates.0.value"]);
    expect(paths({ validity: { ...knownPolicy.validity, to: "2020-01-01" } })).toEqual(["validity.to"]);
  });

  it("grants once a policy, or once a course, whoever wrote its name and how", () => {
    const [tuition] = knownPolicy.rates;
    const teacher = knownPolicy.rates.find(({ once }) => once === "COURSE");
    if (!tuition || !teacher) throw new Error("no rates");
    expect(claimScope("p", tuition, dossier.course)).toBe("p:hoc-phi");
    const shouted = { ...dossier.course, schoolName: "TRƯỜNG CAO ĐẲNG MẪU" };
    expect(claimScope("p", teacher, shouted)).toBe(claimScope("p", teacher, dossier.course));
    expect(groupOf(knownPolicy, "c")?.person).toBe("TEACHER");
  });
});
