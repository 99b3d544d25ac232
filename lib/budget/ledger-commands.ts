import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { LedgerGround } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import type { ledgerAccounts } from "./accounts";

/**
 * The ledger's only way in: lock, then write. Whoever moves money locks the years of its policy first of all ledger rows
 * and last of all other rows, and reads what it decides by only after that. So two acts never wait in a circle, and
 * nobody decides by a balance that has changed.
 */

/** A year of a policy's budget as it stands while its row is locked; đồng. */
export type HeldYear = {
  id: number;
  policyId: number;
  year: number;
  available: bigint;
  returned: bigint;
  paused: boolean;
  closed: boolean;
};

/** The act that moves money, written down for ever. */
export type Act = {
  /** Of one act the same each time: it is done once. */
  key: string;
  ground: LedgerGround;
  subjectId: number;
  /** The paper or file that it rests on. */
  document: string;
  reason?: string | null;
  actor: Actor;
  now: Date;
};

/**
 * The budget year of a policy, opened with nothing in it where there is none yet. Call it before `lockBudgets`: whoever
 * holds a lock must not wait for somebody else's new row.
 */
export async function yearFor(tx: Tx, policyId: number, year: number): Promise<number> {
  const key = { policyId_year: { policyId, year } };
  const known = await tx.budgetYear.findUnique({ where: key, select: { id: true } });
  if (known) return known.id;
  await tx.budgetYear.createMany({ data: [{ policyId, year }], skipDuplicates: true });
  return (await tx.budgetYear.findUniqueOrThrow({ where: key, select: { id: true } })).id;
}

/** Locks all years of the policies until the transaction ends, in one order for everybody. By id. */
export async function lockBudgets(tx: Tx, policyIds: readonly number[]): Promise<Map<number, HeldYear>> {
  const rows = await tx.$queryRaw<HeldYear[]>`
    select id, "policyId", year, available, returned, paused, "closedAt" is not null as closed
    from "BudgetYear" where "policyId" = any(${[...new Set(policyIds)]}) order by id for no key update`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A column list that `enter` reads: what `rows` of it select. */
const columns = Prisma.sql`"budgetYearId", kind, "fromAccount", "toAccount", amount, "claimId", "dossierId"`;

/**
 * Writes an act and its entries, all in one statement however many there are. The years of what it moves must be locked
 * (`lockBudgets`).
 *
 * @param rows a select of budgetYearId, kind, fromAccount, toAccount, amount, claimId, dossierId (as text where an enum)
 * @returns how many entries were written; null when the act was done before
 */
export async function post(tx: Tx, act: Act, rows: Prisma.Sql): Promise<number | null> {
  const { key, ground, subjectId, document, reason = null, actor, now } = act;
  const byUserId = actor.kind === "person" ? actor.userId : null;
  const [made] = await tx.$queryRaw<{ id: number }[]>`
    insert into "LedgerPosting" (key, ground, "subjectId", document, reason, "byUserId", at)
    values (${key}, ${ground}::"LedgerGround", ${subjectId}, ${document}, ${reason}, ${byUserId}, ${now})
    on conflict (key) do nothing returning id`;
  if (!made) return null;
  return tx.$executeRaw`
    insert into "LedgerEntry" ("postingId", at, ${columns})
    select ${made.id}, ${now}, r."budgetYearId", r.kind::"LedgerKind", r."fromAccount"::"LedgerAccount",
      r."toAccount"::"LedgerAccount", r.amount, r."claimId", r."dossierId"
    from (${rows}) as r (${columns}) where r.amount > 0`;
}

/** One entry of the year's money as a whole, as `post` reads it. */
export const entryOfYear = (
  budgetYearId: number,
  kind: "ALLOCATE" | "REDUCE" | "REUSE" | "REMIT" | "CARRY_OUT" | "CARRY_IN",
  from: (typeof ledgerAccounts)[number],
  to: (typeof ledgerAccounts)[number],
  amount: bigint,
): Prisma.Sql =>
  Prisma.sql`select ${budgetYearId}::int, ${kind}::text, ${from}::text, ${to}::text, ${amount}::bigint, null::int, null::int`;
