import { explanationsOf } from "@/lib/cohorts/explanations";
import { keepContact } from "@/lib/cohorts/handing-in-commands";
import { dateToDay, dayOf, daysBetween } from "@/lib/core/day";
import { problemsOf } from "@/lib/core/problems";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { draftSchema } from "./answers";
import { checkedReport, typedInto } from "./checked-commands";
import { heldReport, moveReport, openForm } from "./held-commands";
import { owesReports } from "./scope";
import { filledTemplate, savedDraft, submittedReport } from "./submission-schema";
import { readTemplate } from "./template-reader";

const asJson = (content: unknown) => content as Prisma.InputJsonObject;

/** Keeps a draft in the name of who owes the report, typed or taken from a table, where its version is still the one seen. */
export async function keepDraft(
  context: Context<unknown>,
  seen: { id: number; version: number; content?: unknown; explanations?: Record<string, string> },
) {
  const held = await typedInto(context, seen);
  if (!held.ok) return held;
  const open = await openForm(context, held.row);
  if (!open.ok) return open;
  const draft = draftSchema(open.form.definition).safeParse(seen.content);
  if (!draft.success) return refuse("invalid_input", { fields: problemsOf(draft.error) });
  return moveReport(context, held.row, held.move, {
    draft: asJson(draft.data),
    draftVersionId: open.form.versionId,
    draftSavedAt: context.now,
    ...(seen.explanations && { explanations: seen.explanations }),
  });
}

/** Keeps what was typed so far, complete or not. Refuses `not_open` before the period's first day. */
export const saveReport = command({
  name: "reports.save",
  input: savedDraft,
  may: owesReports,
  run: (context) => keepDraft(context, context.input),
});

/**
 * Takes the answers of a filled template over into the draft, whatever is wrong with them: the form then shows it at its
 * place. Refuses a file that is not this report's template (codes of lib/reports/template-reader.ts).
 *
 * @returns `findings`: what is to be corrected, with the cell of the file
 */
export const fillReport = command({
  name: "reports.fillFromFile",
  input: filledTemplate,
  may: owesReports,
  run: async (context) => {
    const { input, now, about } = context;
    const held = await typedInto(context, input);
    if (!held.ok) return held;
    const { row } = held;
    const open = await openForm(context, row);
    if (!open.ok) return open;
    const { definition, versionId, code, no } = open.form;
    const bytes = Buffer.from(input.file.content, "base64");
    const expected = { formCode: code, versionNo: no, assignmentId: row.id };
    const read = await readTemplate(bytes, definition, expected, dayOf(now));
    if (!read.ok) return read;
    const moved = await moveReport(context, row, held.move, {
      draft: asJson(read.content),
      draftVersionId: versionId,
      draftSavedAt: now,
      draftFromFile: true,
    });
    if (!moved.ok) return moved;
    about({ type: "report", id: row.id }, { file: input.file.name, findings: read.findings.length });
    return ok({ ...moved.value, findings: read.findings });
  },
});

/**
 * Hands a report in: its answers are checked by the form, and never changed from then on. Late is late: the days after
 * the due day are kept from the first time. Where a second person hands in, what a colleague asked to be signed is handed
 * in as it stands. Refuses `not_open`, `call_closed`, `nil_not_allowed`, `sign_not_asked`, `same_person`, and each field that
 * is not right.
 *
 * @returns `daysLate`: calendar days after the due day, 0 in time
 */
export const submitReport = command({
  name: "reports.submit",
  input: submittedReport,
  may: owesReports,
  run: async (context) => {
    const { tx, actor, input, now, about } = context;
    const held = await heldReport(context, input, "reporter", "submit");
    if (!held.ok) return held;
    const { row } = held;
    const signs = row.period.obligation.secondPerson && row.organisationId !== null;
    if (signs && input.nil) return refuse("nil_not_allowed");
    if (signs && row.signAskedAt === null) return refuse("sign_not_asked");
    if (signs && row.signAskedById === userIdOf(actor)) return refuse("same_person");
    const given = signs ? { content: row.draft, explanations: explanationsOf(row.explanations), nil: false } : input;
    const checked = await checkedReport(context, row, given);
    if (!checked.ok) return checked;
    const { form, content, school } = checked.value;
    const daysLate = row.daysLate ?? Math.max(0, daysBetween(dateToDay(row.dueOn), dayOf(now)));
    const no = (row.submissions[0]?.no ?? 0) + 1;
    const moved = await moveReport(context, row, "submit", {
      submittedAt: row.submittedAt ?? now,
      daysLate,
      draft: Prisma.DbNull,
      draftVersionId: null,
      draftSavedAt: null,
      draftFromFile: false,
      // Kept for a return: what was explained need not be typed again.
      explanations: given.explanations,
    });
    if (!moved.ok) return moved;
    // An extension that nobody has decided yet is no longer needed.
    await tx.dueExtension.updateMany({
      where: { assignmentId: row.id, state: "REQUESTED" },
      data: { state: "REFUSED", decidedAt: now, note: "submitted" },
    });
    await tx.reportSubmission.create({
      data: {
        assignmentId: row.id,
        no,
        formVersionId: form.versionId,
        content: asJson(content ?? {}),
        nil: input.nil,
        fromFile: !input.nil && row.draftFromFile,
        preparedById: signs ? row.signAskedById : null,
        submittedById: userIdOf(actor),
        submittedAt: now,
        ...(school && school.findings.length > 0 && { findings: school.findings }),
      },
    });
    if (school && row.organisationId !== null) await keepContact(tx, row.organisationId, school.answer, now);
    about({ type: "report", id: row.id }, { no, daysLate, nil: input.nil });
    return ok({ ...moved.value, no, daysLate });
  },
});
