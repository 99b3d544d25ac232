import { type Day, dateToDay, dayToDate, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { loadCalendar } from "./calendar-queries";
import { applyRule, holdDeadlines } from "./rule-commands";
import { type CalendarDecisionContent, calendarDecision, changedCalendar, seenCalendarDecision } from "./schema";

export type MovedByCalendar = { obligationVi: string; obligationEn: string; slot: string; from: Day; to: Day };

/** Every due day to come follows the calendar at once. */
async function followCalendar(tx: Tx, now: Date): Promise<MovedByCalendar[]> {
  const calendar = await loadCalendar(tx);
  const rows = await tx.obligation.findMany({ where: { state: "LIVE" }, orderBy: { id: "asc" } });
  const moved: MovedByCalendar[] = [];
  for (const row of rows) {
    const effect = await applyRule(tx, row, now, calendar);
    moved.push(...effect.moved.map((one) => ({ obligationVi: row.nameVi, obligationEn: row.nameEn, ...one })));
  }
  return moved;
}

/** Two decisions that speak of one day contradict each other or repeat each other: the one that stands is named. */
async function conflicts(tx: Tx, days: CalendarDecisionContent["days"], own: number | null) {
  const taken = await tx.calendarDay.findMany({
    where: { day: { in: days.map(({ day }) => dayToDate(day)) }, ...(own !== null && { decisionId: { not: own } }) },
    include: { decision: { select: { citation: true } } },
  });
  const fields = taken.map(({ day, decision }) => ({
    path: ["days", days.findIndex((one) => one.day === dateToDay(day)), "day"],
    code: "dayTaken",
    params: { day: formatDay(dateToDay(day)), citation: decision.citation },
  }));
  return fields.length ? refuse("invalid_input", { fields }) : null;
}

const daysOf = (decisionId: number, days: CalendarDecisionContent["days"]) =>
  days.map(({ day, ...rest }) => ({ ...rest, day: dayToDate(day), decisionId }));

const headOf = ({ days: _, issuedOn, ...head }: CalendarDecisionContent) => ({
  ...head,
  issuedOn: issuedOn && dayToDate(issuedOn),
});

async function citationTaken(tx: Tx, citation: string, own: number | null) {
  const other = await tx.calendarDecision.findUnique({ where: { citation }, select: { id: true } });
  return other && other.id !== own
    ? refuse("invalid_input", { fields: [{ path: ["citation"], code: "taken" }] })
    : null;
}

/** Enters a decision on days off and on; due days to come follow. Answers which of them moved. */
export const addCalendarDecision = command({
  name: "calendar.add",
  input: calendarDecision,
  may: permissions.manageCalendar,
  run: async ({ tx, input, now, about }) => {
    await holdDeadlines(tx);
    const problem = (await citationTaken(tx, input.citation, null)) ?? (await conflicts(tx, input.days, null));
    if (problem) return problem;
    const { id } = await tx.calendarDecision.create({ data: headOf(input), select: { id: true } });
    await tx.calendarDay.createMany({ data: daysOf(id, input.days) });
    const moved = await followCalendar(tx, now);
    about({ type: "calendarDecision", id }, { moved });
    return ok({ id, moved });
  },
});

/** Replaces what a decision says; the trail keeps the days as they were. */
export const changeCalendarDecision = command({
  name: "calendar.change",
  input: changedCalendar,
  may: permissions.manageCalendar,
  run: async ({ tx, input: { id, content }, now, about }) => {
    about({ type: "calendarDecision", id });
    await holdDeadlines(tx);
    const before = await tx.calendarDecision.findUnique({ where: { id }, include: { days: true } });
    if (!before) return refuse("not_found");
    const problem = (await citationTaken(tx, content.citation, id)) ?? (await conflicts(tx, content.days, id));
    if (problem) return problem;
    await tx.calendarDecision.update({ where: { id }, data: headOf(content) });
    await tx.calendarDay.deleteMany({ where: { decisionId: id } });
    await tx.calendarDay.createMany({ data: daysOf(id, content.days) });
    const moved = await followCalendar(tx, now);
    about(
      { type: "calendarDecision", id },
      { before: before.days.map(({ day, kind }) => `${dateToDay(day)} ${kind}`), moved },
    );
    return ok({ id, moved });
  },
});

/** Takes a decision and its days out, as when it was entered by mistake. */
export const removeCalendarDecision = command({
  name: "calendar.remove",
  input: seenCalendarDecision,
  may: permissions.manageCalendar,
  run: async ({ tx, input: { id }, now, about }) => {
    about({ type: "calendarDecision", id });
    await holdDeadlines(tx);
    const before = await tx.calendarDecision.findUnique({ where: { id }, include: { days: true } });
    if (!before) return refuse("not_found");
    await tx.calendarDay.deleteMany({ where: { decisionId: id } });
    await tx.calendarDecision.delete({ where: { id } });
    const moved = await followCalendar(tx, now);
    about(
      { type: "calendarDecision", id },
      { before: before.days.map(({ day, kind }) => `${dateToDay(day)} ${kind}`), moved },
    );
    return ok({ id, moved });
  },
});
