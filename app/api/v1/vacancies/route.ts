import { z } from "zod";
import { env } from "@/lib/config/env";
import { dayOf } from "@/lib/core/day";
import { vacancyQuery } from "@/lib/vacancies/api";
import { apiVacancies } from "@/lib/vacancies/api-queries";
import { fromCursor, problem, publicApi, readQuery, reply, toCursor } from "@/lib/web/api";

const position = z.tuple([z.iso.datetime(), z.number().int()]);

export const GET = publicApi(async (request) => {
  const query = readQuery(request, vacancyQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, position);
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const items = await apiVacancies({
    today: dayOf(new Date()),
    limit: query.limit,
    park: query.park,
    since: query.updatedSince ? new Date(query.updatedSince) : undefined,
    after: cursor && { publishedAt: new Date(cursor[0]), id: cursor[1] },
    origin: env().PUBLIC_URL,
  });
  const last = items.at(-1);
  const nextCursor = items.length === query.limit && last ? toCursor([last.publishedAt, last.id]) : null;
  return reply(request, { items, nextCursor });
});
