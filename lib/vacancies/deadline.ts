import { addDays, type Day, daysBetween } from "@/lib/core/day";

/** By how much a deadline is moved with one click, days. */
export const extensions = [14, 30] as const;
export type Extension = (typeof extensions)[number];

/** A listing that is still wanted is looked at again after this; days from today, and days from its publication. */
export const furthestAhead = 90;
export const longestListing = 180;

/**
 * The deadline after an extension, counted from the present one (or from today, if that is later). Null when it would be
 * more than `furthestAhead` days from today or more than `longestListing` days after publication: such a listing belongs
 * into the next batch.
 */
export function extended(deadline: Day, days: Extension, today: Day, publishedOn: Day): Day | null {
  const next = addDays(deadline > today ? deadline : today, days);
  if (daysBetween(today, next) > furthestAhead || daysBetween(publishedOn, next) > longestListing) return null;
  return next;
}

/** Extensions that are still possible. */
export const possibleExtensions = (deadline: Day, today: Day, publishedOn: Day): Extension[] =>
  extensions.filter((days) => extended(deadline, days, today, publishedOn) !== null);

/** Days before the deadline from which the desk reminds of it. */
export const expiringWithin = 7;

/** Days to apply that a repeated need gets when nobody says otherwise, counted from the end of collecting. */
export const usualTerm = 45;
