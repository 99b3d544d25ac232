import type { Day } from "@/lib/core/day";
import type { WorkCalendar } from "@/lib/deadlines/calendar";

/**
 * The Authority's time to decide, in working days: it runs from the submission and stands still while the applicant
 * corrects. Kept as the day by which it ends while it runs, as the days left while it stands.
 */
export const clockStarts = (calendar: WorkCalendar, on: Day, workingDays: number): Day =>
  calendar.move(on, workingDays);

/** Working days left when it is stopped; negative when it was overdue already. */
export const clockStops = (calendar: WorkCalendar, on: Day, dueOn: Day): number => calendar.between(on, dueOn);

/** The new day by which it ends; what was overdue stays overdue by as much. */
export const clockGoesOn = (calendar: WorkCalendar, on: Day, daysLeft: number): Day => calendar.move(on, daysLeft);
