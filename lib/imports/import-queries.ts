import { landingOf } from "@/lib/cohorts/intake-queries";
import { takenProgramme } from "@/lib/cohorts/merge";
import { db } from "@/lib/db/client";
import type { Prisma, TableImport } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import { importScope } from "./kinds";
import type { Layout } from "./layout";
import { type ImportPart, type RowFilter, rowsPerPage } from "./list";
import type { CellFinding, PassedRow } from "./records";
import { cohortParams, storedLayout } from "./schema";

const perPage = 20;

/** An actor's tables, latest first. */
export async function importList(actor: Actor, page: number) {
  const where = importScope(actor);
  const [rows, total] = await Promise.all([
    db().tableImport.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        kind: true,
        fileName: true,
        state: true,
        rowsRead: true,
        accepted: true,
        asked: true,
        refused: true,
        applied: true,
        createdAt: true,
      },
    }),
    db().tableImport.count({ where }),
  ]);
  return { rows, pages: Math.max(1, Math.ceil(total / perPage)) };
}

export type ImportRowView = Awaited<ReturnType<typeof importList>>["rows"][number];

export type PreviewRow = { row: number; cells: [column: number, text: string][] };

/** Tables of the same sheet of the same bytes, for the same purpose, that have been taken over or are about to be. */
export const sameBytes = ({ id, kind, organisationId, fileHash, sheet, params }: TableImport) => ({
  ...{ id: { not: id }, kind, organisationId, fileHash, sheet },
  ...(kind === "COHORTS" && { params: { path: ["reportId"], equals: cohortParams.parse(params).reportId } }),
  state: { in: ["APPLYING" as const, "APPLIED" as const] },
});

/** A total row's number that is not the sum of the rows read, by field. */
export type DifferingSum = { field: string; said: number; read: number };
type Passed = Pick<PassedRow, "row" | "kind" | "text"> & { sums?: DifferingSum[] };

/** One of an actor's tables; null when it is not theirs. */
export async function importEntry(actor: Actor, id: number) {
  const row = await db().tableImport.findFirst({ where: { id, ...importScope(actor) } });
  if (!row) return null;
  const { layout, preview, passed, sheets, params, createdAt, checkedAt, appliedAt, matches: _, ...rest } = row;
  const same = await db().tableImport.findFirst({
    where: sameBytes(row),
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const stored = storedLayout.safeParse(layout);
  return {
    ...rest,
    layout: stored.success ? (stored.data as Layout) : null,
    preview: preview as PreviewRow[],
    passed: passed as Passed[],
    sheets: sheets as { name: string; hidden: boolean }[],
    params: params as Record<string, string | number>,
    /** An earlier table of the same bytes that has been taken over. */
    sameAs: same?.id ?? null,
  };
}

export type ImportEntry = NonNullable<Awaited<ReturnType<typeof importEntry>>>;

const conditions: Record<Exclude<RowFilter, "passed">, Prisma.TableImportRowWhereInput> = {
  problems: { state: { in: ["REFUSED", "ASKED"] } },
  notes: { state: { in: ["ACCEPTED", "APPLIED"] }, NOT: { findings: { equals: [] } } },
  accepted: { state: "ACCEPTED" },
  applied: { state: "APPLIED" },
  all: {},
};

/** Rows of an actor's table, a page at a time. */
async function importRows(actor: Actor, importId: number, filter: Exclude<RowFilter, "passed">, page: number) {
  const where = { importId, import: importScope(actor), ...conditions[filter] };
  const [rows, total] = await Promise.all([
    db().tableImportRow.findMany({
      where,
      orderBy: { row: "asc" },
      skip: (page - 1) * rowsPerPage,
      take: rowsPerPage,
      select: { row: true, state: true, raw: true, findings: true, complete: true, subjectId: true },
    }),
    db().tableImportRow.count({ where }),
  ]);
  return {
    rows: rows.map(({ raw, findings, ...row }) => ({
      ...row,
      raw: raw as Record<string, string>,
      findings: findings as CellFinding[],
    })),
    total,
    pages: Math.max(1, Math.ceil(total / rowsPerPage)),
  };
}

export type ReadRow = Awaited<ReturnType<typeof importRows>>["rows"][number];

/** Names of the annex that wait for an answer, each with its candidates. */
async function askedNames(actor: Actor, importId: number) {
  const rows = await db().tableImportRow.findMany({
    where: { importId, import: importScope(actor), state: "ASKED" },
    select: { findings: true },
    orderBy: { row: "asc" },
    take: 2_000,
  });
  const names = new Map<string, { id: number; nameVi: string; taxCode: string }[]>();
  for (const { findings } of rows)
    for (const { code, params } of findings as CellFinding[])
      if (code === "enterpriseAsked" && params)
        names.set(
          String(params.name),
          JSON.parse(String(params.candidates)) as { id: number; nameVi: string; taxCode: string }[],
        );
  return [...names].slice(0, 50).map(([name, candidates]) => ({ name, candidates }));
}

/** Into which report a school's programmes would go, and what of it would change; null for other tables. */
async function landingShown(actor: Actor, importId: number, now: Date) {
  const row = await db().tableImport.findFirst({
    where: { id: importId, kind: "COHORTS", AND: [importScope(actor)] },
    select: { organisationId: true, params: true },
  });
  const params = cohortParams.safeParse(row?.params);
  if (row === null || row.organisationId === null || !params.success) return null;
  const accepted = await db().tableImportRow.findMany({
    where: { importId, state: "ACCEPTED" },
    orderBy: { row: "asc" },
    take: 500,
    select: { content: true },
  });
  const codes = accepted.map(({ content }) => String(takenProgramme.parse(content).programme.code));
  return landingOf(row.organisationId, params.data.reportId, codes, now);
}

/** What a table's page shows below its head: rows of the chosen kind (null: those that are no data) and names asked for. */
export async function shownOf(actor: Actor, importId: number, { part, show, page }: ImportPart, now = new Date()) {
  if (part !== "trial") return { rows: null, asked: [], landing: null };
  const [rows, asked, landing] = await Promise.all([
    show === "passed" ? null : importRows(actor, importId, show, page),
    askedNames(actor, importId),
    landingShown(actor, importId, now),
  ]);
  return { rows, asked, landing };
}

export type ShownImport = Awaited<ReturnType<typeof shownOf>>;

/** Findings of a table with their rows, in lots: for the file that goes back. */
export async function* findingLots(
  actor: Actor,
  importId: number,
): AsyncGenerator<{ row: number; findings: CellFinding[] }[]> {
  for (let after = 0; ; ) {
    const rows = await db().tableImportRow.findMany({
      where: { importId, import: importScope(actor), row: { gt: after } },
      select: { row: true, findings: true },
      orderBy: { row: "asc" },
      take: 1_000,
    });
    if (rows.length === 0) return;
    after = rows.at(-1)?.row ?? after;
    yield rows.map(({ row, findings }) => ({ row, findings: findings as CellFinding[] }));
  }
}

/** The bytes of an actor's table; null when they are not theirs or have been deleted. */
export async function importBytes(actor: Actor, id: number): Promise<Buffer | null> {
  const row = await db().tableImport.findFirst({
    where: { id, ...importScope(actor) },
    select: { file: { select: { bytes: true } } },
  });
  const bytes = row?.file?.bytes;
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
}
