import { workbookType } from "@/lib/documents/streamed-workbook";
import { openedAnswers } from "@/lib/reports/answers";
import { owedReport } from "@/lib/reports/owed-queries";
import { owesReports } from "@/lib/reports/scope";
import { reportTemplate } from "@/lib/reports/template";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The Excel template of a report for who owes it, with what is typed so far. */
export async function GET(request: Request, context: RouteContext<"/api/exports/reports/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!owesReports(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const id = Number((await context.params).id);
  const report = Number.isSafeInteger(id) && id > 0 && id < 2_147_483_648 ? await owedReport(actor, id) : null;
  if (!report?.form) return new Response(null, { status: 404 });
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  const { definition, code, no } = report.form;
  const content = await reportTemplate(definition, openedAnswers(definition, report.draft ?? {}), {
    form: { code, nameVi: report.nameVi, nameEn: report.nameEn, versionNo: no },
    assignmentId: report.id,
    organisation: actor.kind === "person" ? (actor.organisation?.nameVi ?? "") : "",
    period: { from: report.coversFrom, to: report.coversTo, dueOn: report.dueOn },
    locale,
  });
  return download({ name: `${code}-${report.slot}.xlsx`, type: workbookType, content });
}
