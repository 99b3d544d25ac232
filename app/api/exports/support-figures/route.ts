import { figureMeasures, figuresQuery } from "@/lib/budget/figures";
import { figureNames, figuresBy, peopleBehind } from "@/lib/budget/figures-queries";
import { figureWords } from "@/lib/budget/figures-words";
import { dayOf, formatDay, formatMoment } from "@/lib/core/day";
import {
  type StreamedColumn,
  type StreamedValue,
  streamedWorkbook,
  workbookType,
} from "@/lib/documents/streamed-workbook";
import { permissions } from "@/lib/identity/permissions";
import { contentDisposition } from "@/lib/web/download";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { getActor } from "@/lib/web/session";

const perPage = 1_000;
const column = (label: string, width: number): StreamedColumn => ({ label, width });

/** The figures of the page's address as Excel; with `measure` the people behind one. */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readDossiers(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { searchParams } = new URL(request.url);
  const { by, measure, page: _, ...filters } = figuresQuery.parse(Object.fromEntries(searchParams));
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  const base = figureWords(locale, await figureNames([], by, filters.enterprise));
  const { say } = base;
  async function* people(): AsyncGenerator<StreamedValue[]> {
    if (!measure) return;
    const read = async (page: number) => {
      const found = await peopleBehind(measure, filters, page, perPage);
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / perPage)) };
    };
    let at = 0;
    for await (const one of pagesOf(1, read))
      yield [
        ...[++at, one.fullName, one.organisation, one.programme, one.code, one.at && formatDay(dayOf(one.at))],
        ...[measure === "refused" ? base.reason(one.reason) : null, one.amount],
      ];
  }
  async function* figures(): AsyncGenerator<StreamedValue[]> {
    const read = async (page: number) => {
      const found = await figuresBy(by, filters, page, perPage);
      const words = figureWords(
        locale,
        await figureNames(
          found.rows.map(({ key }) => key),
          by,
        ),
      );
      const items = found.rows.map((row) => ({ row, label: words.key(by, row.key) }));
      return { items, next: nextPage(page, Math.ceil(found.total / perPage)) };
    };
    for await (const { row, label } of pagesOf(1, read))
      yield [label, ...figureMeasures.map((one) => row[one]), row.askedAmount, row.approvedAmount, row.paidAmount];
    const { sums } = await figuresBy(by, filters, 1, 1);
    yield [
      say("total"),
      ...figureMeasures.map((one) => sums[one]),
      sums.askedAmount,
      sums.approvedAmount,
      sums.paidAmount,
    ];
  }
  const columns = measure
    ? [
        ...[column("TT", 8), column(say("name"), 28), column(say("organisation"), 40), column(say("programme"), 28)],
        ...[
          column(say("dossier"), 16),
          column(say(`on.${measure}`), 14),
          column(say("reason"), 36),
          column(say("amount"), 16),
        ],
      ]
    : [
        column(say(`by.${by}`), 40),
        ...figureMeasures.map((one) => column(say(`measure.${one}`), 14)),
        ...[column(say("askedAmount"), 20), column(say("approvedAmount"), 20), column(say("paidAmount"), 20)],
      ];
  const titles = [
    measure ? say(`measure.${measure}`) : say("title"),
    base.filters(filters).join(" · ") || say("all"),
    say("cutOff", { at: formatMoment(new Date()) }),
  ];
  return new Response(streamedWorkbook(say("sheet"), columns, measure ? people() : figures(), titles), {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`so-lieu-ho-tro-dao-tao-${dayOf(new Date())}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
