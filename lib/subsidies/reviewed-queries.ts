import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { FileState, PersonDecision } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { searchWords } from "@/lib/organisations/list";
import type { SupportLine } from "./amounts";
import { readableDossiers } from "./dossier-scope-queries";
import type { Finding } from "./findings";
import { type Policy, policyDefinition } from "./policy";
import { type PersonsQuery, personsPerPage } from "./review-schema";

const person = { select: { id: true, fullName: true } } as const;
const file = { select: { key: true, state: true } } as const;
const detail = {
  organisation: { select: { id: true, kind: true, nameVi: true, nameEn: true } },
  course: true,
  policy: { select: { nameVi: true, nameEn: true } },
  policyVersion: { select: { id: true, no: true, inForceFrom: true, definition: true } },
  assignedTo: person,
  editingBy: person,
  approvalList: { select: { id: true, title: true, state: true } },
  document: { include: { register: true } },
  versions: { orderBy: { no: "desc" }, select: { no: true, persons: true, amount: true, submittedAt: true } },
  events: { orderBy: { id: "desc" }, include: { byUser: person, forUser: person } },
  opinions: { orderBy: { id: "desc" }, include: { askedBy: person, answeredBy: person } },
  papers: { where: { personId: null, removedAt: null }, orderBy: { id: "asc" }, include: { file } },
  changes: { orderBy: { id: "desc" }, include: { requestedBy: person, decidedBy: person } },
} satisfies Prisma.SubsidyDossierInclude;

export type ReviewedDossier = Prisma.SubsidyDossierGetPayload<{ include: typeof detail }> & { definition: Policy };

/** A dossier that the actor may read as staff; null: there is none, or it is none of theirs. */
export async function reviewedDossier(actor: Actor, id: number): Promise<ReviewedDossier | null> {
  const row = await db().subsidyDossier.findFirst({
    where: { AND: [{ id }, readableDossiers(actor)] },
    include: detail,
  });
  return row && { ...row, definition: policyDefinition.parse(row.policyVersion.definition) };
}

/** Corrections and messages of a dossier, newest first. Notes of the house are for the house: the caller's pages are. */
export async function talkOf(dossierId: number) {
  const [corrections, messages] = await Promise.all([
    db().dossierCorrection.findMany({ where: { dossierId }, orderBy: { id: "desc" }, include: { byUser: person } }),
    db().dossierMessage.findMany({
      where: { dossierId },
      orderBy: { id: "desc" },
      take: 200,
      include: { byUser: person },
    }),
  ]);
  return { corrections, messages };
}

/** The version of a dossier that somebody saw last; 0: none. */
export async function seenVersion(dossierId: number, userId: number): Promise<number> {
  const seen = await db().dossierSeen.findUnique({ where: { dossierId_userId: { dossierId, userId } } });
  return seen?.no ?? 0;
}

/** A paper with its file and how far the file is checked; null: it lies on paper at the Authority. */
export type ReviewedPaper = {
  id: number;
  code: string;
  fileName: string;
  illegible: boolean;
  key: string | null;
  state: FileState | null;
};

export type ReviewedPerson = {
  id: number;
  version: number;
  position: number;
  fullName: string;
  birthDate: string;
  decision: PersonDecision;
  reasonCode: string | null;
  reasonNote: string | null;
  lines: SupportLine[];
  amount: number;
  findings: Finding[];
  stopped: boolean;
  /** Against the version that was seen last; null: as it was. */
  change: "new" | "changed" | null;
  papers: ReviewedPaper[];
  /** Benefits of the same person elsewhere, also earlier ones: where, which, how much. */
  elsewhere: { code: string | null; organisation: string; rateCode: string; amount: number; state: string }[];
};

type PaperRow = Omit<ReviewedPaper, "key" | "state"> & { file: { key: string; state: FileState } | null };

export const reviewedPaper = ({ id, code, fileName, illegible, file: stored }: PaperRow): ReviewedPaper => ({
  ...{ id, code, fileName, illegible, key: stored?.key ?? null, state: stored?.state ?? null },
});

const changed = Prisma.sql`(s.digest is null or s.digest <> n.digest)`;

function narrowed(query: PersonsQuery): Prisma.Sql {
  const all: Prisma.Sql[] = [];
  if (query.decision) all.push(Prisma.sql`p.decision = ${query.decision}::"PersonDecision"`);
  if (query.findings === "stops") all.push(Prisma.sql`p.stopped`);
  if (query.findings === "any")
    all.push(Prisma.sql`exists (select 1 from jsonb_array_elements(p.findings) f where f->>'severity' <> 'TELLS')`);
  if (query.findings === "none")
    all.push(Prisma.sql`not exists (select 1 from jsonb_array_elements(p.findings) f where f->>'severity' <> 'TELLS')`);
  if (query.changed) all.push(changed);
  for (const word of query.q ? searchWords(query.q) : [])
    all.push(Prisma.sql`vi_norm(n."fullName") like ${`%${word}%`}`);
  return all.length > 0 ? Prisma.sql`and ${Prisma.join(all, " and ")}` : Prisma.empty;
}

/**
 * A page of a dossier's persons as they were handed in, by position, against the version that was seen last. Filters,
 * order and paging are done in SQL; no personal ID is read.
 */
export async function reviewedPersons(
  dossier: { id: number; currentNo: number },
  query: PersonsQuery,
  seenNo: number,
): Promise<{ rows: ReviewedPerson[]; total: number; changed: number }> {
  const from = Prisma.sql`
    from "DossierPerson" p
      join "DossierVersion" v on v."dossierId" = p."dossierId" and v.no = ${dossier.currentNo}
      join "DossierVersionPerson" n on n."versionId" = v.id and n.position = p.position
      left join "DossierVersion" w on w."dossierId" = p."dossierId" and w.no = ${seenNo}
      left join "DossierVersionPerson" s on s."versionId" = w.id and s.position = p.position
    where p."dossierId" = ${dossier.id}`;
  type Raw = Omit<ReviewedPerson, "papers" | "elsewhere" | "amount" | "change"> & {
    amount: bigint;
    beneficiaryId: number;
    known: boolean;
    differs: boolean;
  };
  const [rows, counted] = await Promise.all([
    db().$queryRaw<Raw[]>`
      select p.id, p.version, p.position, n."fullName", n.facts->>'birthDate' as "birthDate", p.decision::text, p."reasonCode",
        p."reasonNote", p.lines, p.amount, p.findings, p.stopped, p."beneficiaryId", s.digest is not null as known, ${changed} as differs
      ${from} ${narrowed(query)} order by p.position limit ${personsPerPage} offset ${(query.page - 1) * personsPerPage}`,
    db().$queryRaw<{ total: number; changed: number }[]>`
      select count(*) filter (where true ${narrowed(query)})::int as total, count(*) filter (where ${changed})::int as changed ${from}`,
  ]);
  const [papers, claims] = await Promise.all([
    db().dossierPaper.findMany({
      where: { dossierId: dossier.id, personId: { in: rows.map(({ id }) => id) }, removedAt: null },
      orderBy: { id: "asc" },
      include: { file },
    }),
    db().supportClaim.findMany({
      where: {
        beneficiaryId: { in: rows.map(({ beneficiaryId }) => beneficiaryId) },
        dossierId: { not: dossier.id },
        state: { not: "RELEASED" },
      },
      orderBy: { id: "desc" },
      take: 500,
      include: { dossier: { select: { code: true, organisation: { select: { nameVi: true } } } } },
    }),
  ]);
  return {
    rows: rows.map(({ known, differs, beneficiaryId, ...row }) => ({
      ...row,
      amount: Number(row.amount),
      change: seenNo === 0 || !differs ? null : known ? "changed" : "new",
      papers: papers.filter(({ personId }) => personId === row.id).map(reviewedPaper),
      elsewhere: claims
        .filter((claim) => claim.beneficiaryId === beneficiaryId)
        .map((claim) => ({
          code: claim.dossier.code,
          organisation: claim.dossier.organisation.nameVi,
          rateCode: claim.rateCode,
          amount: Number(claim.amount),
          state: claim.state,
        })),
    })),
    total: counted[0]?.total ?? 0,
    changed: seenNo === 0 ? 0 : (counted[0]?.changed ?? 0),
  };
}

/** How many persons stand in each decision, and the accepted sum, đồng. */
export async function decisionsOf(
  dossierId: number,
): Promise<{ pending: number; accepted: number; refused: number; amount: number }> {
  const groups = await db().dossierPerson.groupBy({
    by: ["decision"],
    where: { dossierId },
    _count: true,
    _sum: { amount: true },
  });
  const of = (decision: PersonDecision) => groups.find((group) => group.decision === decision);
  return {
    pending: of("PENDING")?._count ?? 0,
    accepted: of("ACCEPTED")?._count ?? 0,
    refused: of("REFUSED")?._count ?? 0,
    amount: Number(of("ACCEPTED")?._sum.amount ?? 0),
  };
}

export const opinionsPerPage = 50;

/** Opinions that a unit was asked for: those that wait by their day, or those that were given, latest first. */
export async function opinionsOf(actor: Actor, given: boolean, page: number) {
  const unit = actor.kind === "person" ? actor.staffRole : null;
  if (!unit) return { rows: [], total: 0 };
  const where = { unit, verdict: given ? { not: null } : null };
  const [rows, total] = await Promise.all([
    db().dossierOpinion.findMany({
      where,
      orderBy: given ? [{ answeredAt: "desc" }, { id: "desc" }] : [{ dueOn: "asc" }, { id: "asc" }],
      skip: (page - 1) * opinionsPerPage,
      take: opinionsPerPage,
      include: {
        askedBy: person,
        answeredBy: person,
        dossier: { select: { id: true, code: true, organisation: { select: { nameVi: true } }, persons: true } },
      },
    }),
    db().dossierOpinion.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) })), total };
}
