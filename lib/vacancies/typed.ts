import { z } from "zod";
import { contentFields, qualifications, type VacancyContent, vacancyDraft, vacancySubmission } from "./schema";

/** Fields in which "nothing typed" means none. */
const counts = ["headcount", ...qualifications, "experienceMonths"] as const satisfies (keyof VacancyContent)[];

/** What the form's fields show of a content: a zero is an empty field, so that nobody has to delete it first. */
export const typedOf = (content: VacancyContent): Record<string, unknown> => ({
  ...content,
  ...Object.fromEntries(counts.map((field) => [field, content[field] || null])),
});

const withZeros = (values: unknown): unknown => {
  if (typeof values !== "object" || values === null) return values;
  const typed: Record<string, unknown> = { ...values };
  for (const field of counts) typed[field] ??= 0;
  return typed;
};

/** The rules of a submission over what the form's fields hold. */
export const typedSubmission = z.preprocess(withZeros, vacancySubmission);

/**
 * What of a half-typed form may be saved: each field that can be read as it is meant, else as it was last saved ("02" on
 * the way to a telephone number). The device keeps the rest until it can be read.
 */
export function savable(typed: Record<string, unknown>, saved: VacancyContent): VacancyContent {
  const values = withZeros(typed) as Record<string, unknown>;
  const read = contentFields.map((field) => {
    const parsed = vacancyDraft.shape[field].safeParse(values[field]);
    return [field, parsed.success ? parsed.data : saved[field]];
  });
  return Object.fromEntries(read) as VacancyContent;
}

/** People by qualification that the fields hold so far, and how many of the headcount are still without one. */
export function splitOf(typed: Record<string, unknown>): { sum: number; headcount: number; remaining: number } {
  const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);
  const sum = qualifications.reduce((total, level) => total + number(typed[level]), 0);
  const headcount = number(typed.headcount);
  return { sum, headcount, remaining: headcount - sum };
}
