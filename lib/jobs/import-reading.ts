import { dayOf } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import type { TableImport } from "@/lib/db/generated/client";
import type { TableFile } from "@/lib/documents/table";
import { openTable } from "@/lib/documents/table-reader";
import { Unreadable } from "@/lib/documents/unreadable";
import { previewOf } from "@/lib/imports/import-commands";
import type { DifferingSum } from "@/lib/imports/import-queries";
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
  const scope = row.organisationId ?? 0;
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

/** A row that is no record; of a sum the fields of which it says another number than the rows above it. */
type Passed = Pick<PassedRow, "row" | "kind" | "text"> & { sums?: DifferingSum[] };

/** By field: `above` adds up since the last section, `all` since the top of the table. */
type Tally = { rowsRead: number; passed: Passed[]; above: Map<string, number>; all: Map<string, number> };

/** Puts a row aside that is no record. A sum that is neither its section's nor the table's is told: something was misread. */
function pass(tally: Tally, { row, kind, text, amounts }: PassedRow, totals: readonly string[]): void {
  const sums = (kind === "total" ? totals : []).flatMap((field): DifferingSum[] => {
    const [said, above, read] = [amounts[field], tally.above.get(field) ?? 0, tally.all.get(field) ?? 0];
    return said === undefined || said === above || said === read ? [] : [{ field, said, read }];
  });
  if (kind === "section" || kind === "total") tally.above.clear();
  if (tally.passed.length < mostPassed)
    tally.passed.push({ row, kind, text: withoutIds(text), ...(sums.length > 0 && { sums }) });
}

/** Adds a row's numbers to the sums that total rows are compared with. */
function count(tally: Tally, values: Record<string, unknown>, totals: readonly string[]): void {
  for (const field of totals) {
    const value = values[field];
    if (typeof value !== "number") continue;
    tally.above.set(field, (tally.above.get(field) ?? 0) + value);
    tally.all.set(field, (tally.all.get(field) ?? 0) + value);
  }
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

async function finish(row: TableImport, tally: Tally, params: object, now: Date): Promise<void> {
  const groups = await db().tableImportRow.groupBy({
    by: ["state", "complete"],
    where: { importId: row.id },
    _count: true,
  });
  const number = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((sum, group) => sum + group._count, 0);
  await db().tableImport.updateMany({
    where: { id: row.id, run: row.run, state: "CHECKING" },
    data: {
      state: "CHECKED",
      version: { increment: 1 },
      rowsRead: tally.rowsRead,
      passed: tally.passed,
      accepted: number(({ state }) => state === "ACCEPTED"),
      asked: number(({ state }) => state === "ASKED"),
      refused: number(({ state }) => state === "REFUSED"),
      complete: number(({ complete }) => complete),
      params: { ...(row.params as object), ...params },
      checkedAt: now,
    },
  });
}

/** Judges every row, lot by lot. Called again after a worker died, it goes on behind the last row that was written. */
async function check(row: TableImport, file: TableFile, layout: Layout, now: Date): Promise<ReadingOutcome> {
  const { kind, organisationId, sheet, params } = row;
  const today = dayOf(now);
  const description = descriptionOf(kind);
  const { totals = [] } = description;
  const matches = row.matches as Record<string, number>;
  const sitting = await judgeOf({ kind, organisationId, layout, matches, params, now });
  const last = await db().tableImportRow.aggregate({ where: { importId: row.id }, _max: { row: true } });
  const done = last._max.row ?? 0;
  const tally: Tally = { rowsRead: 0, passed: [], above: new Map(), all: new Map() };
  let lot: ImportRecord[] = [];
  const flush = async () => {
    const judged = await sitting.judge(lot);
    lot = [];
    return writeLot(
      row,
      judged.filter((one) => one.row > done),
      tally,
    );
  };
  const name = file.sheets[sheet]?.name ?? "";
  const steps = recordsOf(file.rows(sheet), await file.merges(sheet), layout, description, today, name);
  for await (const step of steps) {
    if ("passed" in step) {
      pass(tally, step.passed, totals);
      continue;
    }
    tally.rowsRead++;
    count(tally, step.record.values, totals);
    // Where a thing may be twice the judge must know what stands in all rows; of needs a row that is written is done with.
    if (step.record.row > done || (kind !== "NEEDS" && kind !== "ANNEX")) lot.push(step.record);
    if (lot.length >= lotSize && !(await flush())) return "over";
  }
  if (lot.length > 0 && !(await flush())) return "over";
  await finish(row, tally, sitting.params, now);
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
        data: {
          state: "UNREADABLE",
          problem: error.code,
          params: { ...(row?.params as object), ...error.params },
          version: { increment: 1 },
        },
      });
      return "unreadable";
    }
  });
  return outcome ?? "busy";
}
