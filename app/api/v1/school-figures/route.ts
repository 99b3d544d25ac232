import { apiSchoolFigurePage, schoolFiguresQuery } from "@/lib/cohorts/public-api";
import { figuresCsv } from "@/lib/cohorts/public-figures";
import { figureYears, publicFigures } from "@/lib/cohorts/public-figures-queries";
import { readQuery } from "@/lib/web/api";
import { figuresReply } from "@/lib/web/figures-reply";
import { kept } from "@/lib/web/kept";
import { openData } from "@/lib/web/open-data";

/** Aggregates of what schools answered, by year, field, level and province; nothing below five persons. */
export const GET = openData(async (request) => {
  const query = readQuery(request, schoolFiguresQuery);
  if (query instanceof Response) return query;
  const year = query.year ?? (await kept("school-years", figureYears, ["schools"]))[0];
  const all = year === undefined ? [] : await kept(`school-figures ${year}`, () => publicFigures(year), ["schools"]);
  const wanted = all.filter((row) =>
    (["field", "level", "province"] as const).every((name) => query[name] === undefined || row[name] === query[name]),
  );
  const file = `school-figures-${year ?? "none"}`;
  return figuresReply(request, query, wanted, { csv: figuresCsv, file, page: apiSchoolFigurePage });
});
