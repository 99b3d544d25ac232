import { z } from "zod";
import type { Day } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import { fold } from "@/lib/core/text";
import { type GradeScale, highestGrade } from "./vocabulary";

const persons = z
  .int()
  .min(0)
  .nullish()
  .transform((count) => count ?? 0);
const said = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const list = <S extends z.ZodType>(row: S) =>
  z
    .array(row)
    .nullish()
    .transform((rows) => rows ?? []);

/** What an accepted version says, by the keys of lib/cohorts/school-form.ts. Persons; what was left empty is none. */
export const schoolAnswer = z.object({
  programmes: list(
    z.object({
      code: z.string(),
      name: z.string(),
      field: z.string(),
      level: z.string(),
      y1: persons,
      y2: persons,
      y3: persons,
      y4: persons,
      w1: persons,
      w2: persons,
      w3: persons,
      w4: persons,
      intake: persons,
      grades: list(z.string()),
      partner: said,
      accreditation: said,
    }),
  ),
  graduates: list(z.object({ programme: z.string(), month: z.int(), year: z.int(), count: persons, women: persons })),
  internships: list(
    z.object({
      programme: said,
      enterprise: z.string(),
      taxCode: said,
      inParks: z.enum(["yes", "no"]),
      term: z.string(),
      count: persons,
    }),
  ),
  cooperation: said,
  upgrades: list(z.object({ field: z.string(), scale: z.string(), grade: z.int(), workers: persons })),
  presentState: said,
  difficulties: list(z.object({ theme: z.string(), text: z.string() })),
  contactName: said,
  contactTitle: said,
  contactPhone: said,
  contactEmail: said,
});
export type SchoolAnswer = z.output<typeof schoolAnswer>;

/** The answers of a version that was handed in; the form has checked them. */
export const schoolAnswerOf = (content: unknown): SchoolAnswer => schoolAnswer.parse(content);

/** A programme's code as it is compared: without spaces and case. */
export const codeKey = (code: string): string => fold(code).replace(/\s/g, "");

/** First day of a month of graduation. */
export const monthDay = (year: number, month: number): Day => `${year}-${String(month).padStart(2, "0")}-01`;

/**
 * What the form's own rules cannot say, because it leads from one table to another: codes that are twice or unknown, a month
 * given twice, grades beyond their scale. Codes: `programmeTwice`, `programmeUnknown`, `monthTwice`, `gradeBeyond`.
 */
export function answerProblems(answer: SchoolAnswer): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const problem = (path: FieldProblem["path"], code: string, params: Record<string, string | number> = {}) =>
    problems.push({ path, code, params });
  const codes = new Set<string>();
  answer.programmes.forEach(({ code }, at) => {
    const key = codeKey(code);
    if (codes.has(key)) problem(["programmes", at, "code"], "programmeTwice", { code });
    codes.add(key);
  });
  const known = new Set(answer.programmes.map(({ code }) => codeKey(code)));
  const months = new Set<string>();
  answer.graduates.forEach(({ programme, month, year }, at) => {
    if (!known.has(codeKey(programme)))
      problem(["graduates", at, "programme"], "programmeUnknown", { code: programme });
    const key = `${codeKey(programme)} ${monthDay(year, month)}`;
    if (months.has(key)) problem(["graduates", at, "month"], "monthTwice", { month, year });
    months.add(key);
  });
  answer.internships.forEach(({ programme }, at) => {
    if (programme !== null && !known.has(codeKey(programme)))
      problem(["internships", at, "programme"], "programmeUnknown", { code: programme });
  });
  answer.upgrades.forEach(({ scale, grade }, at) => {
    const highest = highestGrade[scale as GradeScale];
    if (highest !== undefined && grade > highest)
      problem(["upgrades", at, "grade"], "gradeBeyond", { maximum: highest });
  });
  return problems;
}
