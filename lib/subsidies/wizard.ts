import { addDays, type Day, dateToDay, dayToDate, parseDay } from "@/lib/core/day";
import { parseCount } from "@/lib/core/money";
import { EducationLevel, OrganisationKind, QualificationLevel } from "@/lib/db/generated/enums";
import { type Judgement, judge, judgeDossier } from "./eligibility";
import type { DossierFacts, PersonFacts } from "./facts";
import { type Finding, stops } from "./findings";
import { groupOf, type Policy, type PolicyGroup, type PolicyPaper, ratesOf } from "./policy";

/** What the wizard may ask, in its order; which of it is asked follows from the group's conditions and rates. */
export const questions = [
  "applicant",
  "occupation",
  "level",
  "startsOn",
  "months",
  "tuition",
  "localSchool",
  "education",
  "required",
  "held",
  "matches",
  "contractFrom",
  "contractTo",
  "permanent",
  "supported",
] as const;
export type Question = (typeof questions)[number];

/** Without these nothing can be said; the others may be left open, and the answer then says what is missing. */
const needed: ReadonlySet<Question> = new Set(["applicant", "occupation", "level", "startsOn", "months", "tuition"]);
/** An occupation outside the list. */
export const otherOccupation = "other";

/** The questions for a group, read off what its conditions and rates look at: nothing is asked that decides nothing. */
export function questionsOf(policy: Policy, group: PolicyGroup): Question[] {
  const { conditions } = group;
  const rates = ratesOf(policy, group.code);
  const asked: Record<Question, boolean> = {
    applicant: group.applicants.length > 1,
    occupation: conditions.listedOccupation,
    level: conditions.levels.length > 0,
    startsOn: true,
    months: true,
    tuition: rates.some(({ kind }) => kind === "PERCENT_OF_TUITION"),
    localSchool: conditions.localSchool,
    education: conditions.educationFloor !== null,
    required: conditions.lacksMatchingQualification,
    held: conditions.lacksMatchingQualification,
    matches: conditions.lacksMatchingQualification,
    contractFrom: conditions.employed,
    contractTo: conditions.employed,
    permanent: rates.some(({ permanentStaff }) => permanentStaff !== null),
    supported: true,
  };
  return questions.filter((question) => asked[question]);
}

export type Typed = Partial<Record<Question, string>>;
/** Code of what is wrong with an answer: `common.validation`. */
export type WizardProblem = { question: Question; code: "required" | "number" | "date" | "choice" };

export type WizardResult = Judgement & {
  /** Findings but papers that are missing: these are `papers`. */
  notes: Finding[];
  verdict: "SUPPORTED" | "OPEN" | "NOT_SUPPORTED";
  /** What the person brings, and what the organisation hands in besides. */
  papers: PolicyPaper[];
};

export type WizardState =
  | { step: "group" }
  | { step: "questions"; group: PolicyGroup; typed: Typed; problems: WizardProblem[] }
  | { step: "answer"; group: PolicyGroup; typed: Typed; result: WizardResult };

const yesNo = { yes: true, no: false } as const;
const bool = (text: string | undefined): boolean | null => (text === "yes" || text === "no" ? yesNo[text] : null);
const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | null =>
  values.find((value) => value === text) ?? null;

/** The last day of so many months from a day on. */
function lastDay(from: Day, months: number): Day {
  const date = dayToDate(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const inMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, inMonth));
  return addDays(dateToDay(date), -1);
}

/** What is wrong with the text of an answer; undefined: nothing. */
function wrongWith(
  policy: Policy,
  group: PolicyGroup,
  question: Question,
  text: string,
): WizardProblem["code"] | undefined {
  if (text === "") return needed.has(question) ? "required" : undefined;
  const number = parseCount(text);
  switch (question) {
    case "applicant":
      return oneOf(group.applicants, text) ? undefined : "choice";
    case "occupation":
      return text === otherOccupation || policy.occupations.some(({ code }) => code === text) ? undefined : "choice";
    case "level":
    case "required":
    case "held":
      return oneOf(Object.values(QualificationLevel), text) ? undefined : "choice";
    case "education":
      return oneOf(Object.values(EducationLevel), text) ? undefined : "choice";
    case "startsOn":
    case "contractFrom":
    case "contractTo":
      return parseDay(text) ? undefined : "date";
    case "months":
      return number !== null && number >= 1 && number <= 72 ? undefined : "number";
    case "tuition":
      return number !== null && number <= 10_000_000_000 ? undefined : "number";
    default:
      return bool(text) === null ? "choice" : undefined;
  }
}

function factsOf(policy: Policy, group: PolicyGroup, typed: Typed): { dossier: DossierFacts; person: PersonFacts } {
  const day = (question: Question) => (typed[question] ? parseDay(typed[question]) : null);
  const number = (question: Question) => (typed[question] ? (parseCount(typed[question]) ?? 0) : 0);
  const level = (question: Question) => oneOf(Object.values(QualificationLevel), typed[question]);
  const startsOn = day("startsOn") ?? "";
  const months = number("months");
  const occupation = typed.occupation && typed.occupation !== otherOccupation ? typed.occupation : null;
  // The field of the job is not asked for by name: only whether the qualification is of the same one.
  const job = "job";
  const kind = oneOf(Object.values(OrganisationKind), typed.applicant) ?? group.applicants[0] ?? "ENTERPRISE";
  return {
    dossier: {
      groupCode: group.code,
      course: {
        schoolName: "",
        localSchool: bool(typed.localSchool) ?? true,
        programme: "",
        occupationCode: occupation,
        level: level("level") ?? "INTERMEDIATE",
        tuition: number("tuition"),
        startsOn,
        endsOn: lastDay(startsOn, months),
        months,
        cancelled: false,
      },
      applicant: { kind, operating: true },
      papers: [],
    },
    person: {
      kind: group.person,
      birthDate: "2000-01-01",
      education: oneOf(Object.values(EducationLevel), typed.education),
      job: null,
      occupationCode: job,
      qualificationHeld: level("held"),
      fieldHeld: bool(typed.matches) === true ? job : null,
      qualificationRequired: level("required"),
      contractType: null,
      contractFrom: day("contractFrom"),
      contractTo: day("contractTo"),
      insuredSince: null,
      permanentStaff: bool(typed.permanent),
      leftOn: null,
      attendance: null,
      papers: [],
      supportedElsewhere:
        bool(typed.supported) === true
          ? ratesOf(policy, group.code)
              .filter(({ once }) => once === "POLICY")
              .map(({ code }) => code)
          : [],
    },
  };
}

/** The answer for one person, by the rules of the dossier themselves. */
function resultOf(policy: Policy, group: PolicyGroup, typed: Typed): WizardResult {
  const { dossier, person } = factsOf(policy, group, typed);
  const judged = judge(policy, dossier, person);
  const wanted = [...judged.findings, ...judgeDossier(policy, dossier)].filter(({ code }) => code === "paper_missing");
  const notes = judged.findings.filter(({ code }) => code !== "paper_missing");
  const open = notes.some(({ severity }) => severity === "ASKS");
  return {
    ...judged,
    notes,
    verdict: stops(judged.findings) ? "NOT_SUPPORTED" : open ? "OPEN" : "SUPPORTED",
    papers: group.papers.filter(({ code }) => wanted.some(({ paper }) => paper === code)),
  };
}

/**
 * Where somebody stands in the wizard, by the address alone: nothing is kept anywhere. `params` are the address's
 * parameters: `group`, an answer a question, and `ask` once the questions were sent.
 */
export function wizardState(policy: Policy, params: Record<string, string | string[] | undefined>): WizardState {
  const text = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim().slice(0, 60);
  };
  const group = groupOf(policy, text("group"));
  if (!group) return { step: "group" };
  const asked = questionsOf(policy, group);
  const typed: Typed = Object.fromEntries(asked.map((question) => [question, text(question)]));
  if (text("ask") === "") return { step: "questions", group, typed, problems: [] };
  const problems = asked.flatMap((question) => {
    const code = wrongWith(policy, group, question, typed[question] ?? "");
    return code ? [{ question, code }] : [];
  });
  if (problems.length > 0) return { step: "questions", group, typed, problems };
  return { step: "answer", group, typed, result: resultOf(policy, group, typed) };
}
