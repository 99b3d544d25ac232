import { schoolAnswer } from "@/lib/cohorts/answer";
import { answerLetter } from "@/lib/cohorts/answer-letter";
import { dayOf } from "@/lib/core/day";
import { workbookType } from "@/lib/documents/streamed-workbook";
import { wordType } from "@/lib/documents/word";
import { type Answers, openedAnswers } from "@/lib/reports/answers";
import { definitionOf } from "@/lib/reports/definition";
import { openedReport } from "@/lib/reports/opened-queries";
import { type OwedReportDetail, owedReport } from "@/lib/reports/owed-queries";
import { owesReports } from "@/lib/reports/scope";
import { reportTemplate } from "@/lib/reports/template";
import { annotatedTemplate } from "@/lib/reports/template-notes";
import { readTemplate } from "@/lib/reports/template-reader";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The answers that are asked for: as typed so far or known already, or the version handed in last with its own form. */
async function answersOf(report: OwedReportDetail, last: boolean) {
  const [handedIn] = report.submissions;
  if (!report.form) return null;
  if (last && !handedIn) return null;
  if (!last || !handedIn) return { ...report.form, content: (await openedReport(report)).content };
  const { formVersion, content } = handedIn;
  return {
    code: report.form.code,
    versionId: formVersion.id,
    no: formVersion.no,
    definition: definitionOf(formVersion.definition),
    content: content as unknown,
  };
}

/**
 * The Excel template of a report for who owes it, with what is typed so far or known already; with `version=last` what was
 * handed in last. `notes=1` marks in it what is to be corrected before it can be handed in. `as=letter`: a school's answer
 * as its Word letter.
 */
export async function GET(request: Request, context: RouteContext<"/api/exports/reports/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!owesReports(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const id = Number((await context.params).id);
  const report = Number.isSafeInteger(id) && id > 0 && id < 2_147_483_648 ? await owedReport(actor, id) : null;
  const { searchParams } = new URL(request.url);
  const answers = report && (await answersOf(report, searchParams.get("version") === "last"));
  if (!report || !answers) return new Response(null, { status: 404 });
  const organisation = actor.kind === "person" ? (actor.organisation?.nameVi ?? "") : "";
  const { definition, code, no } = answers;
  if (searchParams.get("as") === "letter") {
    // A half typed answer may not be a whole one yet: the letter is of what is.
    const answer = schoolAnswer.safeParse(answers.content);
    if (!report.call || !answer.success) return new Response(null, { status: 404 });
    const content = await answerLetter({ school: organisation, year: report.call.year, answer: answer.data });
    return download({ name: `${code}-${report.slot}.docx`, type: wordType, content });
  }
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  let content = await reportTemplate(definition, openedAnswers(definition, answers.content) satisfies Answers, {
    form: { code, nameVi: report.nameVi, nameEn: report.nameEn, versionNo: no },
    assignmentId: report.id,
    organisation,
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
