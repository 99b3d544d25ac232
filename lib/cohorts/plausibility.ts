import { z } from "zod";
import { codeKey } from "./answer";
import { lastYearOf, type ProgrammeYears, programmeYearsOf, studentYears } from "./programme-years";

/**
 * From where on a difference is asked about. No document sets these numbers: they were chosen so that a real change of a
 * school passes with one sentence, and a slip of the hand does not pass unseen.
 */
export const thresholds = {
  /** Intakes of the schools vary by a tenth to a fifth from year to year; beyond a third something has happened. */
  change: 0.3,
  /** Of a small class a third is a handful of people: below so many persons nothing is asked. */
  leastPersons: 20,
  /** Transfers from other schools and repeated years: so much may a class grow from one year to the next. */
  transfers: 0.1,
  /** And so many persons always, as in a class of ten one transfer is a tenth already. */
  transfersLeast: 5,
  /** Share of women, in parts of one: programmes keep theirs for years. */
  womenShare: 0.2,
  /** Counts that could be a year: the years around the call's. */
  yearsAround: 6,
} as const;

export const findingCodes = [
  "totalChanged",
  "programmeChanged",
  "classGrew",
  "programmeGone",
  "programmeNew",
  "womenShare",
  "moreGraduates",
  "otherYear",
  "countIsYear",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What is unlike last year: `key` names it within one answer, `path` is where it stands in the answers. */
export type Finding = {
  key: string;
  code: FindingCode;
  path: (string | number)[];
  params: Record<string, string | number>;
};

/** Findings as they are handed in, with what the school says of each. */
const explained = z.array(
  z.object({
    key: z.string(),
    code: z.enum(findingCodes),
    path: z.array(z.union([z.string(), z.number()])),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    explanation: z.string(),
  }),
);
export type ExplainedFinding = z.output<typeof explained>[number];

/** The findings of a version that was handed in; none where it was not compared. */
export const explainedOf = (stored: unknown): ExplainedFinding[] => explained.safeParse(stored).data ?? [];

/** A key that a form can use as a field's name, whatever is typed as a programme's code. */
const keyOf = (code: FindingCode, ...parts: (string | number)[]): string =>
  [code, ...parts].map((part) => String(part).replace(/[^a-zA-Z0-9]/g, (one) => `-${one.charCodeAt(0)}-`)).join("_");

const percent = (share: number): number => Math.round(share * 100);
const isFar = (before: number, now: number): boolean =>
  Math.abs(now - before) >= thresholds.leastPersons && Math.abs(now - before) > before * thresholds.change;
const most = (before: number): number =>
  Math.max(Math.floor(before * (1 + thresholds.transfers)), before + thresholds.transfersLeast);

const called = ({ name, code }: { name: string; code: string }): string => (name ? `${name} (${code})` : code);

const count = z.number().int().min(0).catch(0);
const rowsOf = z
  .array(z.object({ programme: z.string().catch(""), year: count, count }).catch({ programme: "", year: 0, count: 0 }))
  .catch([]);
const graduatesOf = (content: unknown) =>
  rowsOf.parse(typeof content === "object" && content !== null && "graduates" in content ? content.graduates : []);

function ofProgramme(at: number, now: ProgrammeYears, before: ProgrammeYears): Finding[] {
  const found: Finding[] = [];
  const key = codeKey(now.code);
  const about = { programme: called(now) };
  if (isFar(before.students, now.students))
    found.push({
      key: keyOf("programmeChanged", key),
      code: "programmeChanged",
      path: ["programmes", at, "y1"],
      params: { ...about, before: before.students, now: now.students },
    });
  for (const year of studentYears.slice(1)) {
    const [came, were] = [now.years[year - 1] ?? 0, before.years[year - 2] ?? 0];
    if (came > most(were))
      found.push({
        key: keyOf("classGrew", key, year),
        code: "classGrew",
        path: ["programmes", at, `y${year}`],
        params: { ...about, year, yearBefore: year - 1, before: were, now: came },
      });
  }
  const enough = Math.min(now.students, before.students) >= thresholds.leastPersons;
  const [share, was] = [now.women / (now.students || 1), before.women / (before.students || 1)];
  if (enough && Math.abs(share - was) >= thresholds.womenShare)
    found.push({
      key: keyOf("womenShare", key),
      code: "womenShare",
      path: ["programmes", at, "w1"],
      params: { ...about, before: percent(was), now: percent(share) },
    });
  return found;
}

/**
 * What of an answer has to be explained before it is handed in. `content` may be half typed: what is no number counts as
 * none. `previous`: the accepted answer of the year before, null where there is none; then only what the answer shows by
 * itself is asked about.
 */
export function plausibility(content: unknown, previous: unknown, year: number): Finding[] {
  const now = programmeYearsOf(content);
  const before = previous === null ? null : programmeYearsOf(previous);
  const graduates = graduatesOf(content);
  const found: Finding[] = [];
  if (before) {
    const sum = (list: readonly ProgrammeYears[]) => list.reduce((all, { students }) => all + students, 0);
    if (isFar(sum(before), sum(now)))
      found.push({
        key: keyOf("totalChanged"),
        code: "totalChanged",
        path: ["programmes", "root"],
        params: { before: sum(before), now: sum(now) },
      });
  }
  const known = new Map(before?.map((one) => [codeKey(one.code), one]));
  now.forEach((programme, at) => {
    const key = codeKey(programme.code);
    if (key === "") return;
    const was = known.get(key);
    if (was) found.push(...ofProgramme(at, programme, was));
    // A programme that has just begun has first-years only.
    else if (before && programme.students > (programme.years[0] ?? 0))
      found.push({
        key: keyOf("programmeNew", key),
        code: "programmeNew",
        path: ["programmes", at, "code"],
        params: { programme: called(programme), now: programme.students },
      });
    const ofYear = graduates.filter((row) => row.year === year && codeKey(row.programme) === key);
    const leaving = ofYear.reduce((all, row) => all + row.count, 0);
    // Some schools count by the calendar, some by the school year: either class may be the one that graduates.
    const could = Math.max(was?.years[lastYearOf(was) - 1] ?? 0, programme.years[lastYearOf(programme) - 1] ?? 0);
    if (was && leaving > most(could))
      found.push({
        key: keyOf("moreGraduates", key),
        code: "moreGraduates",
        path: ["graduates", graduates.indexOf(ofYear[0] ?? { programme: "", year: 0, count: 0 }), "count"],
        params: { programme: called(programme), before: could, now: leaving },
      });
    for (const [n, persons] of [...programme.years, programme.intake].entries())
      if (Math.abs(persons - year) <= thresholds.yearsAround)
        found.push({
          key: keyOf("countIsYear", key, n),
          code: "countIsYear",
          path: ["programmes", at, n < studentYears.length ? `y${n + 1}` : "intake"],
          params: { programme: called(programme), now: persons },
        });
  });
  const here = new Set(now.map(({ code }) => codeKey(code)));
  for (const programme of before ?? [])
    if (programme.students > 0 && !here.has(codeKey(programme.code)))
      found.push({
        key: keyOf("programmeGone", codeKey(programme.code)),
        code: "programmeGone",
        path: ["programmes", "root"],
        params: { programme: called(programme), before: programme.students },
      });
  graduates.forEach((row, at) => {
    if (row.year !== 0 && row.year !== year)
      found.push({
        key: keyOf("otherYear", codeKey(row.programme), row.year, at),
        code: "otherYear",
        path: ["graduates", at, "year"],
        params: { programme: row.programme, given: row.year, year },
      });
    if (Math.abs(row.count - year) <= thresholds.yearsAround)
      found.push({
        key: keyOf("countIsYear", "graduates", at),
        code: "countIsYear",
        path: ["graduates", at, "count"],
        params: { programme: row.programme, now: row.count },
      });
  });
  return found;
}
