import { type Day, dateToDay, dayToDate, formatDay } from "@/lib/core/day";
import { type FieldProblem, ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { longestRest, restAround, workCalendar } from "./calendar";
import { loadCalendar } from "./calendar-queries";
import { applyRule, holdDeadlines } from "./rule-commands";
import {
  type CalendarChange,
  type CalendarDecisionContent,
  calendarDecision,
  changedCalendar,
  seenCalendarDecision,
} from "./schema";

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

/** A calendar without a working day for so long is a typing mistake, and no due day could be counted by it. */
async function tooLongRest(tx: Tx, days: CalendarDecisionContent["days"], own: number | null) {
  const others = await tx.calendarDay.findMany({
    where: own === null ? {} : { decisionId: { not: own } },
    select: { day: true, kind: true },
  });
  const calendar = workCalendar([...others.map(({ day, kind }) => ({ day: dateToDay(day), kind })), ...days]);
  const at = days.findIndex(({ day }) => restAround(calendar, day) > longestRest);
  if (at < 0) return null;
  const params = { day: formatDay(days[at]?.day ?? ""), most: longestRest };
  return refuse("invalid_input", { fields: [{ path: ["days", at, "day"], code: "restTooLong", params }] });
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

const renamed = (refusal: Refusal, to: (path: FieldProblem["path"]) => FieldProblem["path"]): Refusal =>
  refusal.fields ? { ...refusal, fields: refusal.fields.map((one) => ({ ...one, path: to(one.path) })) } : refusal;

/** What a change of the calendar did, or would do, to due days to come. */
export type CalendarOutcome = { id: number; moved: MovedByCalendar[] };

/**
 * Enters a decision, replaces what it says, or takes it out. The caller holds the transaction; a preview undoes it.
 * Problems of the content are named below `content`.
 */
export async function applyCalendar(
  tx: Tx,
  change: CalendarChange,
  now: Date,
): Promise<Result<CalendarOutcome & { before: string[] }>> {
  await holdDeadlines(tx);
  const { id: own } = change;
  const stands =
    own === null ? null : await tx.calendarDecision.findUnique({ where: { id: own }, include: { days: true } });
  if (own !== null && !stands) return refuse("not_found");
  const { content } = change;
  if (content) {
    const problem =
      (await citationTaken(tx, content.citation, own)) ??
      (await conflicts(tx, content.days, own)) ??
      (await tooLongRest(tx, content.days, own));
    if (problem) return renamed(problem, (path) => ["content", ...path]);
  }
  if (own !== null) await tx.calendarDay.deleteMany({ where: { decisionId: own } });
  let id = own ?? 0;
  if (!content) await tx.calendarDecision.delete({ where: { id } });
  else {
    if (own === null) id = (await tx.calendarDecision.create({ data: headOf(content), select: { id: true } })).id;
    else await tx.calendarDecision.update({ where: { id }, data: headOf(content) });
    await tx.calendarDay.createMany({ data: daysOf(id, content.days) });
  }
  const before = (stands?.days ?? []).map(({ day, kind }) => `${dateToDay(day)} ${kind}`);
  return ok({ id, before, moved: await followCalendar(tx, now) });
}

async function changed(
  { tx, now, about }: Pick<Context<unknown>, "tx" | "now" | "about">,
  change: CalendarChange,
): Promise<Result<CalendarOutcome>> {
  if (change.id !== null) about({ type: "calendarDecision", id: change.id });
  const result = await applyCalendar(tx, change, now);
  // A new decision is the input itself.
  if (!result.ok) return change.id === null ? renamed(result, (path) => path.slice(1)) : result;
  const { id, before, moved } = result.value;
  about({ type: "calendarDecision", id }, { before, moved });
  return ok({ id, moved });
}

/** Enters a decision on days off and on; due days to come follow. Answers which of them moved. */
export const addCalendarDecision = command({
  name: "calendar.add",
  input: calendarDecision,
  may: permissions.manageCalendar,
  run: (context) => changed(context, { id: null, content: context.input }),
});

/** Replaces what a decision says; the trail keeps the days as they were. */
export const changeCalendarDecision = command({
  name: "calendar.change",
  input: changedCalendar,
  may: permissions.manageCalendar,
  run: (context) => changed(context, context.input),
});

/** Takes a decision and its days out, as when it was entered by mistake. */
export const removeCalendarDecision = command({
  name: "calendar.remove",
  input: seenCalendarDecision,
  may: permissions.manageCalendar,
  run: (context) => changed(context, { id: context.input.id, content: null }),
});
