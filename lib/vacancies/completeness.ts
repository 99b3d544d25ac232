import type { FieldProblem } from "@/lib/core/result";
import type { VacancyContent } from "./schema";

const sumOf = (content: VacancyContent): number =>
  content.unskilled +
  content.elementary +
  content.intermediate +
  content.college +
  content.university +
  content.postgraduate;

/**
 * What a draft still lacks before it may be submitted, each with its field. Codes are of `common.validation` or
 * `vacancies.validation`. Pure: rules that need the register or the law are in findings.ts.
 */
export function missingFrom(content: VacancyContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: keyof VacancyContent, code: string, params?: FieldProblem["params"]) =>
    problems.push({ path: [field], code, ...(params && { params }) });

  if (content.titleVi.length === 0) say("titleVi", "required");
  else if (content.titleVi.length < 4) say("titleVi", "tooShort", { minimum: 4 });
  if (content.occupationId === null) say("occupationId", "choice");
  if (content.headcount < 1) say("headcount", "tooSmall", { minimum: 1 });
  else if (sumOf(content) !== content.headcount)
    say("headcount", "qualificationsDiffer", { sum: sumOf(content), headcount: content.headcount });
  if ((content.menQuota ?? 0) + (content.womenQuota ?? 0) > content.headcount)
    say("womenQuota", "quotasExceed", { headcount: content.headcount });

  if (!content.wageNegotiable) {
    if (content.wageMin === null) say("wageMin", "wageNeeded");
    if (content.wageMin !== null && content.wageMax !== null && content.wageMin > content.wageMax)
      say("wageMax", "wageOrder");
  }
  if (content.wageBase === null) say("wageBase", "required");
  else if (content.wageMin !== null && content.wageBase > content.wageMin) say("wageBase", "baseAboveMinimum");

  if (content.contractType === null) say("contractType", "choice");
  if (content.shift === null) say("shift", "choice");
  if (content.bus && !content.busRoutes) say("busRoutes", "busRoutesNeeded");
  if (content.descriptionVi.length < 20) say("descriptionVi", "tooShort", { minimum: 20 });
  if (content.requirementsVi.length < 5) say("requirementsVi", "tooShort", { minimum: 5 });
  if (!content.contactPhone && !content.contactEmail) say("contactPhone", "contactNeeded");
  if (content.deadline === null) say("deadline", "required");
  return problems;
}
