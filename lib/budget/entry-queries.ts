import { endOfDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { LedgerAccount, LedgerGround, LedgerKind } from "@/lib/db/generated/enums";
import { type EntryQuery, readPlace, writePlace } from "./entry-list";

/** A move of money as the list shows it; đồng. */
export type EntryRow = {
  id: string;
  at: Date;
  kind: LedgerKind;
  from: LedgerAccount;
  to: LedgerAccount;
  amount: number;
  /** The person and the dossier; null where it is of nobody yet. */
  person: string | null;
  dossierId: number | null;
  dossier: string | null;
  rateCode: string | null;
  ground: LedgerGround;
  subjectId: number;
  document: string;
  reason: string | null;
  by: string | null;
};

const none = Prisma.sql`false`;

/** The dossier of a number, as a condition that its index finds. */
async function conditions(yearId: number, { kind, q, from, to }: EntryQuery): Promise<Prisma.Sql[]> {
  const all = [Prisma.sql`e."budgetYearId" = ${yearId}`];
  if (kind) all.push(Prisma.sql`e.kind = ${kind}::"LedgerKind"`);
  if (from) all.push(Prisma.sql`e.at >= ${new Date(`${from}T00:00:00+07:00`)}`);
  if (to) all.push(Prisma.sql`e.at < ${endOfDay(to)}`);
  if (q) {
    const dossier = await db().subsidyDossier.findUnique({ where: { code: q }, select: { id: true } });
    all.push(dossier ? Prisma.sql`e."dossierId" = ${dossier.id}` : none);
  }
  return all;
}

/** The statement of a page of entries: the page is cut first, by an index, and only its rows are told more of. */
export async function entryStatement(yearId: number, query: EntryQuery, limit: number): Promise<Prisma.Sql> {
  const where = await conditions(yearId, query);
  const place = readPlace(query.cursor);
  const down = query.dir === "desc";
  const byAmount = query.sort === "amount";
  const key = byAmount ? Prisma.sql`e.amount` : Prisma.sql`e.at`;
  if (place) {
    const value = byAmount ? Prisma.sql`${place.value}::bigint` : Prisma.sql`${new Date(Number(place.value))}`;
    const after = down ? Prisma.sql`<` : Prisma.sql`>`;
    where.push(Prisma.sql`(${key}, e.id) ${after} (${value}, ${place.id}::bigint)`);
  }
  const direction = down ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`
    with page as (
      select e.* from "LedgerEntry" e where ${Prisma.join(where, " and ")}
      order by ${key} ${direction}, e.id ${direction} limit ${limit})
    select e.id, e.at, e.kind, e."fromAccount" as "from", e."toAccount" as "to", e.amount, e."dossierId", d.code as dossier,
      r."fullName" as person, c."rateCode", p.ground, p."subjectId", p.document, p.reason, u."fullName" as by
    from page e join "LedgerPosting" p on p.id = e."postingId" left join "User" u on u.id = p."byUserId"
      left join "SupportClaim" c on c.id = e."claimId" left join "SubsidyDossier" d on d.id = e."dossierId"
      left join "DossierPerson" s on s.id = c."personId" left join "RosterEntry" r on r.id = s."rosterEntryId"
    order by ${key} ${direction}, e.id ${direction}`;
}

/** A year's entries by page, for those who may read the budget. `next` is the cursor of the following page. */
export async function entryPage(
  yearId: number,
  query: EntryQuery,
  limit = 50,
): Promise<{ items: EntryRow[]; next: string | null }> {
  const rows = await db().$queryRaw<(Omit<EntryRow, "id" | "amount"> & { id: bigint; amount: bigint })[]>(
    await entryStatement(yearId, query, limit + 1),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const value = (row: (typeof rows)[number]) => (query.sort === "amount" ? row.amount : BigInt(row.at.getTime()));
  return {
    items: shown.map((row) => ({ ...row, id: String(row.id), amount: Number(row.amount) })),
    next: rows.length > limit && last ? writePlace({ value: value(last), id: last.id }) : null,
  };
}
