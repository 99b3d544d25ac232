import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { searchWords } from "@/lib/organisations/list";
import {
  type GroupSum,
  type SettledLine,
  type SettlementCause,
  type SettlementSums,
  settlementCauses,
} from "./settlement";
import type { LinesQuery } from "./settlement-schema";

const person = { select: { id: true, fullName: true } } as const;

/** Years of all policies with their settlements, latest first; those that can be begun have none. */
export const settlementYears = () =>
  db().budgetYear.findMany({
    orderBy: [{ year: "desc" }, { id: "desc" }],
    take: 200,
    include: {
      policy: { select: { id: true, nameVi: true, nameEn: true } },
      settlement: { include: { preparedBy: person, closedBy: person } },
    },
  });

/** A settlement with its year; null where there is none. */
export async function settlement(id: number) {
  const row = await db().finalSettlement.findUnique({
    where: { id },
    include: { budgetYear: { include: { policy: true } }, preparedBy: person, closedBy: person },
  });
  if (!row) return null;
  const { decided, granted, carriedIn, committed, paid, returned, carriedOut, open, ...rest } = row;
  const sums = { decided, granted, carriedIn, committed, paid, returned, carriedOut, open };
  return {
    ...rest,
    sums: Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, Number(value)])) as SettlementSums,
  };
}

const columns = Prisma.sql`
  l."claimId", l."dossierId", l."fullName", l."rateCode", l.decided, l.granted, l."carriedIn", l.committed, l.paid, l.returned,
  l."carriedOut", l.open, l."decisionRef", l."paymentRef", l."returnedRef", l."carriedRef", l."changeId", l."completedOn",
  l."certificateNo", l."droppedOn", l.causes, l.digest, l.note,
  cardinality(l.causes) > 0 and l."noteDigest" is distinct from l.digest as unexplained, d.code, o."nameVi" as organisation`;
const tables = Prisma.sql`
  from "SettlementLine" l join "SubsidyDossier" d on d.id = l."dossierId" join "Organisation" o on o.id = d."organisationId"`;

type Raw = Omit<SettledLine, keyof SettlementSums> & Record<keyof SettlementSums, bigint> & { digest: string };
export type ShownLine = SettledLine & { digest: string };

const lineOf = (row: Raw): ShownLine => ({
  ...row,
  ...{ decided: Number(row.decided), granted: Number(row.granted), carriedIn: Number(row.carriedIn) },
  ...{ committed: Number(row.committed), paid: Number(row.paid), returned: Number(row.returned) },
  ...{ carriedOut: Number(row.carriedOut), open: Number(row.open) },
});

function narrowed(only: LinesQuery["only"], q: string | undefined): Prisma.Sql {
  const all: Prisma.Sql[] = [];
  const unexplained = Prisma.sql`l."noteDigest" is distinct from l.digest`;
  if (only === "unexplained") all.push(Prisma.sql`cardinality(l.causes) > 0 and ${unexplained}`);
  else if (only === "explained") all.push(Prisma.sql`cardinality(l.causes) > 0 and not ${unexplained}`);
  else if (only === "returned") all.push(Prisma.sql`l.returned > 0`);
  else if (only === "carried") all.push(Prisma.sql`(l."carriedOut" > 0 or l."carriedIn" > 0)`);
  else if (only) all.push(Prisma.sql`cardinality(l.causes) > 0 and ${only} = any(l.causes)`);
  for (const word of q ? searchWords(q) : [])
    all.push(Prisma.sql`(vi_norm(l."fullName") like ${`%${word}%`} or d.code like ${`%${word}%`})`);
  return all.length > 0 ? Prisma.sql`and ${Prisma.join(all, " and ")}` : Prisma.empty;
}

export const linesPerPage = 50;

/** A page of a settlement's lines, filtered and counted in SQL. */
export async function settlementLines(id: number, { only, q, page }: LinesQuery) {
  const [rows, counted] = await Promise.all([
    db().$queryRaw<Raw[]>`
      select ${columns} ${tables} where l."settlementId" = ${id} ${narrowed(only, q)}
      order by l."claimId" limit ${linesPerPage} offset ${(page - 1) * linesPerPage}`,
    only || q
      ? db().$queryRaw<{ total: number }[]>`
          select count(*)::int as total ${tables} where l."settlementId" = ${id} ${narrowed(only, q)}`
      : db().$queryRaw<{ total: number }[]>`select lines as total from "FinalSettlement" where id = ${id}`,
  ]);
  return { rows: rows.map(lineOf), total: counted[0]?.total ?? 0 };
}

const lot = 2_000;

/** All lines of a settlement, or those with a difference, one lot after the other in memory. */
export async function* linesOf(id: number, differing = false): AsyncGenerator<ShownLine, void, undefined> {
  const some = differing ? Prisma.sql`and cardinality(l.causes) > 0` : Prisma.empty;
  for (let after = 0; ; ) {
    const rows = await db().$queryRaw<Raw[]>`
      select ${columns} ${tables} where l."settlementId" = ${id} and l."claimId" > ${after} ${some} order by l."claimId" limit ${lot}`;
    for (const row of rows) yield lineOf(row);
    if (rows.length < lot) return;
    after = rows.at(-1)?.claimId ?? after;
  }
}

/** A settlement's sums by beneficiary group. */
export async function settlementGroups(id: number): Promise<GroupSum[]> {
  const rows = await db().$queryRaw<(Record<keyof SettlementSums, bigint> & { groupCode: string; persons: number })[]>`
    select d."groupCode", count(distinct l."beneficiaryId")::int as persons, sum(l.decided)::bigint as decided, sum(l.granted)::bigint as granted,
      sum(l."carriedIn")::bigint as "carriedIn", sum(l.committed)::bigint as committed, sum(l.paid)::bigint as paid,
      sum(l.returned)::bigint as returned, sum(l."carriedOut")::bigint as "carriedOut", sum(l.open)::bigint as open
    from "SettlementLine" l join "SubsidyDossier" d on d.id = l."dossierId" where l."settlementId" = ${id} group by 1 order by 1`;
  return rows.map(({ groupCode, persons, ...sums }) => ({
    ...{ groupCode, persons },
    ...(Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, Number(value)])) as SettlementSums),
  }));
}

/** Lines by cause of difference, explained and not. */
export async function settlementDifferences(
  id: number,
): Promise<{ cause: SettlementCause; lines: number; unexplained: number }[]> {
  const rows = await db().$queryRaw<{ cause: SettlementCause; lines: number; unexplained: number }[]>`
    select cause, count(*)::int as lines, count(*) filter (where "noteDigest" is distinct from digest)::int as unexplained
    from "SettlementLine", unnest(causes) as cause where "settlementId" = ${id} and cardinality(causes) > 0 group by cause`;
  return rows.sort((a, b) => settlementCauses.indexOf(a.cause) - settlementCauses.indexOf(b.cause));
}
