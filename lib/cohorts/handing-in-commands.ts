import { dateToDay, dayOf } from "@/lib/core/day";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import type { AssignmentState, DataCallState } from "@/lib/db/generated/enums";
import { answerProblems, type SchoolAnswer, schoolAnswerOf } from "./answer";
import { leastExplanation } from "./explanations";
import { type ExplainedFinding, plausibility } from "./plausibility";
import { previousAnswer } from "./previous-queries";

type Call = { year: number; state: DataCallState; closedAt: Date | null };
type Answered = { id: number; organisationId: number | null; state: AssignmentState; decidedAt: Date | null };

/**
 * Refuses `call_closed` when the call takes answers no more: what was typed is kept. Open stays who was given more time
 * until today or later, and whose answer was returned after the closing, as the Authority waits for it itself.
 */
export async function refuseClosed(tx: Tx, call: Call, report: Answered, now: Date): Promise<Refusal | null> {
  if (call.state !== "CLOSED" || call.closedAt === null) return null;
  if (report.state === "RETURNED" && report.decidedAt && report.decidedAt >= call.closedAt) return null;
  const more = await tx.dueExtension.findFirst({
    where: { assignmentId: report.id, state: "GRANTED", decidedAt: { gte: call.closedAt } },
    orderBy: { id: "desc" },
    select: { untilOn: true },
  });
  if (more && dateToDay(more.untilOn) >= dayOf(now)) return null;
  return refuse("call_closed", { params: { day: dayOf(call.closedAt) } });
}

/**
 * What the form's own rules cannot say of a school's answer: its tables agree, and what is unlike last year is explained.
 * Refuses each place (`content…`, `explanations.<finding>`).
 */
export async function checkSchoolAnswer(
  tx: Tx,
  call: Call,
  schoolId: number,
  content: unknown,
  explanations: Readonly<Record<string, string>>,
): Promise<Result<{ answer: SchoolAnswer; findings: ExplainedFinding[] }>> {
  const answer = schoolAnswerOf(content);
  const found = plausibility(answer, await previousAnswer(schoolId, call.year, tx), call.year);
  const explained = found.map((one) => ({ ...one, explanation: explanations[one.key]?.trim() ?? "" }));
  const fields = [
    ...answerProblems(answer).map((one) => ({ ...one, path: ["content", ...one.path] })),
    ...explained
      .filter(({ explanation }) => explanation.length < leastExplanation)
      .map(({ key }) => ({ path: ["explanations", key], code: "explanationMissing" })),
  ];
  return fields.length > 0 ? refuse("invalid_input", { fields }) : ok({ answer, findings: explained });
}

/** The contact point that an answer names is the school's from now on, and confirmed today. */
export async function keepContact(tx: Tx, schoolId: number, answer: SchoolAnswer, now: Date): Promise<void> {
  const { contactName, contactTitle, contactPhone, contactEmail } = answer;
  if (!contactName || !contactPhone) return;
  const data = {
    ...{ fullName: contactName, title: contactTitle, phone: contactPhone, email: contactEmail, confirmedAt: now },
  };
  const known = await tx.contactPoint.findFirst({
    where: { organisationId: schoolId, purpose: "training" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (known) await tx.contactPoint.update({ where: { id: known.id }, data });
  else await tx.contactPoint.create({ data: { ...data, organisationId: schoolId, purpose: "training" } });
}
