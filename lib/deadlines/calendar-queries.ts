import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Prisma, type Tx } from "@/lib/db/client";
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

/** Years that have days entered, in order. */
export async function calendarYears(): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    select distinct extract(year from day)::int as year from "CalendarDay" order by 1`;
  return rows.map(({ year }) => year);
}

/** The decisions that set days of a year, latest first; each with all its days. */
export async function decisionsIn(year: number) {
  const rows = await db().calendarDecision.findMany({
    where: { days: { some: { day: { gte: dayToDate(`${year}-01-01`), lte: dayToDate(`${year}-12-31`) } } } },
    orderBy: [{ issuedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    include: { days: { orderBy: { day: "asc" } } },
  });
  return rows.map(shown);
}

export type ShownDecision = Awaited<ReturnType<typeof decisionsIn>>[number];

/** One decision with its days; null when there is none. */
export async function calendarDecisionEntry(id: number): Promise<ShownDecision | null> {
  const row = await db().calendarDecision.findUnique({
    where: { id },
    include: { days: { orderBy: { day: "asc" } } },
  });
  return row && shown(row);
}

const shown = ({ days, issuedOn, ...row }: Prisma.CalendarDecisionGetPayload<{ include: { days: true } }>) => ({
  ...row,
  issuedOn: issuedOn && dateToDay(issuedOn),
  days: days.map(({ day, kind, nameVi, nameEn }) => ({ day: dateToDay(day), kind, nameVi, nameEn })),
});
