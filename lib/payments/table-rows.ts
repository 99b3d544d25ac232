import { dayOf } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { openTable } from "@/lib/documents/table-reader";
import { Unreadable } from "@/lib/documents/unreadable";
import type { TableDescription } from "@/lib/imports/description";
import { propose } from "@/lib/imports/proposal";
import { type ImportRecord, recordsOf } from "@/lib/imports/records";

/**
 * The rows of a table of one kind, read as tables for import are: titles above, several header rows, any of the encodings.
 * Refuses `table_unreadable` (params reason, maximum), and `table_unknown` where no header of that kind is found (params
 * columns that are missing).
 *
 * @param needed fields without which the table cannot be meant
 * @param most rows, refused beyond
 */
export async function tableRows(
  bytes: Buffer,
  description: TableDescription,
  needed: readonly string[],
  most: number,
  now: Date,
): Promise<Result<ImportRecord[]>> {
  const today = dayOf(now);
  try {
    const file = await openTable(bytes);
    const { sheet, layout } = await propose(file, description, today, async () => null);
    const found = new Set(layout?.columns.map(({ field }) => field));
    const missing = description.fields.filter(({ key }) => needed.includes(key) && !found.has(key));
    if (!layout || missing.length > 0)
      return refuse("table_unknown", { params: { columns: missing.map(({ names }) => names.vi).join(", ") } });
    const rows: ImportRecord[] = [];
    for await (const step of recordsOf(file.rows(sheet), await file.merges(sheet), layout, description, today)) {
      if (!("record" in step)) continue;
      if (rows.length === most) throw new Unreadable("too_many_rows", { maximum: most });
      rows.push(step.record);
    }
    return ok(rows);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse("table_unreadable", { params: { reason: error.code, ...error.params } });
  }
}
