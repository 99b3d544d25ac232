import { z } from "zod";
import type { ImportState } from "@/lib/db/generated/enums";

export const rowsPerPage = 50;
export const rowFilters = ["problems", "notes", "accepted", "applied", "all", "passed"] as const;
export type RowFilter = (typeof rowFilters)[number];

/** The address of a table's page: which rows are shown, or its columns. Broken values are as good as not there. */
const importQuery = z.object({
  show: z.enum(rowFilters).optional().catch(undefined),
  view: z.enum(["columns"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which part of its page a table is at, and which of its rows are shown. */
export type ImportPart = { part: "columns" | "trial" | "waiting"; show: RowFilter; page: number };

/** Columns while they are asked for, the trial once the rows were read; what needs attention is shown first. */
export function partOf(
  entry: { state: ImportState; refused: number; asked: number },
  address: Record<string, string | string[] | undefined>,
): ImportPart {
  const { show, view, page } = importQuery.parse(address);
  const { state } = entry;
  const columns = state === "MAPPING" || (state === "CHECKED" && view === "columns");
  const part = columns ? "columns" : state === "CHECKED" || state === "APPLIED" ? "trial" : "waiting";
  const first = entry.refused + entry.asked > 0 ? "problems" : state === "APPLIED" ? "applied" : "accepted";
  return { part, show: show ?? first, page };
}

export const listQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
