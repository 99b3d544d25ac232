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
  // A name and a dossier's number, each by its own index.
  for (const word of q ? searchWords(q).map((one) => `%${one}%`) : [])
    all.push(Prisma.sql`(l."searchText" like ${word} or l."dossierId" = any(array(
      select d.id from "SubsidyDossier" d where d."searchText" like ${word} and d.code like ${word})))`);
  return all.length > 0 ? Prisma.sql`and ${Prisma.join(all, " and ")}` : Prisma.empty;
}

export const linesPerPage = 50;

/** So many keys are gathered at once; of more, lines are tried in their order until the page is full. */
const gathered = 20_000;

/**
 * A page of a settlement's lines, filtered and counted in SQL. The page is cut first, among the lines' keys and from the end
 * that is nearer; only its rows are told more of.
 */
export async function settlementLines(id: number, { only, q, page }: LinesQuery) {
  const where = Prisma.sql`l."settlementId" = ${id} ${narrowed(only, q)}`;
  const [counted] = await db().$queryRaw<{ total: number }[]>(
    only || q
      ? Prisma.sql`select count(*)::int as total from "SettlementLine" l where ${where}`
      : Prisma.sql`select lines as total from "FinalSettlement" where id = ${id}`,
  );
  const total = counted?.total ?? 0;
  const before = (page - 1) * linesPerPage;
  const count = Math.min(linesPerPage, total - before);
  if (count <= 0) return { rows: [], total };
  const after = total - before - count;
  const [direction, skipped] = after < before ? [Prisma.sql`desc`, after] : [Prisma.sql`asc`, before];
  const kept = total > gathered ? Prisma.sql`not materialized` : Prisma.sql`materialized`;
  const rows = await db().$queryRaw<Raw[]>`
    with found as ${kept} (select l."claimId" from "SettlementLine" l where ${where}),
      page as materialized (select "claimId" from found order by "claimId" ${direction} limit ${count} offset ${skipped})
    select ${columns} ${tables} join page on page."claimId" = l."claimId" where l."settlementId" = ${id} order by l."claimId"`;
  return { rows: rows.map(lineOf), total };
}

const lot = 1_000;

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
