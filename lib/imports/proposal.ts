import type { TableFile } from "@/lib/documents/table";
import type { TableDescription } from "./description";
import { type FilledRow, mergeFiller } from "./grid";
import { fingerprintOf, type Layout, proposeLayout, withRemembered } from "./layout";

/** Rows read to find the header and to judge what the columns hold. */
const sampled = 200;

/** The first rows of a sheet as a person sees them. */
export async function firstRows(file: TableFile, sheet: number, most = sampled): Promise<FilledRow[]> {
  const fill = mergeFiller(await file.merges(sheet));
  const rows: FilledRow[] = [];
  for await (const row of file.rows(sheet)) {
    rows.push(fill(row));
    if (rows.length === most) break;
  }
  return rows;
}

export type Proposal = {
  sheet: number;
  /** Null when no sheet has a header that this kind of table knows. */
  layout: Layout | null;
};

/**
 * Which sheet is meant, where its header is and what its columns are; hidden sheets only where no other fits. `known`
 * gives, for a table's fingerprint, what somebody of the same organisation has said of it before.
 */
export async function propose(
  file: TableFile,
  description: TableDescription,
  today: string,
  known: (fingerprint: string) => Promise<Record<string, string | null> | null>,
): Promise<Proposal> {
  let best: { sheet: number; layout: Layout; points: number } | null = null;
  for (let sheet = 0; sheet < Math.min(file.sheets.length, 20); sheet++) {
    const layout = proposeLayout(await firstRows(file, sheet), description, today);
    if (!layout) continue;
    const sure = layout.columns.reduce((sum, column) => sum + (column.field ? column.certainty : 0), 0);
    const points = sure - (file.sheets[sheet]?.hidden ? 100 : 0);
    if (!best || points > best.points) best = { sheet, layout, points };
  }
  if (!best) return { sheet: 0, layout: null };
  const remembered = await known(fingerprintOf(best.layout.columns));
  return { sheet: best.sheet, layout: remembered ? withRemembered(best.layout, remembered) : best.layout };
}
