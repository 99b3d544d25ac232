import { fold } from "@/lib/core/text";
import type { PayerOutcome, PaymentState } from "@/lib/db/generated/enums";
import { parseAccountNumber } from "./account";
import type { Verdict } from "./payer-sheet";

/** What a line of the payer's answer says. */
export type Said = {
  ref: string;
  verdict: Verdict | null;
  amount: number | null;
  payeeName: string | null;
  account: string | null;
  reason: string | null;
};

/** The transfer that it speaks of, as it was sent. */
export type Sent = { amount: number; holderName: string; numberHash: string; lastDigits: string };

const plain = (name: string) => fold(name).replace(/[^a-z0-9]/g, "");

/** Is it the same account? One that the payer masks is known by its end. */
function sameAccount(said: string, sent: Sent, hashes: (number: string) => readonly string[]): boolean {
  const masked = /[x*•]{2,}/i.test(said);
  const number = masked ? null : parseAccountNumber(said);
  return number ? hashes(number).includes(sent.numberHash) : said.trim().endsWith(sent.lastDigits);
}

/** What a line means by itself: PAID or FAILED only where nothing of it contradicts the transfer. */
export function outcomeAlone(
  said: Said,
  sent: Sent | null,
  hashes: (number: string) => readonly string[],
): PayerOutcome {
  if (said.verdict === null || said.ref === "") return "UNREADABLE";
  if (!sent) return "NO_MATCH";
  if (said.account && !sameAccount(said.account, sent, hashes)) return "WRONG_PAYEE";
  if (said.payeeName && plain(said.payeeName) !== plain(sent.holderName)) return "WRONG_PAYEE";
  return said.amount !== null && said.amount !== sent.amount ? "WRONG_AMOUNT" : said.verdict;
}

/** A line that speaks of a transfer and contradicts it in nothing. */
export type Answer = { key: string; verdict: Verdict; resolved: boolean };

/**
 * What all lines of one transfer mean together, whatever their order: the state of the transfer and the outcome of each
 * line that nobody has settled. Where somebody has settled the transfer (`settled`) its state stands.
 */
export function judgeTogether(
  answers: readonly Answer[],
  state: PaymentState,
  settled: boolean,
): { state: PaymentState; outcomes: Map<string, PayerOutcome> } {
  const says = (verdict: Verdict) => answers.filter((one) => one.verdict === verdict).map(({ key }) => key);
  const [paid, failed] = [says("PAID"), says("FAILED")];
  const outcomes = new Map<string, PayerOutcome>();
  const open = new Set(answers.filter(({ resolved }) => !resolved).map(({ key }) => key));
  const both = paid.length > 0 && failed.length > 0;
  const first = [...paid].sort()[0];
  for (const { key, verdict } of answers) {
    if (!open.has(key)) continue;
    if (settled) outcomes.set(key, verdict !== state ? "CONFLICT" : verdict === "PAID" ? "DUPLICATE" : "FAILED");
    else if (both) outcomes.set(key, "CONFLICT");
    else outcomes.set(key, verdict === "FAILED" || key === first ? verdict : "DUPLICATE");
  }
  if (settled || answers.length === 0) return { state, outcomes };
  return { state: both ? "DISPUTED" : paid.length > 0 ? "PAID" : "FAILED", outcomes };
}
