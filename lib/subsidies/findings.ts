import type { Words } from "./policy";

/** STOPS: cannot be granted as it is. ASKS: something is missing that may still come. TELLS: worth knowing. */
export type Severity = "STOPS" | "ASKS" | "TELLS";

/** Codes of what the rules find; their words live in the messages, `subsidies.findings`. */
export const findingCodes = [
  "group_unknown",
  "group_other_person",
  "group_other_applicant",
  "enterprise_not_operating",
  "course_cancelled",
  "occupation_not_listed",
  "level_not_supported",
  "school_not_local",
  "study_outside_window",
  "education_unknown",
  "education_below_floor",
  "qualification_unknown",
  "qualification_matches",
  "not_employed",
  "contract_unknown",
  "contract_ended",
  "staff_status_unknown",
  "already_supported",
  "dropped_out",
  "paper_missing",
  "paper_illegible",
  "rate_unknown",
  "rate_unverified",
  "cap_reached",
  "no_rate",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What stands for or against one person, with the clause that it rests on; the same on screen, in Excel and in letters. */
export type Finding = {
  code: FindingCode;
  severity: Severity;
  clause: Words | null;
  /** What the finding speaks of: a field of the facts, a paper, a rate. */
  field?: string;
  paper?: string;
  rate?: string;
  params?: Record<string, string | number>;
};

/** Does any of them stop the person? */
export const stops = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === "STOPS");

/** Is everything there that is needed to grant? */
export const complete = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity === "TELLS");
