import { confirmedInternships } from "@/lib/cohorts/internship-queries";
import { openedAnswers } from "./answers";
import { prefill } from "./known-queries";
import type { OwedReportDetail } from "./owed-queries";

/**
 * What a report opens with: what was typed so far or, where nothing was, what the portal knows; and where that stands. A data
 * call begins with the internships that the school and enterprises of the parks have both confirmed.
 */
export async function openedReport(report: OwedReportDetail): Promise<{ content: unknown; known: string[] }> {
  if (!report.form || report.draft !== null) return { content: report.draft ?? {}, known: [] };
  const { content, paths } = await prefill(report.form.definition, report.organisationId, report);
  const placed =
    report.call && report.organisationId !== null
      ? await confirmedInternships(report.organisationId, report.call.year)
      : [];
  return {
    content: openedAnswers(report.form.definition, placed.length > 0 ? { ...content, internships: placed } : content),
    known: [...paths, ...placed.map((_, at) => `internships.${at}.count`)],
  };
}
