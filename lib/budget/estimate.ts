import { z } from "zod";
import {
  type BudgetProposalState,
  type EstimateKind,
  type EstimateState,
  QualificationLevel,
} from "@/lib/db/generated/enums";
import { supportLines, totalOf } from "@/lib/subsidies/amounts";
import type { Attendance, CourseFacts, PersonFacts } from "@/lib/subsidies/facts";
import { groupOf, type Policy, unverifiedRates } from "@/lib/subsidies/policy";

/**
 * What a year of training support will cost (dự toán), computed from what is known at a cut-off and from what staff assume
 * in a scenario. Pure: the same basis and scenario give the same đồng on screen, in Word and in Excel.
 */

const count = z.int().min(0);
const dong = z.int().min(0);

/** Drop-outs of past courses: so many of so many people. */
const dropOuts = z.object({ dropped: count, of: count });

const basisLine = z.object({
  /** Handed in and not decided; a planned or running course; people who registered and stand in no course yet. */
  source: z.enum(["DOSSIERS", "COURSES", "REGISTRATIONS"]),
  groupCode: z.string(),
  occupationCode: z.string().nullable(),
  level: z.enum(QualificationLevel),
  /** A course's programme, and who teaches it for whom; null for sums. */
  programme: z.string().nullable(),
  school: z.string().nullable(),
  organisation: z.string().nullable(),
  /** People whom it may come to be, before intake and attrition. */
  persons: count,
  /** đồng that dossiers ask for and nothing is reserved for; null: computed from the course. */
  asked: dong.nullable(),
  /** Tuition of a person, đồng; null: no course like it is known. */
  tuition: dong.nullable(),
  months: z.int().min(1).max(72),
  /** The rates that dossiers rest on. */
  rates: z.array(z.string()),
});
export type BasisLine = z.output<typeof basisLine>;

export const estimateBasis = z.object({
  lines: z.array(basisLine),
  /** By beneficiary group, and of all, from courses that are over. */
  history: z.object({
    all: dropOuts,
    groups: z.record(z.string(), dropOuts),
    /** Months that drop-outs attended, of the months of their courses. */
    attended: z.object({ months: count, ofMonths: count }),
  }),
  /** đồng that is free in the year already. */
  available: dong,
  /** Courses and registrations that no group of the policy covers. */
  leftOut: count,
  /** đồng that what is assumed is rounded up to, a person; bases that were gathered before there was one: 1. */
  unit: z.int().min(1).default(1),
});
export type EstimateBasis = z.output<typeof estimateBasis>;

export const scenario = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/),
  name: z.string().trim().min(1).max(60),
  /** Percent of the places and registrations that are filled; above 100: more are taken in than there are places. */
  intake: z.int().min(0).max(300),
  /** Percent who drop out; null: as learned from past courses. */
  attrition: z.int().min(0).max(90).nullable(),
  /** Tuition in percent of what is known today. */
  tuition: z.int().min(10).max(300),
});
export type Scenario = z.output<typeof scenario>;

/** No source says how many drop out: used, and marked as an assumption, until there is a history. */
export const assumedAttrition = { perMille: 100, attendedPercent: 50 } as const;
/** đồng: what one person is assumed to cost is said in whole thousands, so that no estimate looks more exact than it is. */
export const estimateUnit = 1_000;
/** Fewer people than these teach nothing about a rate. */
export const leastSample = 30;

/** How an attrition came about. */
export type Attrition = {
  perMille: number;
  from: "group" | "all" | "scenario" | "assumed";
  /** People of past courses that it was learned from; 0: none. */
  sample: number;
};

/** Per mille of a group who drop out: learned from the group's own past, else from everybody's, else assumed. */
export function attritionOf({ history }: Pick<EstimateBasis, "history">, groupCode: string): Attrition {
  const perMille = ({ dropped, of }: { dropped: number; of: number }) =>
    Math.min(1_000, Math.ceil((dropped * 1_000) / of));
  const own = history.groups[groupCode];
  if (own && own.of >= leastSample) return { perMille: perMille(own), from: "group", sample: own.of };
  if (history.all.of >= leastSample) return { perMille: perMille(history.all), from: "all", sample: history.all.of };
  return { perMille: assumedAttrition.perMille, from: "assumed", sample: history.all.of };
}

export type EstimateLine = BasisLine & {
  /** People who begin, and of them who drop out. */
  begin: number;
  dropOut: number;
  attrition: Attrition | null;
  /** đồng of one who stays, and of one who drops out. */
  each: number;
  eachDropOut: number;
  /** đồng */
  amount: number;
  /** People who could be taken in beyond `begin` for what nobody dropping out would cost. */
  overIntake: number;
  /** Its amount rests on a rate that nobody has confirmed. */
  unverified: boolean;
};

/** A person of a group as estimates know them: nothing but what decides on the rates. */
const somebody = (policy: Policy, groupCode: string, attendance: Attendance | null): PersonFacts => ({
  ...{ kind: groupOf(policy, groupCode)?.person ?? "WORKER", birthDate: "1995-01-01", education: null, job: null },
  ...{
    occupationCode: null,
    qualificationHeld: null,
    fieldHeld: null,
    qualificationRequired: null,
    contractType: null,
  },
  ...{ contractFrom: null, contractTo: null, insuredSince: null, permanentStaff: true, leftOn: null, attendance },
  ...{ papers: [], supportedElsewhere: [] },
});

/** Months after which a drop-out leaves, by what past ones attended. */
function monthsOfDropOut({ attended: { months, ofMonths } }: EstimateBasis["history"], of: number): number {
  const percent = ofMonths > 0 ? (months * 100) / ofMonths : assumedAttrition.attendedPercent;
  return Math.min(of, Math.floor((of * percent) / 100));
}

/** People beyond `begin` whom the money for `begin` without drop-outs would cover, if as many drop out as expected. */
function overIntakeOf(begin: number, perMille: number, each: number, eachDropOut: number): number {
  const cost = (people: number) => {
    const dropped = Math.floor((people * perMille) / 1_000);
    return (people - dropped) * each + dropped * eachDropOut;
  };
  const expected = each * (1_000 - perMille) + eachDropOut * perMille;
  if (each === 0 || expected === 0) return 0;
  let most = Math.floor((begin * each * 1_000) / expected);
  while (most > begin && cost(most) > begin * each) most -= 1;
  return Math.max(0, most - begin);
}

/** Up, so that the money suffices. */
const inUnits = (amount: number, unit: number): number => Math.ceil(amount / unit) * unit;

/** What is known is taken as it is; what a scenario makes of it is an assumption, and never dearer than a dearer scenario. */
function assumedTuition(known: number, percent: number, unit: number): number {
  const made = inUnits(Math.floor((known * percent) / 100), unit);
  return percent === 100 ? known : percent < 100 ? Math.min(known, made) : made;
}

function lineOf(policy: Policy, basis: EstimateBasis, line: BasisLine, assumed: Scenario): EstimateLine {
  if (line.asked !== null)
    return {
      ...{ ...line, begin: line.persons, dropOut: 0, attrition: null, each: 0, eachDropOut: 0, amount: line.asked },
      ...{ overIntake: 0, unverified: unverifiedRates(policy, line.rates).length > 0 },
    };
  const course: CourseFacts = {
    ...{ schoolName: line.school ?? "", localSchool: true, programme: line.programme ?? "", level: line.level },
    ...{ occupationCode: line.occupationCode, startsOn: policy.validity.from, endsOn: policy.validity.from },
    ...{
      tuition: assumedTuition(line.tuition ?? 0, assumed.tuition, basis.unit),
      months: line.months,
      cancelled: false,
    },
  };
  const stays = supportLines(policy, line.groupCode, course, somebody(policy, line.groupCode, null));
  const monthsAttended = monthsOfDropOut(basis.history, line.months);
  const gone = { monthsAttended, completedOn: null, droppedOn: policy.validity.from };
  const drops = supportLines(policy, line.groupCode, course, somebody(policy, line.groupCode, gone));
  const sum = (lines: typeof stays) => inUnits(totalOf(lines), basis.unit);
  const [each, eachDropOut] = [sum(stays), sum(drops)];
  const attrition: Attrition =
    assumed.attrition === null
      ? attritionOf(basis, line.groupCode)
      : { perMille: assumed.attrition * 10, from: "scenario", sample: 0 };
  const begin = Math.floor((line.persons * assumed.intake + 50) / 100);
  // Rounded down: the money suffices when half a person fewer drops out.
  const dropOut = Math.floor((begin * attrition.perMille) / 1_000);
  const rates = stays.map(({ rate }) => rate);
  return {
    ...{ ...line, rates, tuition: line.tuition === null ? null : course.tuition, begin, dropOut, attrition },
    ...{ each, eachDropOut, amount: (begin - dropOut) * each + dropOut * eachDropOut },
    overIntake: overIntakeOf(begin, attrition.perMille, each, eachDropOut),
    unverified: unverifiedRates(policy, rates).length > 0,
  };
}

export type Estimate = {
  scenario: Scenario;
  lines: EstimateLine[];
  persons: number;
  dropOuts: number;
  overIntake: number;
  /** đồng: what it costs, what is free in the year already, and what is asked for beyond that. */
  total: number;
  available: number;
  asked: number;
  /** Codes of rates that nobody has confirmed or whose amount is not known, and đồng that rest on them. */
  unverified: string[];
  unverifiedAmount: number;
  /** People of lines whose tuition nobody knows: they cost nothing here. */
  withoutTuition: number;
};

/** What a scenario comes to: its lines in the order of the basis, and their sums. */
export function estimateOf(policy: Policy, basis: EstimateBasis, assumed: Scenario): Estimate {
  const lines = basis.lines.map((line) => lineOf(policy, basis, line, assumed));
  const sum = (value: (line: EstimateLine) => number) => lines.reduce((total, line) => total + value(line), 0);
  const total = sum(({ amount }) => amount);
  return {
    ...{ scenario: assumed, lines, persons: sum(({ begin }) => begin), dropOuts: sum(({ dropOut }) => dropOut) },
    ...{ overIntake: sum(({ overIntake }) => overIntake), total, available: basis.available },
    asked: Math.max(0, total - basis.available),
    unverified: [...new Set(lines.flatMap(({ rates }) => unverifiedRates(policy, rates).map(({ code }) => code)))],
    unverifiedAmount: sum(({ unverified, amount }) => (unverified ? amount : 0)),
    withoutTuition: sum(({ asked, tuition, begin }) => (asked === null && tuition === null ? begin : 0)),
  };
}

/** A row of an estimate as people read it: lines of one source, group, occupation and level together. */
export type EstimateSum = Pick<
  EstimateLine,
  "source" | "groupCode" | "occupationCode" | "level" | "begin" | "dropOut" | "overIntake" | "amount" | "unverified"
> & {
  lines: number;
};

/** Lines summed by source, group, occupation and level, in that order. */
export function sumsOf(lines: readonly EstimateLine[]): EstimateSum[] {
  const sums = new Map<string, EstimateSum>();
  for (const line of lines) {
    const { source, groupCode, occupationCode, level } = line;
    const key = JSON.stringify([sources.indexOf(source), groupCode, occupationCode ?? "", level]);
    const sum = sums.get(key) ?? {
      ...{ source, groupCode, occupationCode, level, lines: 0, begin: 0, dropOut: 0, overIntake: 0, amount: 0 },
      unverified: false,
    };
    for (const name of ["begin", "dropOut", "overIntake", "amount"] as const) sum[name] += line[name];
    sum.lines += 1;
    sum.unverified ||= line.unverified;
    sums.set(key, sum);
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

export const sources = ["DOSSIERS", "COURSES", "REGISTRATIONS"] as const satisfies BasisLine["source"][];

/** What a new estimate begins with; staff change them. */
export const firstScenarios = (names: readonly [string, string, string]): Scenario[] => [
  { code: "low", name: names[0], intake: 70, attrition: null, tuition: 100 },
  { code: "expected", name: names[1], intake: 100, attrition: null, tuition: 100 },
  { code: "high", name: names[2], intake: 120, attrition: 0, tuition: 110 },
];

/** An estimate to be read: as it stands, or as one of its versions was handed in. */
export type ShownEstimate = {
  id: number;
  version: number;
  title: string;
  note: string | null;
  year: number;
  kind: EstimateKind;
  state: EstimateState;
  /** The version that is shown; null: as it stands. */
  no: number | null;
  policyId: number;
  policyNameVi: string;
  policyNameEn: string;
  citation: string;
  policy: Policy;
  basis: EstimateBasis;
  basisAt: Date;
  /** All scenarios, computed, and the code of the one that is asked for. */
  scenarios: Scenario[];
  results: Estimate[];
  chosen: string;
  versions: { no: number; amount: number; submittedAt: Date; submittedBy: string | null }[];
  acts: {
    id: number;
    move: string;
    reason: string | null;
    amount: bigint;
    at: Date;
    byUser: { fullName: string } | null;
  }[];
  proposal: { id: number; version: number; state: BudgetProposalState; document: string; documentOn: Date } | null;
  createdBy: string | null;
};

/** The scenario that an estimate asks for, computed. */
export function chosenOf({ results, chosen }: Pick<ShownEstimate, "results" | "chosen">): Estimate {
  const found = results.find(({ scenario: one }) => one.code === chosen) ?? results[0];
  if (!found) throw new Error("an estimate without scenarios");
  return found;
}
