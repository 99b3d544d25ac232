import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import type { CalendarDayKind } from "@/lib/db/generated/enums";
import { type WorkCalendar, workCalendar } from "./calendar";

/** The calendar as it stands, for counting days. Some 15 rows a year. */
export async function loadCalendar(tx: Tx = db()): Promise<WorkCalendar> {
  const days = await tx.calendarDay.findMany({ select: { day: true, kind: true } });
  return workCalendar(days.map(({ day, kind }) => ({ day: dateToDay(day), kind })));
}

export type CalendarLine = {
  day: Day;
  kind: CalendarDayKind;
  nameVi: string;
  nameEn: string;
  decision: { id: number; citation: string; verified: boolean };
};

/** The days of a year that are not what their weekday says, in order. */
export async function calendarYear(year: number): Promise<CalendarLine[]> {
  const rows = await db().calendarDay.findMany({
    where: { day: { gte: dayToDate(`${year}-01-01`), lte: dayToDate(`${year}-12-31`) } },
    orderBy: { day: "asc" },
    include: { decision: { select: { id: true, citation: true, verified: true } } },
  });
  return rows.map(({ day, kind, nameVi, nameEn, decision }) => ({
    day: dateToDay(day),
    kind,
    nameVi,
    nameEn,
    decision,
  }));
}

/** Years that have days entered, latest first. */
export async function calendarYears(): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    select distinct extract(year from day)::int as year from "CalendarDay" order by 1 desc`;
  return rows.map(({ year }) => year);
}

/** The decisions that a calendar rests on, latest first, with how many days each of them sets. */
export async function calendarDecisions() {
  const rows = await db().calendarDecision.findMany({
    orderBy: [{ issuedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    include: { _count: { select: { days: true } } },
  });
  return rows.map(({ issuedOn, _count, ...row }) => ({
    ...row,
    issuedOn: issuedOn && dateToDay(issuedOn),
    days: _count.days,
  }));
}
