import type { LedgerAccount, LedgerKind } from "@/lib/db/generated/enums";

/** Accounts in the order in which money passes through them. */
export const ledgerAccounts = [
  "SOURCE",
  "CARRIED_IN",
  "AVAILABLE",
  "RESERVED",
  "COMMITTED",
  "SENT",
  "PAID",
  "SETTLED",
  "RETURNED",
  "CARRIED_OUT",
] as const satisfies LedgerAccount[];

/** `year`: a move of the year's money as a whole. `claim`: of one benefit of one person. `either`: both occur. */
type Move = {
  from: readonly LedgerAccount[];
  to: readonly LedgerAccount[];
  of: "year" | "claim" | "either";
};

/** All moves there are; the database's check `LedgerEntry_move` says the same. */
export const ledgerMoves = {
  ALLOCATE: { from: ["SOURCE"], to: ["AVAILABLE"], of: "year" },
  REDUCE: { from: ["AVAILABLE"], to: ["SOURCE"], of: "year" },
  RESERVE: { from: ["AVAILABLE"], to: ["RESERVED"], of: "claim" },
  RELEASE: { from: ["RESERVED"], to: ["AVAILABLE"], of: "claim" },
  COMMIT: { from: ["RESERVED"], to: ["COMMITTED"], of: "claim" },
  LESSEN: { from: ["COMMITTED"], to: ["AVAILABLE"], of: "claim" },
  SEND: { from: ["COMMITTED"], to: ["SENT"], of: "claim" },
  FAIL: { from: ["SENT"], to: ["COMMITTED"], of: "claim" },
  PAY: { from: ["SENT"], to: ["PAID"], of: "claim" },
  BOUNCE: { from: ["PAID"], to: ["COMMITTED"], of: "claim" },
  SETTLE: { from: ["PAID"], to: ["SETTLED"], of: "claim" },
  UNSETTLE: { from: ["SETTLED"], to: ["PAID"], of: "claim" },
  CLAW_BACK: { from: ["PAID", "SETTLED"], to: ["RETURNED"], of: "claim" },
  REUSE: { from: ["RETURNED"], to: ["AVAILABLE"], of: "year" },
  REMIT: { from: ["RETURNED"], to: ["SOURCE"], of: "year" },
  CARRY_OUT: { from: ["AVAILABLE", "RESERVED", "COMMITTED"], to: ["CARRIED_OUT"], of: "either" },
  CARRY_IN: { from: ["CARRIED_IN"], to: ["AVAILABLE", "RESERVED", "COMMITTED"], of: "either" },
} as const satisfies Record<LedgerKind, Move>;

export const ledgerKinds = Object.keys(ledgerMoves) as LedgerKind[];

/** Balances of a year, đồng. `source` and `carriedIn` are below zero by what came from there. */
export type Balances = {
  source: number;
  carriedIn: number;
  available: number;
  reserved: number;
  committed: number;
  sent: number;
  paid: number;
  settled: number;
  returned: number;
  carriedOut: number;
};

/** What the year may spend: allocated and carried in, less what went on to the next year. */
export const allocatedOf = ({ source, carriedIn, carriedOut }: Balances): number => -source - carriedIn - carriedOut;

/** Accounts whose money is of persons: from their balance one walks to them. */
export const personAccounts = ["RESERVED", "COMMITTED", "SENT", "PAID", "SETTLED", "RETURNED"] as const;
export type PersonAccount = (typeof personAccounts)[number];
