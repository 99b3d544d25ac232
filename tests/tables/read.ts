import type { TableFile } from "@/lib/documents/table";
import { openTable } from "@/lib/documents/table-reader";
import type { TableDescription } from "@/lib/imports/description";
import type { Layout } from "@/lib/imports/layout";
import { propose } from "@/lib/imports/proposal";
import { type ImportRecord, type PassedRow, recordsOf } from "@/lib/imports/records";

export type ReadTable = {
  file: TableFile;
  sheet: number;
  layout: Layout;
  records: ImportRecord[];
  passed: PassedRow[];
};

/** Reads a table as the product does, all of it: what is proposed is taken. Throws when no header is found. */
export async function readTable(
  bytes: Buffer,
  description: TableDescription,
  today = "2024-07-10",
): Promise<ReadTable> {
  const file = await openTable(bytes);
  const { sheet, layout } = await propose(file, description, today, async () => null);
  if (!layout) throw new Error("no header found");
  const name = file.sheets[sheet]?.name ?? "";
  const records: ImportRecord[] = [];
  const passed: PassedRow[] = [];
  for await (const step of recordsOf(file.rows(sheet), await file.merges(sheet), layout, description, today, name)) {
    if ("record" in step) records.push(step.record);
    else passed.push(step.passed);
  }
  return { file, sheet, layout, records, passed };
}
