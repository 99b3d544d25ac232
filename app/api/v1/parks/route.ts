import { z } from "zod";
import { env } from "@/lib/config/env";
import { dayOf } from "@/lib/core/day";
import { pageQuery } from "@/lib/vacancies/api";
import { apiParks } from "@/lib/vacancies/api-queries";
import { fromCursor, problem, readQuery, reply, toCursor } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request) => {
  const query = readQuery(request, pageQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.string()]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const items = await apiParks({
    today: dayOf(new Date()),
    limit: query.limit,
    after: cursor?.[0],
    origin: env().PUBLIC_URL,
  });
  const last = items.at(-1);
  return reply(request, { items, nextCursor: items.length === query.limit && last ? toCursor([last.code]) : null });
});
