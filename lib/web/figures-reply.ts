import { z } from "zod";
import { fromCursor, problem, reply, toCursor } from "./api";
import { sharedCaching } from "./shared-caching";

/** Rows of open data: a page of them as JSON, or all of them as a CSV file. */
export function figuresReply<Row>(
  request: Request,
  query: { cursor?: string | undefined; limit: number; format: "json" | "csv" },
  rows: readonly Row[],
  as: { csv: (rows: readonly Row[]) => string; file: string; page: z.ZodType },
): Response {
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int().min(0)]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  if (query.format === "csv")
    return new Response(as.csv(rows), {
      headers: {
        "access-control-allow-origin": "*",
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${as.file}.csv"`,
        "cache-control": sharedCaching,
      },
    });
  const from = cursor?.[0] ?? 0;
  const items = rows.slice(from, from + query.limit);
  const nextCursor = from + items.length < rows.length ? toCursor([from + items.length]) : null;
  return reply(request, as.page.parse({ items, nextCursor }));
}
