import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { EducationLevel, OrganisationKind, PersonKind, QualificationLevel } from "@/lib/db/generated/enums";

/**
 * A support policy as it is read from a day on: everything that the rules of a dossier, the public page, the letters and
 * the wizard know of the law. Nothing of it stands in code. What no source says is `verified: false`, and shown as such;
 * an amount that nobody knows is null, never a guess.
 */

const code = z
  .string()
  .trim()
  .refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), { params: { code: "code" } });
const words = z.object({ vi: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) });
export type Words = z.output<typeof words>;

/** Where a rule stands, and whether somebody of the Authority has confirmed that it is so. */
const rests = { clause: words, verified: z.boolean() };

const dong = z.number().int().min(0).max(10_000_000_000);

const occupation = z.object({
  code,
  name: words,
  /** Other words by which people's tables name it, in any language. */
  aliases: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
  ...rests,
});

const paper = z.object({
  code,
  name: words,
  /** What it must show, for who brings it. */
  help: words.nullable(),
  /** One of each person, or one of the dossier. */
  per: z.enum(["PERSON", "DOSSIER"]),
  required: z.boolean(),
  ...rests,
});

/** What a group asks of a person; null or false: nothing. Each condition rests on the group's clause. */
const conditions = z.object({
  educationFloor: z.enum(EducationLevel).nullable(),
  /** Lacks a qualification that matches the job: level or field are not what the job requires. */
  lacksMatchingQualification: z.boolean(),
  /** Works, under a contract, for the applicant on the day the course begins. */
  employed: z.boolean(),
  /** Studies at a school of the city. */
  localSchool: z.boolean(),
  /** Levels of the course that count; empty: any. */
  levels: z.array(z.enum(QualificationLevel)),
  /** The course must be in one of the policy's occupations. */
  listedOccupation: z.boolean(),
});

const group = z.object({
  code,
  name: words,
  /** In plain words, for the public page. */
  plain: words,
  person: z.enum(PersonKind),
  /** Who may hand the dossier in. */
  applicants: z.array(z.enum(OrganisationKind)).min(1),
  conditions,
  papers: z.array(paper).max(30),
  ...rests,
});

const rate = z.object({
  code,
  name: words,
  kind: z.enum(["PERCENT_OF_TUITION", "PER_MONTH", "PER_COURSE"]),
  /** Percent, or đồng; null where it is not known: nothing can be computed, and the screen says why. */
  value: z.number().min(0).max(10_000_000_000).nullable(),
  groups: z.array(code).min(1),
  /** Only teachers of the permanent staff, or only guests; null: all. */
  permanentStaff: z.boolean().nullable(),
  /** The most that one person can be granted by this rate, đồng. */
  capPerPerson: dong.nullable(),
  /** The most months that are counted. */
  capMonths: z.number().int().min(1).max(72).nullable(),
  payee: z.enum(["LEARNER", "SCHOOL", "EITHER"]),
  /** Within what a person gets it once: the policy, or each course. */
  once: z.enum(["POLICY", "COURSE"]),
  /** What somebody gets who drops out: nothing, or by the months attended. */
  dropOut: z.enum(["NOTHING", "MONTHS_ATTENDED"]),
  ...rests,
});

export const policyDefinition = z
  .object({
    citation: words,
    /** Study outside is not supported; both days included. */
    validity: z.object({ from: z.string().refine(isDay), to: z.string().refine(isDay), ...rests }),
    occupations: z.array(occupation).min(1).max(100),
    groups: z.array(group).min(1).max(20),
    rates: z.array(rate).min(1).max(50),
    /** Working days from the submission to the decision. */
    processing: z.object({ workingDays: z.number().int().min(1).max(90), ...rests }),
    /** Working days that an applicant has for a correction, as it is said to them. */
    correction: z.object({ workingDays: z.number().int().min(1).max(90), ...rests }),
    /** Days of the year on which enterprises report who takes part. */
    reports: z.array(
      z.object({ day: z.number().int().min(1).max(31), month: z.number().int().min(1).max(12), ...rests }),
    ),
  })
  .superRefine((policy, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message, params: { code: message } });
    if (policy.validity.to < policy.validity.from) problem(["validity", "to"], "daysInOrder");
    for (const list of ["occupations", "groups", "rates"] as const) {
      const seen = new Set<string>();
      for (const [at, { code: name }] of policy[list].entries()) {
        if (seen.has(name)) problem([list, at, "code"], "duplicate");
        seen.add(name);
      }
    }
    const groups = new Set(policy.groups.map((one) => one.code));
    for (const [at, one] of policy.rates.entries()) {
      for (const name of one.groups) if (!groups.has(name)) problem(["rates", at, "groups"], "unknownGroup");
      if (one.kind === "PERCENT_OF_TUITION" && one.value !== null && one.value > 100)
        problem(["rates", at, "value"], "percent");
      if (one.kind !== "PERCENT_OF_TUITION" && one.value !== null && !Number.isInteger(one.value))
        problem(["rates", at, "value"], "wholeDong");
    }
    for (const [at, one] of policy.groups.entries()) {
      const seen = new Set<string>();
      for (const [place, { code: name }] of one.papers.entries()) {
        if (seen.has(name)) problem(["groups", at, "papers", place, "code"], "duplicate");
        seen.add(name);
      }
    }
  });

export type Policy = z.output<typeof policyDefinition>;
export type PolicyGroup = Policy["groups"][number];
export type PolicyRate = Policy["rates"][number];
export type PolicyPaper = PolicyGroup["papers"][number];

/** The group of a policy; undefined where it has none of that code. */
export const groupOf = (policy: Policy, name: string): PolicyGroup | undefined =>
  policy.groups.find((one) => one.code === name);

/** The rates that a group is granted, in the policy's order. */
export const ratesOf = (policy: Policy, name: string): PolicyRate[] =>
  policy.rates.filter((one) => one.groups.includes(name));

/** Rates, of those given, that nobody has confirmed or whose amount is not known. */
export const unverifiedRates = (policy: Policy, codes: Iterable<string>): PolicyRate[] => {
  const wanted = new Set(codes);
  return policy.rates.filter((one) => wanted.has(one.code) && (!one.verified || one.value === null));
};

/** Code of the policy under which dossiers of training support are begun: Resolution 03/2024/NQ-HĐND. */
export const trainingSupport = "nq-03-2024";

/** Public pages that show the policy in force: made stale when a version comes into force or is retired. */
export const supportPolicyTag = "support-policy";

/** Does anything of the policy stand unconfirmed? */
export const hasUnverified = (policy: Policy): boolean =>
  [
    policy.validity,
    policy.processing,
    policy.correction,
    ...policy.occupations,
    ...policy.groups.flatMap((one) => [one, ...one.papers]),
    ...policy.rates,
    ...policy.reports,
  ].some(({ verified }) => !verified);
