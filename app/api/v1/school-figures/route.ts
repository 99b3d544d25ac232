import { z } from "zod";
import { apiSchoolFigurePage, schoolFiguresQuery } from "@/lib/cohorts/public-api";
import { figuresCsv } from "@/lib/cohorts/public-figures";
import { figureYears, publicFigures } from "@/lib/cohorts/public-figures-queries";
import { fromCursor, problem, publicApi, readQuery, reply, toCursor } from "@/lib/web/api";
import { kept } from "@/lib/web/kept";
import { sharedCaching } from "@/lib/web/shared-caching";

/** Aggregates of what schools answered, by year, field, level and province; nothing below five persons. */
export const GET = publicApi(async (request) => {
  const query = readQuery(request, schoolFiguresQuery);
  if (query instanceof Response) return query;
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor, z.tuple([z.number().int().min(0)]));
  if (cursor === null) return problem(request, 400, "The cursor does not fit", "Pass `nextCursor` of the page before.");
  const year = query.year ?? (await kept("school-years", figureYears, ["schools"]))[0];
  const all = year === undefined ? [] : await kept(`school-figures ${year}`, () => publicFigures(year), ["schools"]);
  const wanted = all.filter((row) =>
    (["field", "level", "province"] as const).every((name) => query[name] === undefined || row[name] === query[name]),
  );
  if (query.format === "csv")
    return new Response(figuresCsv(wanted), {
      headers: {
        "access-control-allow-origin": "*",
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="school-figures-${year ?? "none"}.csv"`,
        "cache-control": sharedCaching,
      },
    });
  const from = cursor?.[0] ?? 0;
  const items = wanted.slice(from, from + query.limit);
  const nextCursor = from + items.length < wanted.length ? toCursor([from + items.length]) : null;
  return reply(request, apiSchoolFigurePage.parse({ items, nextCursor }));
});
