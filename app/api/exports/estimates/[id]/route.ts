import { chosenOf } from "@/lib/budget/estimate";
import { estimateSheet, estimateWord } from "@/lib/budget/estimate-file";
import { estimate } from "@/lib/budget/estimate-queries";
import { estimateView } from "@/lib/budget/estimate-schema";
import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { permissions } from "@/lib/identity/permissions";
import { contentDisposition, download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** An estimate in its chosen scenario as an official paper: Word, or with `format=xlsx` Excel; `no`: as it was handed in. */
export async function GET(request: Request, context: RouteContext<"/api/exports/estimates/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readBudget(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const { searchParams } = new URL(request.url);
  const view = estimateView.parse(Object.fromEntries(searchParams));
  const shown = /^\d{1,9}$/.test(id) ? await estimate(Number(id), view.no) : null;
  if (!shown) return new Response(null, { status: 404 });
  const chosen = chosenOf(shown);
  const name = `du-toan-${shown.year}-${shown.id}${shown.no ? `-lan-${shown.no}` : ""}`;
  if (searchParams.get("format") !== "xlsx")
    return download({
      name: `${name}.docx`,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      content: await estimateWord(shown, chosen),
    });
  const sheet = estimateSheet(shown, chosen, searchParams.get("locale") === "en" ? "en" : "vi");
  return new Response(streamedWorkbook(sheet.name, sheet.columns, sheet.rows(), sheet.titles), {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${name}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
