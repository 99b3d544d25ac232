import { dayOf } from "@/lib/core/day";
import { workbookType } from "@/lib/documents/streamed-workbook";
import { type Answers, openedAnswers } from "@/lib/reports/answers";
import { openedReport } from "@/lib/reports/opened-queries";
import { owedReport } from "@/lib/reports/owed-queries";
import { owesReports } from "@/lib/reports/scope";
import { reportTemplate } from "@/lib/reports/template";
import { annotatedTemplate } from "@/lib/reports/template-notes";
import { readTemplate } from "@/lib/reports/template-reader";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/**
 * The Excel template of a report for who owes it, with what is typed so far or known already. `notes=1` marks in it what
 * is to be corrected before it can be handed in.
 */
export async function GET(request: Request, context: RouteContext<"/api/exports/reports/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!owesReports(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const id = Number((await context.params).id);
  const report = Number.isSafeInteger(id) && id > 0 && id < 2_147_483_648 ? await owedReport(actor, id) : null;
  if (!report?.form) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  const { definition, code, no } = report.form;
  const { content: answers } = await openedReport(report);
  let content = await reportTemplate(definition, openedAnswers(definition, answers) satisfies Answers, {
    form: { code, nameVi: report.nameVi, nameEn: report.nameEn, versionNo: no },
    assignmentId: report.id,
    organisation: actor.kind === "person" ? (actor.organisation?.nameVi ?? "") : "",
    period: { from: report.coversFrom, to: report.coversTo, dueOn: report.dueOn },
    locale,
  });
  if (searchParams.has("notes")) {
    const expected = { formCode: code, versionNo: no, assignmentId: report.id };
    const read = await readTemplate(Buffer.from(content), definition, expected, dayOf(new Date()));
    if (read.ok) content = await annotatedTemplate(content, definition, read.findings, locale);
  }
  return download({ name: `${code}-${report.slot}.xlsx`, type: workbookType, content });
}
