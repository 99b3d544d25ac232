import { z } from "zod";
import { pageQuery } from "@/lib/vacancies/api";
import { apiBatchLines } from "@/lib/vacancies/api-batch-queries";
import { fromCursor, problem, readQuery, reply, toCursor } from "@/lib/web/api";
import { batchPath } from "@/lib/web/api-batch-path";
import { openData } from "@/lib/web/open-data";

export const GET = openData(async (request, { params }: RouteContext<"/api/v1/batches/[year]/[no]/vacancies">) => {
  const query = readQuery(request, pageQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int()]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const path = batchPath(await params);
  const items = path && (await apiBatchLines(path.year, path.no, { limit: query.limit, after: cursor?.[0] }));
  if (!items) return problem(request, 404, "Not found", "There is no published batch of this number.");
  const last = items.at(-1);
  return reply(request, {
    items,
    nextCursor: items.length === query.limit && last ? toCursor([last.position]) : null,
  });
});
