import { cohortWords } from "@/lib/cohorts/figure-words";
import { type CohortFigures, type CohortQuery, cohortMeasures, cohortQuery } from "@/lib/cohorts/figures";
import {
  cohortLines,
  cohortsBy,
  cohortTotals,
  firstLine,
  graduatesByMonth,
  planFigures,
} from "@/lib/cohorts/figures-queries";
import { consolidatedFiguresWord } from "@/lib/cohorts/figures-word";
import { dayOf, formatMoment } from "@/lib/core/day";
import {
  type StreamedColumn,
  type StreamedValue,
  streamedWorkbook,
  workbookType,
} from "@/lib/documents/streamed-workbook";
import { permissions } from "@/lib/identity/permissions";
import { schoolEntry } from "@/lib/organisations/school-queries";
import { contentDisposition, download } from "@/lib/web/download";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { getActor } from "@/lib/web/session";

const perPage = 1_000;
const column = (label: string, width: number): StreamedColumn => ({ label, width });
const numbers = (row: CohortFigures): StreamedValue[] => cohortMeasures.map((one) => row[one]);

/** The rows of the table as it is asked for, and their sums. */
async function* tableRows(
  { by, sort, direction, page: _, with: __, ...filters }: CohortQuery,
  words: ReturnType<typeof cohortWords>,
): AsyncGenerator<StreamedValue[]> {
  const read = async (page: number) => {
    const found = await cohortsBy(by, filters, { sort, direction }, page, perPage);
    return { items: found.rows, next: nextPage(page, Math.ceil(found.total / perPage)) };
  };
  for await (const row of pagesOf(1, read))
    yield [words.key(by, row.key, row.name), row.code, row.schools, ...numbers(row)];
  const totals = await cohortTotals(filters);
  yield [words.say("figures.total"), null, totals.schools, ...numbers(totals)];
}

/** Every programme of every school and year that is asked for, and their sums. */
async function* lineRows(
  { by: _, sort: __, direction: ___, page: ____, with: _____, ...filters }: CohortQuery,
  words: ReturnType<typeof cohortWords>,
): AsyncGenerator<StreamedValue[]> {
  for await (const row of pagesOf(firstLine, (place) => cohortLines(filters, place)))
    yield [
      ...[row.year, row.school, words.key("kind", row.kind), words.key("province", row.province), row.code, row.name],
      ...[words.key("field", row.field), words.key("level", row.level), words.key("accreditation", row.accreditation)],
      ...numbers(row),
    ];
  yield [words.say("figures.total"), ...Array<null>(8).fill(null), ...numbers(await cohortTotals(filters))];
}

/** The consolidated Word report of a year; null without one. */
async function wordReport(
  { by: _, sort: __, direction: ___, page: ____, with: other, ...filters }: CohortQuery,
  now: Date,
) {
  if (filters.year === undefined) return null;
  const school = filters.school ? await schoolEntry({ id: filters.school }) : null;
  const dimensions = ["field", "level", "kind", "province"] as const;
  const order = { sort: "students", direction: "desc" } as const;
  const { year, ...narrowed } = filters;
  return consolidatedFiguresWord({
    year,
    filters: cohortWords("vi").filters(narrowed, { school: school?.nameVi ?? null }),
    totals: await cohortTotals(filters),
    before: other === year - 1 ? await cohortTotals({ ...filters, year: other }) : null,
    tables: await Promise.all(
      dimensions.map(async (dimension) => ({
        dimension,
        rows: (await cohortsBy(dimension, filters, order, 1, perPage)).rows,
      })),
    ),
    months: await graduatesByMonth(filters),
    plan: await planFigures(filters),
    at: now,
  });
}

/** The figures of the page's address: its table (`xlsx`), the rows behind it (`lines`), or the report of a year (`docx`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readSchoolData(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { searchParams } = new URL(request.url);
  const query = cohortQuery.parse(Object.fromEntries(searchParams));
  const now = new Date();
  const name = `so-lieu-dao-tao-${query.year ?? "cac-nam"}-${dayOf(now)}`;
  const format = searchParams.get("format");
  if (format === "docx") {
    const content = await wordReport(query, now);
    if (!content) return new Response(null, { status: 404 });
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return download({ name: `${name}.docx`, type, content });
  }
  const words = cohortWords(searchParams.get("locale") === "en" ? "en" : "vi");
  const { say } = words;
  const lines = format === "lines";
  const heads = lines
    ? [
        ...[column(say("by.year"), 10), column(say("by.school"), 40), column(say("by.kind"), 18)],
        ...[column(say("by.province"), 16), column(say("figures.code"), 14), column(say("by.programme"), 36)],
        ...[column(say("by.field"), 28), column(say("by.level"), 16), column(say("by.accreditation"), 22)],
      ]
    : [column(say(`by.${query.by}`), 40), column(say("figures.code"), 14), column(say("figures.schoolCount"), 10)];
  const { by: _, sort: __, direction: ___, page: ____, with: _____, ...filters } = query;
  const titles = [
    say("figures.title"),
    words.filters(filters).join(" · ") || say("figures.allYears"),
    say("figures.cutOff", { at: formatMoment(now) }),
  ];
  const columns = [...heads, ...cohortMeasures.map((one) => column(say(`measure.${one}`), 14))];
  return new Response(
    streamedWorkbook(say("figures.sheet"), columns, lines ? lineRows(query, words) : tableRows(query, words), titles),
    {
      headers: {
        "content-type": workbookType,
        "content-disposition": contentDisposition(`${name}.xlsx`),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    },
  );
}
