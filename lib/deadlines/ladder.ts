import type { Day } from "@/lib/core/day";
import type { WorkCalendar } from "./calendar";
import type { Ladder } from "./schema";

export type LadderDay = Ladder[number] & { on: Day };

/** The days on which the steps of a ladder fall for a due day, in order. A step "on the day" is the due day itself. */
export const ladderDays = (steps: Ladder, dueOn: Day, calendar: WorkCalendar): LadderDay[] =>
  steps.map((one) => ({ ...one, on: calendar.move(dueOn, one.step) }));

/**
 * Steps of an act that have fallen due by `today` and not longer than `memory` calendar days ago: after an outage each
 * is still made up, but nobody who begins to owe late is sent the whole past.
 */
export function dueSteps(steps: Ladder, dueOn: Day, calendar: WorkCalendar, today: Day, since: Day): LadderDay[] {
  return ladderDays(steps, dueOn, calendar).filter(({ on }) => on <= today && on >= since);
}
