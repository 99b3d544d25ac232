import { z } from "zod";

export const rowsPerPage = 50;
export const rowFilters = ["problems", "notes", "accepted", "applied", "all", "passed"] as const;
export type RowFilter = (typeof rowFilters)[number];

/** The address of a table's page: which rows are shown, or its columns. Broken values are as good as not there. */
export const importQuery = z.object({
  show: z.enum(rowFilters).optional().catch(undefined),
  view: z.enum(["columns"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const listQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
