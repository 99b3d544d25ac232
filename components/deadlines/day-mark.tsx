import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { CalendarDayKind } from "@/lib/db/generated/enums";

/** Each kind has a shape of its own, not only a colour: filled round, dashed round, square with a bar below. */
const looks: Record<CalendarDayKind, string> = {
  HOLIDAY: "rounded-full bg-harbour-700 font-semibold text-card",
  DAY_OFF_INSTEAD: "rounded-full border-2 border-harbour-600 border-dashed font-semibold text-harbour-900",
  WORK_INSTEAD: "rounded-sm border border-amber border-b-4 bg-amber-50 font-semibold text-mist-900",
};

/** A day's number in the shape of its kind. */
export const DayMark = ({ kind, children }: { kind: CalendarDayKind | undefined; children?: ReactNode }) => (
  <span className={classes("figures mx-auto grid size-8 place-items-center", kind && looks[kind])}>{children}</span>
);
