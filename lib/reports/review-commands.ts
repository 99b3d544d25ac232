import { projectAnswer, replaceAnswer } from "@/lib/cohorts/projection-commands";
import { dateToDay, formatDay } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { userIdOf } from "@/lib/identity/actor";
import type { MailTemplate } from "@/lib/notifications/letter";
import { queueMail } from "@/lib/notifications/mail";
import { type HeldReport, heldReport, moveReport } from "./held-commands";
import { readsReports } from "./scope";
import { acceptedReports, explainedReport, returnedReport, seenReport } from "./submission-schema";

/** Where who owes a report finds it. */
export const reportPath = (
  locale: Locale,
  row: { id: number; unit: string | null },
  kind: "ENTERPRISE" | "SCHOOL" | null,
) => {
  if (row.unit || !kind) return href(locale, "staff", "duties", row.id);
  return href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "reports", row.id);
};

/** Writes to who handed the report in last; nobody, where the account is gone. */
async function tell(
  { tx, now }: Context<unknown>,
  row: HeldReport,
  template: MailTemplate,
  note: string,
  occasion: string,
) {
  const userId = row.submissions[0]?.submittedById;
  if (!userId) return;
  const user = await tx.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { email: true, locale: true },
  });
  if (!user) return;
  const organisation = row.organisationId
    ? await tx.organisation.findUnique({ where: { id: row.organisationId }, select: { kind: true } })
    : null;
  const locale = locales.find((known) => known === user.locale) ?? "vi";
  const { obligation } = row.period;
  await queueMail(tx, {
    to: user.email,
    locale,
    template,
    params: {
      report: locale === "vi" ? obligation.nameVi : obligation.nameEn,
      due: formatDay(dateToDay(row.dueOn)),
      note,
    },
    dedupeKey: `report:${row.id}:${occasion}:${userId}`,
    now,
    path: reportPath(locale, row, organisation?.kind ?? null),
  });
}

/** The version that is decided; a report that was handed in always has one. */
function latest(row: HeldReport) {
  const submission = row.submissions[0];
  if (!submission) throw new Error(`report ${row.id} was handed in without a version`);
  return submission;
}

type Given = { note: string; reasons?: Record<string, string> };

/** The way back to who owes it: the version is marked with what was said, its answers become the draft that is corrected. */
async function backToReporter(
  context: Context<{ id: number; version: number }>,
  move: "return" | "reopen",
  { note, reasons }: Given,
) {
  const { tx, actor, input, now } = context;
  const held = await heldReport(context, input, "reviewer", move);
  if (!held.ok) return held;
  const submission = latest(held.row);
  const moved = await moveReport(context, held.row, move, {
    decidedAt: now,
    draft: submission.content as Prisma.InputJsonObject,
    draftVersionId: submission.formVersionId,
    draftSavedAt: now,
  });
  if (!moved.ok) return moved;
  await tx.reportSubmission.update({
    where: { id: submission.id },
    data: {
      outcome: "RETURNED",
      decidedById: userIdOf(actor),
      decidedAt: now,
      note: note || null,
      ...(reasons && { reasons }),
    },
  });
  const said = [note, ...Object.values(reasons ?? {}).map((reason) => `- ${reason}`)].filter(Boolean).join("\n");
  await tell(context, held.row, "reportReturned", said, `${move}${submission.no}`);
  return moved;
}

/** Sends a report back with what is wrong, by field or as a whole. */
export const returnReport = command({
  name: "reports.return",
  input: returnedReport,
  may: readsReports,
  run: (context) => {
    const { note, reasons } = context.input;
    const byField = Object.fromEntries(reasons.map(({ field, reason }) => [field, reason]));
    return backToReporter(context, "return", { note, ...(reasons.length > 0 && { reasons: byField }) });
  },
});

/** Accepts reports, up to a hundred at once: all of them or, when one has changed meanwhile, none. */
export const acceptReports = command({
  name: "reports.accept",
  input: acceptedReports,
  may: readsReports,
  run: async (context) => {
    const { tx, actor, input, now, about, touches, changed } = context;
    for (const seen of input.reports) {
      const held = await heldReport(context, seen, "reviewer", "accept");
      if (!held.ok) return held;
      const moved = await moveReport(context, held.row, "accept", { decidedAt: now });
      if (!moved.ok) return moved;
      const submission = latest(held.row);
      await tx.reportSubmission.update({
        where: { id: submission.id },
        data: { outcome: "ACCEPTED", decidedById: userIdOf(actor), decidedAt: now },
      });
      const { organisationId, period } = held.row;
      // What a school teaches is public from the moment it is accepted.
      if (await projectAnswer(tx, { obligationId: period.obligationId, organisationId, submission }, now))
        changed("schools");
      touches({ type: "report", id: seen.id });
    }
    about({ type: "reports", id: "accepted" }, { count: input.reports.length });
    return ok({ accepted: input.reports.length });
  },
});

/** Opens an accepted report again, with the reason: who owes it corrects and hands in the next version. */
export const reopenReport = command({
  name: "reports.reopen",
  input: explainedReport,
  may: readsReports,
  run: async (context) => {
    const reopened = await backToReporter(context, "reopen", { note: context.input.reason });
    if (reopened.ok && (await replaceAnswer(context.tx, context.input.id, context.now))) context.changed("schools");
    return reopened;
  },
});

/** Releases one from a report, with the reason. What was typed stays, should it be owed after all. */
export const excuseReport = command({
  name: "reports.excuse",
  input: explainedReport,
  may: readsReports,
  run: async (context) => {
    const held = await heldReport(context, context.input, "reviewer", "excuse");
    if (!held.ok) return held;
    return moveReport(context, held.row, "excuse", { excuse: context.input.reason, decidedAt: context.now });
  },
});

/** Takes the release back: the report is owed again, with what was typed before. */
export const recallReport = command({
  name: "reports.recall",
  input: seenReport,
  may: readsReports,
  run: async (context) => {
    const held = await heldReport(context, context.input, "reviewer", "recall");
    if (!held.ok) return held;
    const { row } = held;
    // What had been handed in and returned before it was released is returned again.
    const move = row.submittedAt === null ? "recall" : "recallReturned";
    return moveReport(context, row, move, { excuse: null, decidedAt: null });
  },
});
