import { addDays, type Day, daysBetween, formatDay } from "@/lib/core/day";
import type { BatchStatus } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import type { BatchParty } from "./batch-workflow";

/** What names a batch: its number within the year and the month that it is called after. */
export type BatchNumber = { no: number; month: number; year: number };

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The batch's name as the authority's documents write it: "Đợt 2 tháng 7/2024", "Batch 2, July 2024". */
export const batchName = (locale: "vi" | "en", { no, month, year }: BatchNumber): string =>
  locale === "vi" ? `Đợt ${no} tháng ${month}/${year}` : `Batch ${no}, ${englishMonths[month - 1] ?? month} ${year}`;

/** In what capacity somebody acts on a batch; null for who has none. */
export function batchPartyOf(actor: Actor): BatchParty | null {
  if (actor.kind === "system") return "system";
  if (actor.kind !== "person") return null;
  if (actor.staffRole === "LABOUR_HEAD") return "head";
  return actor.staffRole === "LABOUR_OFFICER" ? "officer" : null;
}

/** The states in which readers see a batch; a withdrawn one only when it had been published (its note stays). */
export const isPublic = (batch: { status: BatchStatus; publishedAt: Date | string | null }): boolean =>
  batch.publishedAt !== null && batch.status !== "COLLECTING" && batch.status !== "REVIEWING";

export type BatchProposal = BatchNumber & { asOf: Day; collectFrom: Day; collectTo: Day };

/** Days for which needs are collected unless said otherwise. */
const usualWindow = 14;

/**
 * What the form for a new batch starts with: the day after the last window (or today), two weeks, figures as of the last
 * day, named after that day's month and numbered next in its year.
 *
 * @param lastTo last day of the latest window that counts, if any
 * @param lastNoOf highest number so far in a year, 0 when there is none
 */
export function proposeBatch(today: Day, lastTo: Day | null, lastNoOf: (year: number) => number): BatchProposal {
  const next = lastTo === null ? today : addDays(lastTo, 1);
  const collectFrom = daysBetween(today, next) > 0 ? next : today;
  const collectTo = addDays(collectFrom, usualWindow - 1);
  const year = Number(collectTo.slice(0, 4));
  return {
    year,
    month: Number(collectTo.slice(5, 7)),
    no: lastNoOf(year) + 1,
    asOf: collectTo,
    collectFrom,
    collectTo,
  };
}

/** Parameters of a refusal that names another batch. */
export const namedBatch = (batch: BatchNumber & { collectFrom: Day; collectTo: Day }) => ({
  vi: batchName("vi", batch),
  en: batchName("en", batch),
  from: formatDay(batch.collectFrom),
  to: formatDay(batch.collectTo),
});
