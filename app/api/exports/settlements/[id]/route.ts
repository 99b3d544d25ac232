import { settlementSheet, settlementWord } from "@/lib/budget/settlement-file";
import { linesOf, settlement, settlementGroups } from "@/lib/budget/settlement-queries";
import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { permissions } from "@/lib/identity/permissions";
import { contentDisposition, download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** A year's settlement as an official paper: Word, or with `format=xlsx` each person in Excel, streamed. */
export async function GET(request: Request, context: RouteContext<"/api/exports/settlements/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readBudget(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const shown = /^\d{1,9}$/.test(id) ? await settlement(Number(id)) : null;
  if (!shown) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const name = `quyet-toan-${shown.budgetYear.year}-${shown.id}`;
  if (searchParams.get("format") !== "xlsx")
    return download({
      name: `${name}.docx`,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      content: await settlementWord(shown, await settlementGroups(shown.id), linesOf(shown.id, true)),
    });
  const sheet = settlementSheet(shown, linesOf(shown.id), searchParams.get("locale") === "en" ? "en" : "vi");
  return new Response(streamedWorkbook(sheet.name, sheet.columns, sheet.rows(), sheet.titles), {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${name}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
