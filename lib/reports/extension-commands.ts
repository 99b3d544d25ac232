import { addDays, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { userIdOf } from "@/lib/identity/actor";
import { heldReport } from "./held-commands";
import { owesReports, readsReports } from "./scope";
import { reviewedReports } from "./scope-queries";
import { askedExtension, decidedExtension, longestExtension } from "./submission-schema";

/**
 * Asks for more time: until a working day after the due day and no more than 90 days later. Refuses `already_asked`
 * while one waits, and `not_allowed_now` once the report was handed in.
 */
export const askExtension = command({
  name: "reports.askExtension",
  input: askedExtension,
  may: owesReports,
  run: async (context) => {
    const { tx, actor, input, now } = context;
    const held = await heldReport(context, input, "reporter", "submit");
    if (!held.ok) return held;
    const { row } = held;
    if (row.submittedAt) return refuse("not_allowed_now");
    const due = dateToDay(row.dueOn);
    const wrong = (code: string) => refuse("invalid_input", { fields: [{ path: ["untilOn"], code }] });
    if (input.untilOn <= due || input.untilOn < dayOf(now)) return wrong("afterDue");
    if (input.untilOn > addDays(due, longestExtension)) return wrong("extensionTooLong");
    if (!(await loadCalendar(tx)).works(input.untilOn)) return wrong("dayOff");
    const waiting = await tx.dueExtension.count({ where: { assignmentId: row.id, state: "REQUESTED" } });
    if (waiting > 0) return refuse("already_asked");
    const { id } = await tx.dueExtension.create({
      data: {
        assignmentId: row.id,
        untilOn: dayToDate(input.untilOn),
        reason: input.reason,
        requestedById: userIdOf(actor),
        requestedAt: now,
      },
      select: { id: true },
    });
    return ok({ id });
  },
});

/** Grants or refuses more time. Granted, the report is due on the new day, and reminders are counted from there. */
export const decideExtension = command({
  name: "reports.decideExtension",
  input: decidedExtension,
  may: readsReports,
  run: async ({ tx, actor, input, now, about }) => {
    const asked = await tx.dueExtension.findFirst({
      where: { id: input.id, assignment: reviewedReports(actor) },
      include: { assignment: { select: { id: true, submittedAt: true, dueOn: true } } },
    });
    if (!asked) return refuse("not_found");
    about(
      { type: "report", id: asked.assignmentId },
      { extension: asked.id, until: dateToDay(asked.untilOn), granted: input.grant },
    );
    if (asked.state !== "REQUESTED" || asked.assignment.submittedAt) return refuse("not_allowed_now");
    if (!input.grant && input.note.length < 3)
      return refuse("invalid_input", { fields: [{ path: ["note"], code: "required" }] });
    const { count } = await tx.dueExtension.updateMany({
      where: { id: asked.id, state: "REQUESTED" },
      data: {
        state: input.grant ? "GRANTED" : "REFUSED",
        decidedById: userIdOf(actor),
        decidedAt: now,
        note: input.note || null,
      },
    });
    if (count === 0) return refuse("changed_meanwhile");
    if (input.grant)
      await tx.reportAssignment.update({
        where: { id: asked.assignmentId },
        data: { dueOn: asked.untilOn, version: { increment: 1 } },
      });
    return ok({ id: asked.id });
  },
});
