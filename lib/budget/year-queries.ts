import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { BudgetProposalKind, BudgetProposalState } from "@/lib/db/generated/enums";
import type { Balances, PersonAccount } from "./accounts";

/** A year of a policy's money; đồng. */
export type YearRow = Balances & {
  id: number;
  policyId: number;
  year: number;
  version: number;
  nameVi: string;
  nameEn: string;
  paused: boolean;
  pauseReason: string | null;
  pausedBy: string | null;
  closed: boolean;
  /** Dossiers that wait for money, and for how much. */
  waitingDossiers: number;
  waiting: number;
};

const include = {
  policy: { select: { nameVi: true, nameEn: true } },
  pausedBy: { select: { fullName: true } },
} satisfies Prisma.BudgetYearInclude;
type Read = Prisma.BudgetYearGetPayload<{ include: typeof include }>;

async function withQueue(rows: Read[]): Promise<YearRow[]> {
  const queues = await db().dossierFunding.groupBy({
    by: ["budgetYearId"],
    where: { budgetYearId: { in: rows.map(({ id }) => id) }, waiting: { gt: 0 } },
    _count: true,
    _sum: { waiting: true },
  });
  const queueOf = new Map(queues.map((queue) => [queue.budgetYearId, queue]));
  return rows.map((row) => {
    const { id, policyId, year, version, paused, pauseReason, policy, pausedBy, closedAt } = row;
    const queue = queueOf.get(id);
    return {
      ...{ id, policyId, year, version, ...policy, paused, pauseReason, closed: closedAt !== null },
      ...{ pausedBy: pausedBy?.fullName ?? null },
      ...{ waitingDossiers: queue?._count ?? 0, waiting: Number(queue?._sum.waiting ?? 0) },
      ...{ source: Number(row.source), carriedIn: Number(row.carriedIn), available: Number(row.available) },
      ...{ reserved: Number(row.reserved), committed: Number(row.committed), sent: Number(row.sent) },
      ...{ paid: Number(row.paid), settled: Number(row.settled), returned: Number(row.returned) },
      carriedOut: Number(row.carriedOut),
    };
  });
}

/** All years, newest first: a policy has a handful. */
export const budgetYears = async (): Promise<YearRow[]> =>
  withQueue(await db().budgetYear.findMany({ orderBy: [{ year: "desc" }, { policyId: "asc" }], take: 200, include }));

/** One year; null: there is none of that id. */
export const budgetYear = async (id: number): Promise<YearRow | null> =>
  (await withQueue(await db().budgetYear.findMany({ where: { id }, include })))[0] ?? null;

/** Policies whose money can be proposed. */
export const budgetPolicies = () =>
  db().supportPolicy.findMany({ orderBy: { id: "asc" }, select: { id: true, nameVi: true, nameEn: true } });

export type ProposalRow = {
  id: number;
  version: number;
  kind: BudgetProposalKind;
  state: BudgetProposalState;
  budgetYearId: number;
  year: number;
  toYear: number | null;
  /** đồng; null: of a carry-over that is not decided yet. */
  amount: number | null;
  document: string;
  documentOn: string;
  note: string | null;
  proposedBy: string;
  proposedById: number;
  decidedBy: string | null;
  decisionNote: string | null;
};

/** Proposals, newest first: those that wait, or those of a year. */
export async function proposals(of: { yearId: number } | "waiting"): Promise<ProposalRow[]> {
  const rows = await db().budgetProposal.findMany({
    where: of === "waiting" ? { state: "PROPOSED" } : { budgetYearId: of.yearId },
    orderBy: { id: "desc" },
    take: 100,
    include: {
      budgetYear: { select: { year: true } },
      toYear: { select: { year: true } },
      proposedBy: { select: { fullName: true } },
      decidedBy: { select: { fullName: true } },
    },
  });
  return rows.map(({ id, version, kind, state, budgetYearId, document, note, proposedById, decisionNote, ...row }) => ({
    ...{ id, version, kind, state, budgetYearId, document, note, proposedById, decisionNote },
    ...{ year: row.budgetYear.year, toYear: row.toYear?.year ?? null },
    amount: row.amount === null ? null : Number(row.amount),
    documentOn: dateToDay(row.documentOn),
    ...{ proposedBy: row.proposedBy.fullName, decidedBy: row.decidedBy?.fullName ?? null },
  }));
}

/** A person behind a balance: whose benefit, by which clause, of which dossier, by which decision; đồng. */
export type MoneyRow = {
  claimId: number;
  amount: number;
  rateCode: string;
  person: string | null;
  dossierId: number;
  dossier: string | null;
  organisation: string;
  /** Clause of the line that was granted or asked for, in both languages. */
  clause: { vi: string; en: string } | null;
  listId: number | null;
  list: string | null;
};

const columns = {
  RESERVED: Prisma.sql`m.reserved`,
  COMMITTED: Prisma.sql`m.committed`,
  SENT: Prisma.sql`m.sent`,
  PAID: Prisma.sql`m.paid`,
  SETTLED: Prisma.sql`m.settled`,
  RETURNED: Prisma.sql`m.returned`,
} as const satisfies Record<PersonAccount, Prisma.Sql>;

/** The persons whose money stands in an account of a year, by page: their sum is the balance. */
export async function moneyPage(
  yearId: number,
  { account, after }: { account: PersonAccount; after: number },
  limit = 50,
): Promise<{ items: MoneyRow[]; next: number | null }> {
  const amount = columns[account];
  const rows = await db().$queryRaw<(Omit<MoneyRow, "amount"> & { amount: bigint })[]>`
    with page as (
      select m."claimId", ${amount} as amount from "ClaimMoney" m
      where m."budgetYearId" = ${yearId} and ${amount} > 0 and m."claimId" > ${after}
      order by m."claimId" limit ${limit + 1})
    select page."claimId", page.amount, c."rateCode", r."fullName" as person, c."dossierId", d.code as dossier,
      o."nameVi" as organisation, line.clause, l.id as "listId", l.title as list
    from page join "SupportClaim" c on c.id = page."claimId" join "SubsidyDossier" d on d.id = c."dossierId"
      join "Organisation" o on o.id = d."organisationId"
      left join "DossierPerson" p on p.id = c."personId" left join "RosterEntry" r on r.id = p."rosterEntryId"
      left join lateral (select one->'clause' as clause from jsonb_array_elements(p.lines) one
        where one->>'rate' = c."rateCode" limit 1) line on true
      left join "ApprovalList" l on l.id = d."approvalListId" and l.state = 'APPROVED'
    order by page."claimId"`;
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({ ...row, amount: Number(row.amount) })),
    next: rows.length > limit ? (shown.at(-1)?.claimId ?? null) : null,
  };
}

/** The money that a dossier stands on: what is free in its year, what is held for it, what it waits for. */
export type DossierMoney = {
  year: number;
  available: number;
  paused: boolean;
  reserved: number;
  committed: number;
  sent: number;
  paid: number;
  waiting: number;
};

/**
 * Live: the money of a dossier's year, or, before it is handed in, of the year in which it would be. The caller has shown
 * that the actor may see the dossier. Null: nothing was ever allocated to the policy in that year.
 */
export async function dossierMoney(dossierId: number, thisYear: number): Promise<DossierMoney | null> {
  const [row] = await db().$queryRaw<
    { [key in keyof DossierMoney]: DossierMoney[key] extends number ? bigint : boolean }[]
  >`
    select y.year::bigint, y.available, y.paused or y."closedAt" is not null as paused, coalesce(f.waiting, 0) as waiting,
      coalesce(sum(m.reserved), 0)::bigint as reserved, coalesce(sum(m.committed), 0)::bigint as committed,
      coalesce(sum(m.sent), 0)::bigint as sent, coalesce(sum(m.paid + m.settled), 0)::bigint as paid
    from "SubsidyDossier" d left join "DossierFunding" f on f."dossierId" = d.id
      join "BudgetYear" y on y.id = f."budgetYearId" or (f."budgetYearId" is null and y."policyId" = d."policyId" and y.year = ${thisYear})
      left join "ClaimMoney" m on m."dossierId" = d.id
    where d.id = ${dossierId} group by y.id, f.waiting`;
  if (!row) return null;
  const { paused, ...sums } = row;
  return {
    ...{ paused, year: Number(sums.year), available: Number(sums.available), waiting: Number(sums.waiting) },
    ...{ reserved: Number(sums.reserved), committed: Number(sums.committed), sent: Number(sums.sent) },
    paid: Number(sums.paid),
  };
}
