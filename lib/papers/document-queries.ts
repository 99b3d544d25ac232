import { type Day, dateToDay } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db, type Prisma } from "@/lib/db/client";
import type { DocumentKind } from "@/lib/db/generated/enums";
import { type DocumentQuery, documentsPerPage } from "./document-schema";

/** A number of the register with what it was given for. */
export type RegisterLine = {
  id: number;
  no: number;
  year: number;
  symbol: string;
  kind: DocumentKind;
  subject: string;
  recipients: string | null;
  issuedOn: Day;
  signerName: string | null;
  givenBy: string | null;
  givenAt: string;
  version: number;
  batch: { id: number; year: number; no: number; month: number } | null;
  cancelled: { at: string; by: string | null; reason: string } | null;
};

const names = {
  register: { select: { symbol: true } },
  batch: { select: { id: true, year: true, no: true, month: true } },
  givenBy: { select: { fullName: true } },
  cancelledBy: { select: { fullName: true } },
} as const;

type Row = Prisma.RegisteredDocumentGetPayload<{ include: typeof names }>;

const lineOf = (row: Row): RegisterLine => ({
  id: row.id,
  no: row.no,
  year: row.year,
  symbol: row.register.symbol,
  kind: row.kind,
  subject: row.subject,
  recipients: row.recipients,
  issuedOn: dateToDay(row.issuedOn),
  signerName: row.signerName,
  givenBy: row.givenBy?.fullName ?? null,
  givenAt: row.givenAt.toISOString(),
  version: row.version,
  batch: row.batch,
  cancelled:
    row.cancelledAt === null
      ? null
      : { at: row.cancelledAt.toISOString(), by: row.cancelledBy?.fullName ?? null, reason: row.cancelReason ?? "" },
});

/** "123" and "123/BQL-LĐ" mean a number, anything else words of the subject, the recipients or the signer. */
function searched(q: string): Prisma.RegisteredDocumentWhereInput {
  const no = /^(?:số\s*)?(\d{1,6})(?:\/.*)?$/i.exec(q)?.[1];
  if (no) return { no: Number(no) };
  const words = fold(q).split(/\s+/).filter(Boolean);
  // What a person types has no wildcards.
  return { AND: words.map((word) => ({ searchText: { contains: word.replace(/[\\%_]/g, "\\$&") } })) };
}

/** The register of outgoing documents by page; a cancelled number stands in its place. */
export async function registerPage(query: DocumentQuery): Promise<{ items: RegisterLine[]; total: number }> {
  const where: Prisma.RegisteredDocumentWhereInput = {
    ...(query.year && { year: query.year }),
    ...(query.kind && { kind: query.kind }),
    ...(query.state && { cancelledAt: query.state === "cancelled" ? { not: null } : null }),
    ...(query.q && searched(query.q)),
  };
  const { direction } = query;
  const orderBy: Prisma.RegisteredDocumentOrderByWithRelationInput[] =
    query.sort === "number"
      ? [{ registerId: direction }, { year: direction }, { no: direction }]
      : [{ issuedOn: direction }, { id: direction }];
  const [rows, total] = await Promise.all([
    db().registeredDocument.findMany({
      where,
      include: names,
      orderBy,
      skip: (query.page - 1) * documentsPerPage,
      take: documentsPerPage,
    }),
    db().registeredDocument.count({ where }),
  ]);
  return { items: rows.map(lineOf), total };
}

/** The registers, each with its last number in a year (null: nothing counted yet) and whether one was given in it. */
export async function registersIn(year: number) {
  const rows = await db().documentRegister.findMany({
    orderBy: { id: "asc" },
    include: {
      years: { where: { year }, select: { lastNo: true } },
      _count: { select: { documents: { where: { year } } } },
    },
  });
  return rows.map(({ id, symbol, nameVi, nameEn, years, _count }) => ({
    id,
    symbol,
    nameVi,
    nameEn,
    lastNo: years[0]?.lastNo ?? null,
    given: _count.documents,
  }));
}

export type Register = Awaited<ReturnType<typeof registersIn>>[number];

/** The years in which numbers were given, newest first. */
export async function registerYears(): Promise<number[]> {
  const rows = await db().documentYear.findMany({
    distinct: ["year"],
    orderBy: { year: "desc" },
    select: { year: true },
  });
  return rows.map(({ year }) => year);
}

/** Published batches whose letter has no number yet, newest first. */
export function unnumberedBatches(limit: number) {
  return db().vacancyBatch.findMany({
    where: {
      status: { in: ["PUBLISHED", "CLOSED"] },
      publishedAt: { not: null },
      documents: { none: { kind: "OFFICIAL_LETTER", cancelledAt: null } },
    },
    orderBy: { publishedAt: "desc" },
    take: limit,
    select: { id: true, year: true, no: true, month: true },
  });
}

/** All numbers that were given for a batch, also cancelled ones. */
export async function documentsOf(batchId: number): Promise<RegisterLine[]> {
  const rows = await db().registeredDocument.findMany({ where: { batchId }, include: names, orderBy: { id: "desc" } });
  return rows.map(lineOf);
}
