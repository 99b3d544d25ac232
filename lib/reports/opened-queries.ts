import { openedAnswers } from "./answers";
import { prefill } from "./known-queries";
import type { OwedReportDetail } from "./owed-queries";

/** What a report opens with: what was typed so far or, where nothing was, what the portal knows; and where that stands. */
export async function openedReport(report: OwedReportDetail): Promise<{ content: unknown; known: string[] }> {
  if (!report.form || report.draft !== null) return { content: report.draft ?? {}, known: [] };
  const { content, paths } = await prefill(report.form.definition, report.organisationId, report);
  return { content: openedAnswers(report.form.definition, content), known: paths };
}
