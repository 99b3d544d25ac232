import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import type { Context } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import type { LedgerGround } from "@/lib/db/generated/enums";
import { lockBudgets, post, yearFor } from "./ledger-commands";
import { reserveQueue } from "./queue-commands";

type Scene = Pick<Context<unknown>, "tx" | "actor" | "now">;

/** On what ground, and by which paper, money is committed or a commitment lessened. */
export type Grounds = { key: string; ground: LedgerGround; subjectId: number; document: string; reason?: string };

/**
 * Locks the budgets of dossiers. Those that have no year yet, because they were handed in before there was a ledger, get
 * that of their submission.
 */
export async function fundUnfunded(tx: Tx, dossierIds: readonly number[]): Promise<void> {
  const ids = [...dossierIds];
  const opened = await tx.$queryRaw<{ policyId: number; year: number }[]>`
    select distinct d."policyId", extract(year from d."submittedAt" at time zone 'Asia/Ho_Chi_Minh')::int as year
    from "SubsidyDossier" d where d.id = any(${ids}) and not exists (select 1 from "DossierFunding" f where f."dossierId" = d.id)
    order by 1, 2`;
  for (const { policyId, year } of opened) await yearFor(tx, policyId, year);
  const rows = await tx.$queryRaw<{ policyId: number }[]>`
    select distinct "policyId" from "SubsidyDossier" where id = any(${ids})`;
  await lockBudgets(
    tx,
    rows.map(({ policyId }) => policyId),
  );
  if (opened.length > 0)
    await tx.$executeRaw`
      insert into "DossierFunding" ("dossierId", "budgetYearId", since)
      select d.id, y.id, d."submittedAt" from "SubsidyDossier" d join "BudgetYear" y on y."policyId" = d."policyId"
        and y.year = extract(year from d."submittedAt" at time zone 'Asia/Ho_Chi_Minh')::int
      where d.id = any(${ids}) on conflict do nothing`;
}

type Need = { id: number; year: number; paused: boolean; closed: boolean; needed: bigint; room: bigint };

/** What the granted claims of dossiers need of each year beyond what is held for them, and what the year has for it. */
const needsOf = (tx: Tx, ids: number[]) => tx.$queryRaw<Need[]>`
  select y.id, y.year, y.paused, y."closedAt" is not null as closed,
    coalesce(sum(greatest(c.amount - m.held, 0)) filter (where c.state = 'GRANTED'), 0)::bigint as needed,
    (y.available + coalesce(sum(m.reserved) filter (where c.state = 'RELEASED'), 0))::bigint as room
  from "DossierFunding" f join "BudgetYear" y on y.id = f."budgetYearId" join "SupportClaim" c on c."dossierId" = f."dossierId"
    cross join lateral (
      select coalesce(sum(m.reserved), 0) as reserved,
        coalesce(sum(m.reserved + m.committed + m.sent + m.paid + m.settled + m.returned), 0) as held
      from "ClaimMoney" m where m."claimId" = c.id) m
  where f."dossierId" = any(${ids}) group by y.id order by y.id`;

/**
 * Commits the money of dossiers that a decision has just granted, in the same transaction: granted claims wholly, out of
 * what was reserved and, where that is less, out of what is free; what was reserved for claims that were released is free
 * again. Nothing is committed unless all is covered. Refuses `budget_paused`, `budget_closed` (params year) and `over_allocation` (params year, missing đồng).
 *
 * @param dossierIds locked, their claims settled (GRANTED, RELEASED)
 * @returns đồng committed
 */
export async function commitGranted(
  { tx, actor, now }: Scene,
  dossierIds: readonly number[],
  grounds: Grounds,
): Promise<Result<{ committed: number }>> {
  const ids = [...dossierIds];
  await fundUnfunded(tx, ids);
  const needs = await needsOf(tx, ids);
  for (const { year, paused, closed, needed, room } of needs) {
    if (paused) return refuse("budget_paused", { params: { year: String(year) } });
    if (closed) return refuse("budget_closed", { params: { year: String(year) } });
    if (needed > room)
      return refuse("over_allocation", { params: { year: String(year), missing: Number(needed - room) } });
  }
  const rows = Prisma.sql`
    with claim as (
      select c.id, c."dossierId", c.state, c.amount, f."budgetYearId",
        coalesce(sum(m.reserved) filter (where m."budgetYearId" = f."budgetYearId"), 0)::bigint as reserved,
        coalesce(sum(m.committed + m.sent + m.paid + m.settled + m.returned), 0)::bigint as granted
      from "DossierFunding" f join "SupportClaim" c on c."dossierId" = f."dossierId" left join "ClaimMoney" m on m."claimId" = c.id
      where f."dossierId" = any(${ids}) group by c.id, f."budgetYearId")
    select "budgetYearId", 'RELEASE', 'RESERVED', 'AVAILABLE', reserved, id, "dossierId" from claim where state = 'RELEASED'
    union all
    select "budgetYearId", 'RESERVE', 'AVAILABLE', 'RESERVED', amount - reserved - granted, id, "dossierId" from claim where state = 'GRANTED'
    union all
    select "budgetYearId", 'COMMIT', 'RESERVED', 'COMMITTED', amount - granted, id, "dossierId" from claim where state = 'GRANTED'`;
  const entries = await post(tx, { ...grounds, actor, now }, rows);
  if (entries === null) throw new Error(`${grounds.key} was committed before`);
  const freed =
    await tx.$executeRaw`update "DossierFunding" set waiting = 0 where "dossierId" = any(${ids}) and waiting > 0`;
  if (freed > 0 || needs.some(({ needed, room }) => room > needed))
    await reserveQueue(
      { tx, actor, now },
      needs.map(({ id }) => id),
      grounds,
    );
  const [sum] = await tx.$queryRaw<{ amount: bigint }[]>`
    select coalesce(sum(e.amount), 0)::bigint as amount from "LedgerEntry" e join "LedgerPosting" p on p.id = e."postingId"
    where p.key = ${grounds.key} and e.kind = 'COMMIT'`;
  return ok({ committed: Number(sum?.amount ?? 0n) });
}

/** What of claims (alias `c`) is committed beyond what they are now worth, year by year; rows for `post`. */
const beyond = (which: Prisma.Sql) => Prisma.sql`
  select m."budgetYearId", 'LESSEN', 'COMMITTED', 'AVAILABLE',
    m.committed - greatest(case c.state when 'GRANTED' then c.amount else 0 end - g.gone, 0)::bigint, c.id, c."dossierId"
  from "SupportClaim" c join "ClaimMoney" m on m."claimId" = c.id and m.committed > 0
    cross join lateral (select sum(x.sent + x.paid + x.settled + x.returned) as gone from "ClaimMoney" x where x."claimId" = c.id) g
  where ${which}`;

/**
 * Lessens the commitments of a dossier to what its claims are worth now: call it after a change that lessened or released
 * granted claims, in the same transaction. What is free again goes to those who wait. What is with the payer or was paid
 * stays where it is: `overpaid` of it is to be claimed back.
 *
 * @returns đồng that became free, and đồng sent or paid beyond what is granted now
 */
export async function alignCommitments(
  { tx, actor, now }: Scene,
  dossierId: number,
  grounds: Grounds,
): Promise<{ freed: number; overpaid: number }> {
  const { policyId } = await tx.subsidyDossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { policyId: true },
  });
  const years = await lockBudgets(tx, [policyId]);
  const ofDossier = Prisma.sql`c."dossierId" = ${dossierId}`;
  const [sum] = await tx.$queryRaw<{ freed: bigint; overpaid: bigint }[]>`
    select coalesce((select sum(greatest(b.amount, 0)) from (${beyond(ofDossier)}) as b(y, k, f, t, amount, i, d)), 0)::bigint as freed,
      coalesce((select sum(greatest(m.out - case c.state when 'GRANTED' then c.amount else 0 end, 0))
        from "SupportClaim" c cross join lateral (
          select sum(x.sent + x.paid + x.settled) as out from "ClaimMoney" x where x."claimId" = c.id) m
        where ${ofDossier}), 0)::bigint as overpaid`;
  const { freed = 0n, overpaid = 0n } = sum ?? {};
  if (freed > 0n) {
    await post(tx, { ...grounds, actor, now }, beyond(ofDossier));
    await reserveQueue({ tx, actor, now }, [...years.keys()], grounds);
  }
  return { freed: Number(freed), overpaid: Number(overpaid) };
}
