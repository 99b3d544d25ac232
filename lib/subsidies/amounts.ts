import { fold } from "@/lib/core/text";
import type { Attendance, CourseFacts, PersonFacts } from "./facts";
import type { Policy, PolicyRate, Words } from "./policy";
import { ratesOf } from "./policy";

/** Why a line grants nothing, or less than the rate says. */
export type Shortened = "already_supported" | "dropped_out" | "rate_unknown" | "capped";

/** What one rate grants one person, with everything that the sum is made of: it can be checked by hand from the line. */
export type SupportLine = {
  rate: string;
  kind: PolicyRate["kind"];
  payee: PolicyRate["payee"];
  /** Percent, or đồng; null: not known. */
  value: number | null;
  /** Tuition of the course, đồng; what a percentage is taken of. */
  tuition: number;
  /** Months that count, of so many. */
  months: number;
  ofMonths: number;
  /** đồng before and after the cap. */
  raw: number;
  cap: number | null;
  amount: number;
  shortened: Shortened | null;
  clause: Words;
  verified: boolean;
};

/** `amount × part / whole`, rounded down to a whole đồng: nothing is granted that the law does not say. */
const share = (amount: number, part: number, whole: number): number =>
  Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

const dropped = (attendance: Attendance | null) => attendance !== null && attendance.droppedOn !== null;

/** Months of the course that count for a person: all, until somebody has said how many were attended. */
export function countedMonths(course: CourseFacts, attendance: Attendance | null): number {
  const attended = attendance?.monthsAttended ?? null;
  if (dropped(attendance)) return Math.min(attended ?? 0, course.months);
  if (attendance?.completedOn && attended !== null) return Math.min(attended, course.months);
  return course.months;
}

function rawAmount(rate: PolicyRate, course: CourseFacts, attendance: Attendance | null): number {
  if (rate.value === null) return 0;
  if (dropped(attendance) && rate.dropOut === "NOTHING") return 0;
  const months = countedMonths(course, attendance);
  if (rate.kind === "PER_MONTH") return rate.value * Math.min(months, rate.capMonths ?? months);
  const whole =
    rate.kind === "PER_COURSE" ? rate.value : share(course.tuition, Math.round(rate.value * 10_000), 1_000_000);
  return dropped(attendance) ? share(whole, months, course.months) : whole;
}

function lineOf(rate: PolicyRate, course: CourseFacts, person: PersonFacts): SupportLine {
  const months = countedMonths(course, person.attendance);
  const raw = rawAmount(rate, course, person.attendance);
  const elsewhere = person.supportedElsewhere.includes(rate.code);
  const capped = rate.capPerPerson !== null && raw > rate.capPerPerson;
  const beyond = rate.kind === "PER_MONTH" && rate.capMonths !== null && months > rate.capMonths;
  const shortened: Shortened | null = elsewhere
    ? "already_supported"
    : rate.value === null
      ? "rate_unknown"
      : dropped(person.attendance)
        ? "dropped_out"
        : capped || beyond
          ? "capped"
          : null;
  return {
    rate: rate.code,
    kind: rate.kind,
    payee: rate.payee,
    value: rate.value,
    tuition: course.tuition,
    months: rate.kind === "PER_MONTH" ? Math.min(months, rate.capMonths ?? months) : months,
    ofMonths: course.months,
    raw,
    cap: rate.capPerPerson,
    amount: elsewhere ? 0 : Math.min(raw, rate.capPerPerson ?? raw),
    shortened,
    clause: rate.clause,
    verified: rate.verified,
  };
}

/** Does a rate apply to the person's standing? Null: nobody has said whether they belong to the permanent staff. */
export const rateApplies = (rate: PolicyRate, person: PersonFacts): boolean | null =>
  rate.permanentStaff === null ||
  (person.permanentStaff === null ? null : rate.permanentStaff === person.permanentStaff);

/** What the policy grants the person in this course, a line a rate that applies; đồng, whole, never negative. */
export const supportLines = (
  policy: Policy,
  groupCode: string,
  course: CourseFacts,
  person: PersonFacts,
): SupportLine[] =>
  ratesOf(policy, groupCode)
    .filter((rate) => rateApplies(rate, person) === true)
    .map((rate) => lineOf(rate, course, person));

export const totalOf = (lines: readonly SupportLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Within what a benefit is granted once, as text: the key of the claim that nobody can make twice. A course is known by
 * school, programme and first day, whichever organisation entered it.
 */
export function claimScope(policyCode: string, rate: PolicyRate, course: CourseFacts): string {
  const base = `${policyCode}:${rate.code}`;
  if (rate.once === "POLICY") return base;
  return `${base}:${fold(course.schoolName)}|${fold(course.programme)}|${course.startsOn}`;
}
