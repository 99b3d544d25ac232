import type { Context } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { post } from "./ledger-commands";

type Cause = { key: string; document: string };

/**
 * Reserves money for the dossiers that wait for it, in the order in which they were first handed in: as many from the
 * first on as are covered wholly. A later one that asks for less does not pass an earlier one. Call it after every act that makes money
 * free; the years must be locked.
 *
 * @param cause the act that made money free
 * @returns how many dossiers no longer wait
 */
export async function reserveQueue(
  { tx, actor, now }: Pick<Context<unknown>, "tx" | "actor" | "now">,
  yearIds: readonly number[],
  cause: Cause,
): Promise<number> {
  let reserved = 0;
  for (const yearId of [...new Set(yearIds)].sort((a, b) => a - b)) {
    const fit = await tx.$queryRaw<{ dossierId: number }[]>`
      select q."dossierId" from (
        select f."dossierId", sum(f.waiting) over (order by f.since, f."dossierId") as upto
        from "DossierFunding" f where f."budgetYearId" = ${yearId} and f.waiting > 0) q
      join "BudgetYear" y on y.id = ${yearId} and not y.paused and y."closedAt" is null
      where q.upto <= y.available`;
    if (fit.length === 0) continue;
    const ids = fit.map(({ dossierId }) => dossierId);
    const act = { key: `queue:${yearId}:${cause.key}`, ground: "QUEUE" as const, subjectId: yearId };
    const entries = await post(
      tx,
      { ...act, document: cause.document, actor, now },
      lackingOf(yearId, Prisma.sql`c."dossierId" = any(${ids})`),
    );
    if (entries === null) throw new Error(`${act.key} was reserved before`);
    await tx.$executeRaw`update "DossierFunding" set waiting = 0 where "dossierId" = any(${ids})`;
    reserved += ids.length;
  }
  return reserved;
}

/** What claims in flight (alias `c`) lack of their amount, to be reserved in a year; rows for `post`. */
export const lackingOf = (yearId: number, which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select ${yearId}::int, 'RESERVE', 'AVAILABLE', 'RESERVED', c.amount - coalesce(m.reserved, 0), c.id, c."dossierId"
  from "SupportClaim" c
    left join lateral (select sum(m.reserved)::bigint as reserved from "ClaimMoney" m where m."claimId" = c.id) m on true
  where c.state = 'IN_FLIGHT' and c.amount > coalesce(m.reserved, 0) and ${which}`;
