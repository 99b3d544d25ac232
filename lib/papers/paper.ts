import type { Day } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import type { PaperLine } from "@/lib/vacancies/batch-changes";
import type { BatchNumber } from "@/lib/vacancies/batch-rules";
import type { BatchTotals } from "@/lib/vacancies/totals";

/** The number that a batch's letter bears, once it has been given. */
export type LetterNumber = {
  no: number;
  /** What stands after the number: "BQL-LĐ". */
  symbol: string;
  issuedOn: Day;
  signerTitle: string | null;
  signerName: string | null;
};

/** Everything that the papers of a batch are made of. All of them take these rows and these totals, nothing else. */
export type BatchPaper = {
  batch: BatchNumber & { asOf: Day };
  lines: readonly PaperLine[];
  totals: BatchTotals;
  /** Not published yet: what is printed may still change, and says so. */
  draft: boolean;
  letter: LetterNumber | null;
  /** Address of the portal, without a slash at its end. */
  portal: string;
};

/** Address of the batch's public page. */
export const publicAddress = (paper: Pick<BatchPaper, "portal" | "batch">, locale: Locale): string =>
  paper.portal + href(locale, "batches", paper.batch.year, paper.batch.no);

/** An address as it is read out or typed from paper: without the protocol. */
export const spokenAddress = (address: string): string => address.replace(/^https?:\/\//, "");

/** The lines that look for most people, at most `count`; among equals the printed order decides. */
export const largest = (lines: readonly PaperLine[], count: number): PaperLine[] =>
  [...lines].sort((a, b) => b.content.headcount - a.content.headcount || a.position - b.position).slice(0, count);

/** A text cut at a word's end, with an ellipsis when something is missing; line breaks become spaces. */
export function shortened(text: string, maximum: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= maximum) return flat;
  const cut = flat.slice(0, maximum - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > maximum / 2 ? cut.slice(0, space) : cut).replace(/[\s,;.:–-]+$/, "")}…`;
}
