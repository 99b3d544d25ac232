import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { giveNumber } from "@/lib/papers/document-commands";
import { loadCalendar } from "./calendar-queries";
import { lateSubject } from "./escalation-letter";
import { newLateLetter } from "./escalation-letter-schema";
import { lateFilter, madeCall } from "./escalation-list";
import { chaseSteps, mayEscalate } from "./escalation-queries";
import { saidOf } from "./escalation-work-queries";
import { sendReminders } from "./reminder-commands";
import { holdDeadlines } from "./rule-commands";

/** Letters and notices of one click at most; more is asked to be narrowed. */
const mostSteps = 20_000;

/**
 * Asks at once for all late reports of a filter: one letter and one notice a person, with the proof for each report. Whoever
 * was asked by hand today for a report is not asked again. Refusals: `nobody_to_ask`, `narrow_filter` (params most).
 */
export const chaseReports = command({
  name: "reminders.chase",
  input: lateFilter,
  may: permissions.chaseReports,
  patience: 120_000,
  run: async ({ tx, actor, input, now, about }) => {
    const today = dayOf(now);
    about({ type: "reminders", id: today });
    await holdDeadlines(tx);
    const { steps, unreachable } = await chaseSteps(tx, input, actor, today);
    if (steps.length === 0) return refuse("nobody_to_ask");
    if (steps.length > mostSteps) return refuse("narrow_filter", { params: { most: mostSteps } });
    const byUserId = userIdOf(actor);
    const reports = new Set(steps.map(({ assignmentId }) => assignmentId));
    const sent = await sendReminders(
      tx,
      steps,
      {
        ...{ now, today, byUserId, calendar: await loadCalendar(tx), dedupe: `chase:${byUserId}:${now.getTime()}:` },
        templates: { account: "reportsChased", contact: "reportsChasedNoAccount" },
      },
      reports,
    );
    about({ type: "reminders", id: today }, { ...sent, reports: reports.size, unreachable });
    return ok({ people: sent.people, reports: reports.size, unreachable });
  },
});

/** Notes what came of a call about a late report. */
export const recordCall = command({
  name: "escalation.call",
  input: madeCall,
  may: permissions.callLateReports,
  run: async ({ tx, actor, input, now, about }) => {
    about({ type: "report", id: input.assignmentId });
    if (!(await mayEscalate(tx, input.assignmentId, actor))) return refuse("not_found");
    const call = await tx.escalationCall.create({
      data: { ...input, byUserId: userIdOf(actor), at: now },
      select: { id: true },
    });
    return ok(call);
  },
});

/**
 * Issues an official letter that names organisations whose report of one period is late: numbered, and kept as it says.
 * Refusals: `not_late` (one of them has come in, or is not the actor's), `one_period`, and those of `giveNumber`.
 */
export const issueLateLetter = command({
  name: "escalation.letter",
  input: newLateLetter,
  may: permissions.writeLateLetters,
  run: async ({ tx, actor, input, now, about }) => {
    const { assignmentIds, answerBy, ...order } = input;
    const ids = [...new Set(assignmentIds)];
    about({ type: "report", id: ids[0] ?? 0 });
    if (answerBy <= order.issuedOn)
      return refuse("invalid_input", { fields: [{ path: ["answerBy"], code: "afterIssue" }] });
    const reports = await saidOf(tx, ids, actor, dayOf(now));
    const [first] = reports;
    if (!first || reports.length !== ids.length) return refuse(first ? "not_late" : "not_found");
    if (reports.some(({ obligation, slot }) => obligation !== first.obligation || slot !== first.slot))
      return refuse("one_period");
    const given = await giveNumber(
      tx,
      {
        ...order,
        ...{ kind: "OFFICIAL_LETTER", subject: lateSubject(first.obligation), batchId: null, templateId: null },
        recipients: reports
          .map(({ organisation }) => organisation)
          .join("; ")
          .slice(0, 500),
      },
      actor,
      now,
    );
    if (!given.ok) return given;
    await tx.escalationLetter.createMany({
      data: reports.map(({ id, ...said }) => ({
        documentId: given.value.id,
        assignmentId: id,
        said: { ...said, answerBy },
      })),
    });
    about({ type: "document", id: given.value.id }, { number: given.value.number, reports: reports.length });
    return given;
  },
});
