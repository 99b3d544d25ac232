import { ok, type Result, refuse } from "@/lib/core/result";
import type { Context } from "@/lib/db/command";
import { type BudgetProposal, Prisma } from "@/lib/db/generated/client";
import { entryOfYear, type HeldYear, lockBudgets, post } from "./ledger-commands";
import { reserveQueue } from "./queue-commands";

type Scene = Pick<Context<unknown>, "tx" | "actor" | "now">;

const yearOnly = {
  ALLOCATE: ["SOURCE", "AVAILABLE"],
  REDUCE: ["AVAILABLE", "SOURCE"],
  REUSE: ["RETURNED", "AVAILABLE"],
  REMIT: ["RETURNED", "SOURCE"],
} as const;

/** Why a proposal cannot be carried out as the year stands; null: it can. */
function obstacle({ kind, amount }: BudgetProposal, from: HeldYear, to: HeldYear | undefined) {
  const asked = amount ?? 0n;
  const params = { year: String(from.year) };
  if (kind === "ALLOCATE" && from.closed) return refuse("budget_closed", { params });
  if (to?.closed) return refuse("budget_closed", { params: { year: String(to.year) } });
  if ((kind === "REDUCE" || kind === "TRANSFER") && asked > from.available)
    return refuse("over_available", { params: { ...params, available: Number(from.available) } });
  if ((kind === "REUSE" || kind === "REMIT") && asked > from.returned)
    return refuse("over_returned", { params: { ...params, returned: Number(from.returned) } });
  return null;
}

/** What is reserved or committed in a year, out of it and into the next one, in the same accounts. */
function openMoney(fromId: number, toId: number): Prisma.Sql {
  const side = (account: "RESERVED" | "COMMITTED", column: Prisma.Sql) => Prisma.sql`
    select ${fromId}::int, 'CARRY_OUT', ${account}, 'CARRIED_OUT', ${column}, "claimId", "dossierId" from open
    union all select ${toId}::int, 'CARRY_IN', 'CARRIED_IN', ${account}, ${column}, "claimId", "dossierId" from open`;
  return Prisma.sql`
    with open as (select "claimId", "dossierId", reserved, committed from "ClaimMoney"
      where "budgetYearId" = ${fromId} and (reserved > 0 or committed > 0))
    ${side("RESERVED", Prisma.sql`reserved`)} union all ${side("COMMITTED", Prisma.sql`committed`)}`;
}

/** Moves what is open to the next year with the dossiers that it is of, also those that wait; their place stays. */
async function carryOver(scene: Scene, row: BudgetProposal, to: HeldYear, cause: Cause): Promise<bigint> {
  const { tx } = scene;
  await post(tx, { ...cause, ...scene }, openMoney(row.budgetYearId, to.id));
  const [sum] = await tx.$queryRaw<{ amount: bigint }[]>`
    select coalesce(sum(e.amount), 0)::bigint as amount from "LedgerEntry" e join "LedgerPosting" p on p.id = e."postingId"
    where p.key = ${cause.key} and e.kind = 'CARRY_OUT'`;
  // A dossier that is still examined is funded by the next year from now on, even where nothing is reserved for it yet.
  await tx.$executeRaw`
    update "DossierFunding" f set "budgetYearId" = ${to.id} from "SubsidyDossier" d
    where d.id = f."dossierId" and f."budgetYearId" = ${row.budgetYearId}
      and (f.waiting > 0 or d.state in ('SUBMITTED', 'IN_REVIEW', 'CORRECTING', 'PROPOSED', 'CHECKED'))`;
  return sum?.amount ?? 0n;
}

type Cause = {
  key: string;
  ground: "PROPOSAL";
  subjectId: number;
  document: string;
  reason: string | null;
};

/**
 * Carries a proposal out that a leader has approved, and reserves for those who wait what becomes free. Refuses
 * `over_available`, `over_returned`, `budget_closed`.
 *
 * @returns đồng moved
 */
export async function applyProposal(scene: Scene, row: BudgetProposal): Promise<Result<{ amount: bigint }>> {
  const { tx } = scene;
  const { policyId } = await tx.budgetYear.findUniqueOrThrow({
    where: { id: row.budgetYearId },
    select: { policyId: true },
  });
  const years = await lockBudgets(tx, [policyId]);
  const from = years.get(row.budgetYearId);
  const to = row.toYearId === null ? undefined : years.get(row.toYearId);
  if (!from) throw new Error(`proposal ${row.id} is of no year`);
  const wrong = obstacle(row, from, to);
  if (wrong) return wrong;
  const cause: Cause = {
    ...{ key: `proposal:${row.id}`, ground: "PROPOSAL", subjectId: row.id, document: row.document, reason: row.note },
  };
  const amount = row.amount ?? 0n;
  let moved = amount;
  if (row.kind === "CARRY_OVER" && to) moved = await carryOver(scene, row, to, cause);
  else if (row.kind === "TRANSFER" && to)
    await post(
      tx,
      { ...cause, ...scene },
      Prisma.sql`${entryOfYear(from.id, "CARRY_OUT", "AVAILABLE", "CARRIED_OUT", amount)} union all
        ${entryOfYear(to.id, "CARRY_IN", "CARRIED_IN", "AVAILABLE", amount)}`,
    );
  else if (row.kind !== "CARRY_OVER" && row.kind !== "TRANSFER") {
    const [source, target] = yearOnly[row.kind];
    await post(tx, { ...cause, ...scene }, entryOfYear(from.id, row.kind, source, target, amount));
  }
  await reserveQueue(scene, [from.id, ...(to ? [to.id] : [])], cause);
  return ok({ amount: moved });
}
