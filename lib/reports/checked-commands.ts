import { checkSchoolAnswer, refuseClosed } from "@/lib/cohorts/handing-in-commands";
import { problemsOf } from "@/lib/core/problems";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Context } from "@/lib/db/command";
import { type Answers, answersSchema } from "./answers";
import { type HeldReport, heldReport, type OpenForm, openForm } from "./held-commands";

/** Who owes the report may type into it now: what is open, or was returned. */
export async function typedInto(
  context: Context<unknown>,
  seen: { id: number; version: number },
): Promise<{ ok: true; row: HeldReport; move: "correct" | "save" } | Refusal> {
  const corrected = await heldReport(context, seen, "reporter", "correct");
  if (corrected.ok) return { ...corrected, move: "correct" };
  const begun = await heldReport(context, seen, "reporter", "save");
  return begun.ok ? { ...begun, move: "save" } : begun;
}

type Given = { content: unknown; explanations: Readonly<Record<string, string>>; nil: boolean };
type School = Extract<Awaited<ReturnType<typeof checkSchoolAnswer>>, { ok: true }>["value"];

/**
 * Checks answers as they are handed in: the window and the call, the form's rules, and of a school's answer what leads from
 * one table to another or from one year to the next. `content` is null for "nothing to report".
 */
export async function checkedReport(
  context: Context<unknown>,
  row: HeldReport,
  given: Given,
): Promise<Result<{ form: OpenForm; content: Answers | null; school: School | null }>> {
  const { tx, now } = context;
  const open = await openForm(context, row);
  if (!open.ok) return open;
  const { form } = open;
  const { dataCall } = row.period.obligation;
  const closed = dataCall && (await refuseClosed(tx, dataCall, row, now));
  if (closed) return closed;
  if (given.nil)
    return form.definition.nilAllowed ? ok({ form, content: null, school: null }) : refuse("nil_not_allowed");
  const answers = answersSchema(form.definition).safeParse(given.content);
  if (!answers.success) {
    const fields = problemsOf(answers.error).map((one) => ({ ...one, path: ["content", ...one.path] }));
    return refuse("invalid_input", { fields });
  }
  if (!dataCall || row.organisationId === null) return ok({ form, content: answers.data, school: null });
  const school = await checkSchoolAnswer(tx, dataCall, row.organisationId, answers.data, given.explanations);
  return school.ok ? ok({ form, content: answers.data, school: school.value }) : school;
}
