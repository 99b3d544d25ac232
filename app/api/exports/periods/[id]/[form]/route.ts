import { workbookType } from "@/lib/documents/streamed-workbook";
import { consolidated, rowsOf } from "@/lib/reports/consolidated-queries";
import { consolidatedWord } from "@/lib/reports/consolidated-word";
import { consolidatedWorkbook } from "@/lib/reports/consolidated-workbook";
import { readPeriod } from "@/lib/reports/period-queries";
import { cutOffOf, periodView } from "@/lib/reports/period-schema";
import { readsReports } from "@/lib/reports/scope";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The consolidated report of a period, with the numbers of its page at the same cut-off. */
export async function GET(
  request: Request,
  context: RouteContext<"/api/exports/periods/[id]/[form]">,
): Promise<Response> {
  const actor = await getActor();
  if (!readsReports(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id, form } = await context.params;
  const period = /^\d{1,9}$/.test(id) ? await readPeriod(actor, Number(id)) : null;
  if (!period || (form !== "excel" && form !== "word")) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const { at, including } = periodView.parse(Object.fromEntries(searchParams));
  const report = await consolidated(period, cutOffOf(at, period.closedAt, new Date()), including);
  const name = `tong-hop-${period.id}-${period.slot}`;
  return form === "excel"
    ? download({
        name: `${name}.xlsx`,
        type: workbookType,
        content: await consolidatedWorkbook(report, rowsOf(report), searchParams.get("locale") === "en" ? "en" : "vi"),
      })
    : download({
        name: `${name}.docx`,
        type: wordType,
        content: await consolidatedWord(report, rowsOf(report, false)),
      });
}
