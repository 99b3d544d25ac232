import { messages } from "@/lib/i18n/messages";
import { exportedList } from "@/lib/web/list-export";
import { getActor } from "@/lib/web/session";
import * as administration from "../_lists/administration";
import * as budget from "../_lists/budget";
import * as cohorts from "../_lists/cohorts";
import * as deadlines from "../_lists/deadlines";
import type { ListExport } from "../_lists/list";
import * as papers from "../_lists/papers";
import * as paymentLists from "../_lists/payments";
import * as schools from "../_lists/schools";
import * as subsidies from "../_lists/subsidies";
import * as vacancies from "../_lists/vacancies";

const lists: Record<
  | keyof typeof vacancies
  | keyof typeof administration
  | keyof typeof papers
  | keyof typeof deadlines
  | keyof typeof paymentLists
  | keyof typeof schools
  | keyof typeof subsidies
  | keyof typeof budget
  | keyof typeof cohorts,
  ListExport
> = {
  ...deadlines,
  ...papers,
  ...paymentLists,
  ...schools,
  ...subsidies,
  ...vacancies,
  ...administration,
  ...budget,
  ...cohorts,
};

/** A list of the portal as an Excel file, with the filters of its page in the address; streamed, however long it is. */
export async function GET(request: Request, context: RouteContext<"/api/exports/lists/[list]">): Promise<Response> {
  const { list: asked } = await context.params;
  const name = (Object.keys(lists) as (keyof typeof lists)[]).find((one) => one === asked);
  const actor = await getActor();
  if (!name || !lists[name].may(actor))
    return new Response(null, { status: name && actor.kind === "nobody" ? 401 : 404 });
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  const words = messages[locale];
  const params: Record<string, string | string[]> = {};
  for (const key of new Set(searchParams.keys())) {
    const values = searchParams.getAll(key);
    params[key] = values.length > 1 ? values : (values[0] ?? "");
  }
  const list = lists[name];
  return exportedList({
    name: words.exports.list[name],
    columns: list.columns.map((column) => ({
      label: words.exports.column[column],
      width: column === "title" || column === "enterprise" ? 42 : 18,
    })),
    rows: list.rows({ actor, params, locale, words, now: new Date() }),
  });
}
