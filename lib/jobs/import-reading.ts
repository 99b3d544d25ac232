import { dayOf } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import type { TableImport } from "@/lib/db/generated/client";
import type { TableFile } from "@/lib/documents/table";
import { openTable } from "@/lib/documents/table-reader";
import { Unreadable } from "@/lib/documents/unreadable";
import { previewOf } from "@/lib/imports/import-commands";
import { type JudgedRow, judgeOf } from "@/lib/imports/judge-queries";
import { descriptionOf } from "@/lib/imports/kinds";
import type { Layout } from "@/lib/imports/layout";
import { firstRows, propose } from "@/lib/imports/proposal";
import { type ImportRecord, type PassedRow, recordsOf } from "@/lib/imports/records";
import { storedLayout } from "@/lib/imports/schema";
import { withoutIds } from "@/lib/subsidies/person-id";
import { exclusively } from "./lock";

/** Rows judged and written at a time, in one transaction. */
export const lotSize = 250;
/** Rows that are no records are told, but not without end. */
const mostPassed = 200;

/** What became of a call: another worker is at it, or what it was called for is over. */
export type ReadingOutcome = "read" | "checked" | "busy" | "over" | "unreadable";

async function fileOf(row: TableImport): Promise<TableFile> {
  const file = row.fileId && (await db().importFile.findUnique({ where: { id: row.fileId }, select: { bytes: true } }));
  if (!file) throw new Unreadable("empty");
  const { buffer, byteOffset, byteLength } = file.bytes;
  return openTable(Buffer.from(buffer, byteOffset, byteLength));
}

/** Finds sheet, header and columns; headers that somebody has explained before need no explaining. */
async function read(row: TableImport, file: TableFile, now: Date): Promise<TableImport | null> {
  const scope = row.enterpriseId ?? 0;
  let recognised = false;
  const proposal = await propose(file, descriptionOf(row.kind), dayOf(now), async (fingerprint) => {
    const known = await db().rememberedMapping.findUnique({
      where: { scope_kind_fingerprint: { scope, kind: row.kind, fingerprint } },
    });
    recognised = known !== null;
    return known?.columns as Record<string, string | null> | null;
  });
  const { sheet, layout } = proposal;
  const data: Prisma.TableImportUncheckedUpdateManyInput = {
    sheets: file.sheets,
    sheet,
    preview: previewOf(await firstRows(file, sheet, 40), row.kind),
    ...(layout && { layout }),
    state: layout && recognised ? "CHECKING" : "MAPPING",
    version: row.version + 1,
  };
  const { count } = await db().tableImport.updateMany({
    where: { id: row.id, version: row.version, state: "READING" },
    data,
  });
  if (count === 0) return null;
  return db().tableImport.findUnique({ where: { id: row.id } });
}

/** A row that is no record; a sum says how many people it names and how many the rows above it do, where these differ. */
type Passed = Pick<PassedRow, "row" | "kind" | "text"> & { said?: number; read?: number };

/** `above` adds up since the last section, `all` since the top of the table. */
type Tally = { rowsRead: number; passed: Passed[]; above: number; all: number };

/** Puts a row aside that is no record. A sum that is neither its section's nor the table's is told: something was misread. */
function pass(tally: Tally, { row, kind, text, amounts }: PassedRow): void {
  const said = amounts.headcount;
  const differs = kind === "total" && said !== undefined && said !== tally.above && said !== tally.all;
  if (kind === "section" || kind === "total") tally.above = 0;
  if (tally.passed.length < mostPassed)
    tally.passed.push({ row, kind, text: withoutIds(text), ...(differs && { said, read: tally.all }) });
}

/** Writes a lot and how far the trial has got; false when the trial is over (another mapping, put aside). */
async function writeLot(row: TableImport, judged: JudgedRow[], tally: Tally): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.tableImport.updateMany({
      where: { id: row.id, run: row.run, state: "CHECKING" },
      data: { rowsRead: tally.rowsRead },
    });
    if (count === 0) return false;
    const written = JSON.stringify(judged.map((one) => ({ importId: row.id, ...one })));
    await tx.$executeRaw`
      insert into "TableImportRow" ("importId", row, state, content, raw, findings, complete, "enterpriseId")
      select "importId", row, state, content, raw, findings, complete, "enterpriseId"
      from jsonb_populate_recordset(null::"TableImportRow", ${written}::jsonb)
      on conflict do nothing`;
    return true;
  });
}

async function finish(row: TableImport, tally: Tally, now: Date): Promise<void> {
  const groups = await db().tableImportRow.groupBy({
    by: ["state", "complete"],
    where: { importId: row.id },
    _count: true,
  });
  const count = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((sum, group) => sum + group._count, 0);
  await db().tableImport.updateMany({
    where: { id: row.id, run: row.run, state: "CHECKING" },
    data: {
      state: "CHECKED",
      version: { increment: 1 },
      rowsRead: tally.rowsRead,
      passed: tally.passed,
      accepted: count(({ state }) => state === "ACCEPTED"),
      asked: count(({ state }) => state === "ASKED"),
      refused: count(({ state }) => state === "REFUSED"),
      complete: count(({ complete }) => complete),
      checkedAt: now,
    },
  });
}

/** Judges every row, lot by lot. Called again after a worker died, it goes on behind the last row that was written. */
async function check(row: TableImport, file: TableFile, layout: Layout, now: Date): Promise<ReadingOutcome> {
  const { kind, enterpriseId, sheet } = row;
  const today = dayOf(now);
  const judge = await judgeOf({ kind, enterpriseId, layout, matches: row.matches as Record<string, number>, today });
  const last = await db().tableImportRow.aggregate({ where: { importId: row.id }, _max: { row: true } });
  const done = last._max.row ?? 0;
  const tally: Tally = { rowsRead: 0, passed: [], above: 0, all: 0 };
  let lot: ImportRecord[] = [];
  const flush = async () => {
    const judged = await judge(lot);
    lot = [];
    return writeLot(
      row,
      judged.filter((one) => one.row > done),
      tally,
    );
  };
  const steps = recordsOf(file.rows(sheet), await file.merges(sheet), layout, descriptionOf(kind), today);
  for await (const step of steps) {
    if ("passed" in step) {
      pass(tally, step.passed);
      continue;
    }
    tally.rowsRead++;
    const { headcount } = step.record.values;
    if (typeof headcount === "number") {
      tally.above += headcount;
      tally.all += headcount;
    }
    // Judges of the register and of rosters must know who stands in all rows; for needs a row that is written is done with.
    if (step.record.row > done || kind === "REGISTER" || kind === "ROSTER") lot.push(step.record);
    if (lot.length >= lotSize && !(await flush())) return "over";
  }
  if (lot.length > 0 && !(await flush())) return "over";
  await finish(row, tally, now);
  return "checked";
}

/**
 * Reads a table that was handed in and tries it, as far as can be without a person. Safe to repeat and to be killed at any
 * instant: each lot is a transaction, a row is written once (primary key), and a trial that is over is left alone.
 *
 * @param run the trial that is meant; a later one makes this call void
 */
export async function readImport(importId: number, run: number, clock: () => Date): Promise<ReadingOutcome> {
  const outcome = await exclusively(`import:${importId}`, async (): Promise<ReadingOutcome> => {
    let row = await db().tableImport.findUnique({ where: { id: importId } });
    if (!row || row.run !== run || (row.state !== "READING" && row.state !== "CHECKING")) return "over";
    try {
      const file = await fileOf(row);
      if (row.state === "READING") row = await read(row, file, clock());
      if (row?.state !== "CHECKING") return row ? "read" : "over";
      const layout = storedLayout.parse(row.layout);
      return await check(row, file, layout, clock());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      await db().tableImport.updateMany({
        where: { id: importId, run, state: { in: ["READING", "CHECKING"] } },
        data: { state: "UNREADABLE", problem: error.code, params: error.params, version: { increment: 1 } },
      });
      return "unreadable";
    }
  });
  return outcome ?? "busy";
}
