import { outcomeYears } from "@/lib/cohorts/outcome-queries";
import { apiOutcomeFigurePage, outcomeFiguresQuery } from "@/lib/cohorts/public-api";
import { publicOutcomeFigures } from "@/lib/cohorts/public-figures-queries";
import { outcomesCsv } from "@/lib/cohorts/public-outcomes";
import { readQuery } from "@/lib/web/api";
import { figuresReply } from "@/lib/web/figures-reply";
import { kept } from "@/lib/web/kept";
import { openData } from "@/lib/web/open-data";

/** What became of schools' graduates after 6 and 12 months, by school and field; nothing below five persons. */
export const GET = openData(async (request) => {
  const query = readQuery(request, outcomeFiguresQuery);
  if (query instanceof Response) return query;
  const year = query.year ?? (await kept("outcome-years", outcomeYears, ["schools"]))[0];
  const all =
    year === undefined ? [] : await kept(`graduate-outcomes ${year}`, () => publicOutcomeFigures(year), ["schools"]);
  const wanted = all.filter(
    (row) =>
      (query.months === undefined || row.months === Number(query.months)) &&
      (["school", "field"] as const).every((name) => query[name] === undefined || row[name] === query[name]),
  );
  const file = `graduate-outcomes-${year ?? "none"}`;
  return figuresReply(request, query, wanted, { csv: outcomesCsv, file, page: apiOutcomeFigurePage });
});
