import { z } from "zod";
import { env } from "@/lib/config/env";
import { pageQuery } from "@/lib/vacancies/api";
import { apiBatches } from "@/lib/vacancies/api-batch-queries";
import { fromCursor, problem, readQuery, reply, toCursor } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

const position = z.tuple([z.number().int(), z.number().int()]);

export const GET = openData(async (request) => {
  const query = readQuery(request, pageQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, position);
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const items = await apiBatches({
    limit: query.limit,
    after: cursor && { year: cursor[0], no: cursor[1] },
    origin: env().PUBLIC_URL,
  });
  const last = items.at(-1);
  const nextCursor = items.length === query.limit && last ? toCursor([last.year, last.no]) : null;
  return reply(request, { items, nextCursor });
});
