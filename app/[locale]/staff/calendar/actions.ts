"use server";

import { problemsOf } from "@/lib/core/problems";
import { type Result, refuse } from "@/lib/core/result";
import {
  addCalendarDecision,
  type CalendarOutcome,
  changeCalendarDecision,
  removeCalendarDecision,
} from "@/lib/deadlines/calendar-commands";
import { previewCalendar } from "@/lib/deadlines/preview-queries";
import { calendarChange } from "@/lib/deadlines/schema";
import { permissions } from "@/lib/identity/permissions";
import { action } from "@/lib/web/action";
import { getActor } from "@/lib/web/session";

export const add = action(addCalendarDecision);
export const change = action(changeCalendarDecision);
export const remove = action(removeCalendarDecision);

/** What a change of the calendar would move; writes nothing. */
export async function preview(raw: unknown): Promise<Result<CalendarOutcome>> {
  if (!permissions.manageCalendar(await getActor())) return refuse("forbidden");
  const parsed = calendarChange.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input", { fields: problemsOf(parsed.error) });
  return previewCalendar(parsed.data, new Date());
}
