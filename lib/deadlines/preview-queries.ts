import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Obligation } from "@/lib/db/generated/client";
import { applyCalendar, type CalendarOutcome } from "./calendar-commands";
import type { RuleEffect } from "./effect";
import { unfit } from "./obligation-commands";
import { applyRule } from "./rule-commands";
import type { CalendarChange, ObligationContent } from "./schema";
import { undone } from "./undone-queries";

/**
 * What an obligation would do if it were live as written; refuses as the change itself would.
 *
 * @param id of the obligation that would be changed; null for one that is not made yet
 */
export const previewObligation = (
  id: number | null,
  content: ObligationContent,
  now: Date,
): Promise<Result<RuleEffect>> =>
  undone(async (tx) => {
    const problem = await unfit(tx, content);
    if (problem) return problem;
    const today = dayToDate(dayOf(now));
    const columns = {
      ...content,
      validFrom: dayToDate(content.validFrom),
      validTo: content.validTo && dayToDate(content.validTo),
      state: "LIVE" as const,
    };
    let row: Obligation;
    if (id === null) row = await tx.obligation.create({ data: { ...columns, code: "xem-truoc", keptFrom: today } });
    else {
      const stands = await tx.obligation.findUnique({ where: { id } });
      if (!stands) return refuse("not_found");
      const keptFrom = stands.state === "DRAFT" ? today : stands.keptFrom;
      row = await tx.obligation.update({ where: { id }, data: { ...columns, keptFrom } });
    }
    return ok(await applyRule(tx, row, now));
  });

/** What a start, an end or a resumption of an obligation would do, as it stands. */
export const previewState = (id: number, state: "LIVE" | "ENDED", now: Date): Promise<Result<RuleEffect>> =>
  undone(async (tx) => {
    const stands = await tx.obligation.findUnique({ where: { id } });
    if (!stands) return refuse("not_found");
    const keptFrom = stands.state === "DRAFT" ? dayToDate(dayOf(now)) : stands.keptFrom;
    return ok(await applyRule(tx, await tx.obligation.update({ where: { id }, data: { state, keptFrom } }), now));
  });

/** Which due days a change of the calendar would move, or why it would be refused. */
export const previewCalendar = (change: CalendarChange, now: Date): Promise<Result<CalendarOutcome>> =>
  change.id === null && change.content === null
    ? Promise.resolve(refuse("not_found"))
    : undone((tx) => applyCalendar(tx, change, now));
