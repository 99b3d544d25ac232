import { dayOf } from "@/lib/core/day";
import type { Context } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { lockBudgets, post, yearFor } from "./ledger-commands";
import { lackingOf, reserveQueue } from "./queue-commands";

type Scene = Pick<Context<unknown>, "tx" | "actor" | "now">;

/** What became of a dossier's money: reserved in full, or đồng that it waits for. */
export type Reservation = { budgetYearId: number; waiting: number };

const yearOf = (day: Date): number => Number(dayOf(day).slice(0, 4));

/**
 * Brings what is reserved for a dossier in line with what its claims ask for now: call it at the end of every act that
 * takes, changes or releases claims, in the same transaction. What is asked for less is free at once, and goes to those
 * who wait; what is asked for more is reserved, or waits in the order of the first submission while there is not enough,
 * earlier ones wait, or the year is paused. A dossier is received all the same.
 */
export async function alignReservation(
  { tx, actor, now }: Scene,
  dossierId: number,
  reason?: string,
): Promise<Reservation> {
  const dossier = await tx.subsidyDossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { policyId: true, code: true, version: true, submittedAt: true, currentNo: true },
  });
  const since = dossier.submittedAt ?? now;
  const opened = await yearFor(tx, dossier.policyId, yearOf(since));
  const years = await lockBudgets(tx, [dossier.policyId]);
  // Only now: a carry-over may have moved it to another year.
  await tx.$executeRaw`
    insert into "DossierFunding" ("dossierId", "budgetYearId", since) values (${dossierId}, ${opened}, ${since})
    on conflict ("dossierId") do nothing`;
  const funding = await tx.dossierFunding.findUniqueOrThrow({ where: { dossierId } });
  const year = years.get(funding.budgetYearId);
  if (!year) throw new Error(`dossier ${dossierId} is funded by a year of another policy`);
  const [sums] = await tx.$queryRaw<{ lacking: bigint; surplus: bigint; ahead: boolean }[]>`
    select coalesce(sum(greatest(x.wanted - x.held, 0)), 0)::bigint as lacking,
      coalesce(sum(greatest(x.held - x.wanted, 0)), 0)::bigint as surplus,
      exists (select 1 from "DossierFunding" f where f."budgetYearId" = ${year.id} and f.waiting > 0
        and f."dossierId" <> ${dossierId} and (f.since, f."dossierId") < (${funding.since}, ${dossierId})) as ahead
    from (
      select case c.state when 'IN_FLIGHT' then c.amount else 0 end as wanted,
        coalesce((select sum(m.reserved) from "ClaimMoney" m where m."claimId" = c.id), 0) as held
      from "SupportClaim" c where c."dossierId" = ${dossierId}) x`;
  const { lacking = 0n, surplus = 0n, ahead = false } = sums ?? {};
  const covered = !ahead && !year.paused && !year.closed && lacking <= year.available + surplus;
  const key = `dossier:${dossierId}:${dossier.version}`;
  const document = dossier.code ?? String(dossierId);
  if (surplus > 0n || (covered && lacking > 0n)) {
    const released = Prisma.sql`
      select m."budgetYearId", 'RELEASE', 'RESERVED', 'AVAILABLE',
        m.reserved - case c.state when 'IN_FLIGHT' then c.amount else 0 end, c.id, c."dossierId"
      from "SupportClaim" c join "ClaimMoney" m on m."claimId" = c.id
      where c."dossierId" = ${dossierId} and m.reserved > case c.state when 'IN_FLIGHT' then c.amount else 0 end`;
    const taken = lackingOf(year.id, Prisma.sql`c."dossierId" = ${dossierId}`);
    const act = { key, ground: "DOSSIER" as const, subjectId: dossierId, document, reason: reason ?? null, actor, now };
    const entries = await post(tx, act, covered ? Prisma.sql`${released} union all ${taken}` : released);
    if (entries === null) throw new Error(`the money of ${key} was moved before`);
  }
  const waiting = covered ? 0n : lacking;
  if (waiting !== funding.waiting) await tx.dossierFunding.update({ where: { dossierId }, data: { waiting } });
  // Less is asked for, or this one stands no longer in the way of those behind it.
  if (surplus > 0n || waiting < funding.waiting) await reserveQueue({ tx, actor, now }, [year.id], { key, document });
  return { budgetYearId: year.id, waiting: Number(waiting) };
}
