import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import type { PayeeAccountState, Prisma } from "@/lib/db/generated/client";

const person = { select: { id: true, fullName: true } } as const;
export const accountsPerPage = 50;

/** Never the number: what tells accounts apart. */
const shownAccount = {
  ...{ id: true, holderName: true, bankName: true, bankBranch: true, lastDigits: true, state: true, imported: true },
  ...{ enteredAt: true, enteredById: true, decidedAt: true, reason: true, beneficiaryId: true, organisationId: true },
  enteredBy: person,
  enteredFor: { select: { id: true, nameVi: true } },
  decidedBy: person,
  organisation: { select: { id: true, nameVi: true } },
} as const satisfies Prisma.PayeeAccountSelect;

type NamedAccount = Prisma.PayeeAccountGetPayload<{ select: typeof shownAccount }>;

/** What payees are called: organisations by their name, learners as the last dossier that they stand in calls them. */
async function namesOf(rows: readonly NamedAccount[]): Promise<Map<number, string>> {
  const ids = rows.flatMap(({ beneficiaryId }) => beneficiaryId ?? []);
  const found = await db().$queryRaw<{ id: number; name: string }[]>`
    select distinct on (p."beneficiaryId") p."beneficiaryId" as id, e."fullName" as name
    from "DossierPerson" p join "RosterEntry" e on e.id = p."rosterEntryId"
    where p."beneficiaryId" = any(${ids}) order by p."beneficiaryId", p.id desc`;
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function named(rows: readonly NamedAccount[]) {
  const names = await namesOf(rows);
  const before = await db().payeeAccount.findMany({
    where: {
      state: "CONFIRMED",
      OR: [
        { beneficiaryId: { in: rows.flatMap((row) => row.beneficiaryId ?? []) } },
        { organisationId: { in: rows.flatMap((row) => row.organisationId ?? []) } },
      ],
    },
    select: { id: true, beneficiaryId: true, organisationId: true, bankName: true, lastDigits: true },
  });
  return rows.map((row) => {
    const payee = row.organisation?.nameVi ?? names.get(row.beneficiaryId ?? 0) ?? "–";
    const held = before.find(
      (one) =>
        one.id !== row.id && one.beneficiaryId === row.beneficiaryId && one.organisationId === row.organisationId,
    );
    // Banks write names without signs.
    const otherName = fold(payee).replace(/[^a-z0-9]/g, "") !== fold(row.holderName).replace(/[^a-z0-9]/g, "");
    return { ...row, payee, otherName, replaces: row.state === "PROPOSED" ? (held ?? null) : null };
  });
}
export type ShownAccount = Awaited<ReturnType<typeof named>>[number];

/** Accounts of a state, longest waiting first; `q` is the holder's or the bank's name. */
export async function accountsIn(state: PayeeAccountState, q: string, page: number) {
  const word = q.trim();
  const contains = { contains: word, mode: "insensitive" } as const;
  const where: Prisma.PayeeAccountWhereInput = {
    state,
    ...(word && { OR: [{ holderName: contains }, { bankName: contains }, { lastDigits: word }] }),
  };
  const [rows, total] = await Promise.all([
    db().payeeAccount.findMany({
      where,
      orderBy: { id: state === "PROPOSED" ? "asc" : "desc" },
      skip: (page - 1) * accountsPerPage,
      take: accountsPerPage,
      select: shownAccount,
    }),
    db().payeeAccount.count({ where }),
  ]);
  return { rows: await named(rows), total };
}

/** An organisation's own accounts, all that were ever given, latest first. */
export async function ownAccounts(organisationId: number) {
  return named(
    await db().payeeAccount.findMany({
      where: { organisationId },
      orderBy: { id: "desc" },
      take: 20,
      select: shownAccount,
    }),
  );
}

export type LearnerRow = {
  beneficiaryId: number;
  dossierId: number;
  code: string;
  position: number;
  fullName: string;
  staffCode: string | null;
};

/** Learners of an organisation's granted dossiers with the account that holds and the one that waits, by dossier. */
export async function learnerAccounts(organisationId: number, page: number) {
  const rows = await db().$queryRaw<(LearnerRow & { total: number })[]>`
    select p."beneficiaryId", d.id as "dossierId", d.code, p.position, e."fullName", e."staffCode", count(*) over ()::int as total
    from "SubsidyDossier" d join "DossierPerson" p on p."dossierId" = d.id and p.decision = 'ACCEPTED'
      join "RosterEntry" e on e.id = p."rosterEntryId"
    where d."organisationId" = ${organisationId} and d.state = 'APPROVED'
    order by d.id desc, p.position limit ${accountsPerPage} offset ${(page - 1) * accountsPerPage}`;
  const accounts = await db().payeeAccount.findMany({
    where: {
      beneficiaryId: { in: rows.map(({ beneficiaryId }) => beneficiaryId) },
      // What another organisation has given is none of this one's business, but that there is one.
      state: { in: ["PROPOSED", "CONFIRMED", "REJECTED"] },
    },
    orderBy: { id: "asc" },
    select: { ...shownAccount, enteredForId: true },
  });
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => {
      const own = accounts.filter(({ beneficiaryId }) => beneficiaryId === row.beneficiaryId);
      const shown = (state: PayeeAccountState) => {
        const found = own.findLast((one) => one.state === state);
        if (!found) return null;
        const { bankName, lastDigits, reason, enteredForId } = found;
        return enteredForId === organisationId
          ? { bankName, lastDigits, reason }
          : { bankName: null, lastDigits, reason };
      };
      const waiting = shown("PROPOSED");
      return { ...row, held: shown("CONFIRMED"), waiting, rejected: waiting ? null : shown("REJECTED") };
    }),
  };
}
