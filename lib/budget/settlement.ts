import type { SettlementState } from "@/lib/db/generated/enums";

/** Differences that only somebody's words explain, in the order in which they are looked for. */
export const settlementCauses = [
  /** The decision on it bears no number. */
  "NO_DECISION",
  /** Less is granted than was decided, and no granted change says so. */
  "LESSENED",
  /** Granted, and money of no year was committed for all of it. */
  "NOT_COMMITTED",
  /** More was committed than is granted now, and has not come back. */
  "OVERPAID",
  /** Paid, and the payer's answer is not known. */
  "NO_PAYMENT",
  /** Paid, and the course is over without a word on whether it was completed. */
  "NOT_COMPLETED",
  /** Paid, and dropped out, with all of it still granted. */
  "DROPPED_OUT",
] as const;
export type SettlementCause = (typeof settlementCauses)[number];

export type SettledLine = {
  claimId: number;
  dossierId: number;
  fullName: string;
  rateCode: string;
  /** Number of the decision; documents of the payment, of what was returned, of what was carried over. */
  decisionRef: string | null;
  paymentRef: string | null;
  returnedRef: string | null;
  carriedRef: string | null;
  changeId: number | null;
  completedOn: Date | null;
  certificateNo: string | null;
  droppedOn: Date | null;
  note: string | null;
  /** đồng */
  decided: number;
  granted: number;
  carriedIn: number;
  committed: number;
  paid: number;
  returned: number;
  carriedOut: number;
  open: number;
  causes: SettlementCause[];
  /** There is a difference, and nobody has explained it as it is now. */
  unexplained: boolean;
  code: string | null;
  organisation: string;
};

/** What of a line is settled: paid and not given back; đồng. */
export const settledOf = ({ paid, returned }: Pick<SettledLine, "paid" | "returned">): number => paid - returned;

/** Sums of a settlement; đồng. */
export type SettlementSums = Record<
  "decided" | "granted" | "carriedIn" | "committed" | "paid" | "returned" | "carriedOut" | "open",
  number
>;

/** A settlement by beneficiary group: people and đồng. */
export type GroupSum = SettlementSums & { groupCode: string; persons: number };

/** What files say of a settlement as a whole; đồng of the year as its ledger holds them. */
export type SettlementHead = {
  state: SettlementState;
  asOf: Date;
  persons: number;
  lines: number;
  sums: SettlementSums;
  closedBy: { fullName: string } | null;
  budgetYear: {
    year: number;
    source: bigint;
    carriedIn: bigint;
    carriedOut: bigint;
    available: bigint;
    policy: { citation: string; nameVi: string; nameEn: string };
  };
};
