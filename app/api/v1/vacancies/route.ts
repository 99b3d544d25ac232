import { z } from "zod";
import { env } from "@/lib/config/env";
import { vacancyQuery } from "@/lib/vacancies/api";
import { apiVacancies } from "@/lib/vacancies/api-queries";
import { parseSearch } from "@/lib/vacancies/search";
import { fromCursor, problem, readQuery, reply, toCursor } from "@/lib/web/api";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request) => {
  const query = readQuery(request, vacancyQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int()]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const search = parseSearch(Object.fromEntries(new URL(request.url).searchParams));
  const { items, cursor: next } = await apiVacancies(search, new Date(), {
    limit: query.limit,
    before: cursor?.[0],
    origin: env().PUBLIC_URL,
  });
  return reply(request, { items, nextCursor: next === null ? null : toCursor([next]) });
});
