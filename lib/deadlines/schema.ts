import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { SchoolKind } from "@/lib/db/generated/enums";
import { weekdayOf } from "./calendar";
import { reportingUnits } from "./unit";

/** A calendar day `YYYY-MM-DD`. */
export const dayText = z.string().refine(isDay, { params: { code: "date" } });

/** Who owes: always those that operate (or exist) in the period that the report covers. */
export const audience = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("enterprises"),
    /** Ids of parks; empty: all. */
    parks: z.array(z.int().positive()).max(100).default([]),
    /** ISO 3166-1 alpha-2 of the investor; empty: all. */
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .max(50)
      .default([]),
    /** Persons employed, from and to, both included. */
    headcountFrom: z.int().min(0).max(1_000_000).nullable().default(null),
    headcountTo: z.int().min(0).max(1_000_000).nullable().default(null),
  }),
  z.object({
    kind: z.literal("schools"),
    /** Empty or not said: all. */
    kinds: z.array(z.enum(SchoolKind)).max(10).optional(),
    /** Codes of lib/organisations/provinces.ts; empty or not said: all. */
    provinces: z
      .array(z.string().regex(/^\d\d$/))
      .max(40)
      .optional(),
  }),
  z.object({ kind: z.literal("units"), units: z.array(z.enum(reportingUnits)).min(1).max(reportingUnits.length) }),
  z.object({ kind: z.literal("organisations"), ids: z.array(z.int().positive()).min(1).max(500) }),
]);
export type Audience = z.output<typeof audience>;

/** Day of a year; 29 February is the last day of February in other years. */
const yearDay = z
  .object({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(({ month, day }) => isDay(`2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`), {
    params: { code: "date" },
    path: ["day"],
  });
export type YearDay = z.output<typeof yearDay>;

export const recurrence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("yearly"),
    dates: z.array(yearDay).min(1).max(12),
    /** "Trước ngày": the last day in time is the day before. */
    before: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal("quarterly"),
    /** Calendar days after the end of the quarter. */
    daysAfter: z.int().min(1).max(90),
  }),
  z.object({ kind: z.literal("once"), coversFrom: dayText, coversTo: dayText, dueOn: dayText }),
]);
export type Recurrence = z.output<typeof recurrence>;

/** What is done at a step: a message to the people of who owes, a call by the Authority's staff, an official letter. */
export const ladderActs = ["MESSAGE", "PHONE", "LETTER"] as const;

/** Steps by working days from the due day (negative: before), each day once. */
export const ladder = z
  .array(z.object({ step: z.int().min(-60).max(60), act: z.enum(ladderActs) }))
  .max(12)
  .refine((steps) => new Set(steps.map(({ step, act }) => `${step}${act}`)).size === steps.length, {
    params: { code: "twice" },
  })
  .refine((steps) => steps.every(({ step, act }) => act === "MESSAGE" || step > 0), {
    params: { code: "escalationBeforeDue" },
  })
  .transform((steps) => steps.toSorted((a, b) => a.step - b.step));
export type Ladder = z.output<typeof ladder>;

const text = (most: number) => z.string().trim().max(most);
const optionalText = (most: number) =>
  text(most)
    .nullable()
    .default(null)
    .transform((value) => value || null);

/** An obligation as staff write it. */
export const obligationContent = z
  .object({
    nameVi: text(200).min(3),
    nameEn: text(200).min(3),
    instructionsVi: optionalText(3_000),
    instructionsEn: optionalText(3_000),
    citation: text(500).min(3),
    quote: optionalText(2_000),
    verified: z.boolean().default(false),
    validFrom: dayText,
    validTo: dayText.nullable().default(null),
    audience,
    recurrence,
    dayOffRule: z.enum(["NEXT_WORKING_DAY", "PREVIOUS_WORKING_DAY", "AS_IT_IS"]),
    opensDaysBefore: z.int().min(0).max(366),
    formId: z.int().positive(),
    reviewer: z.enum(reportingUnits),
    ladder,
  })
  .superRefine((content, context) => {
    const problem = (path: (string | number)[], code: string) =>
      context.addIssue({ code: "custom", path, params: { code } });
    if (content.validTo !== null && content.validTo < content.validFrom) problem(["validTo"], "beforeStart");
    const { recurrence: rule, audience: who } = content;
    if (rule.kind === "yearly") {
      const keys = rule.dates.map(({ month, day }) => month * 100 + day);
      if (new Set(keys).size !== keys.length) problem(["recurrence", "dates"], "twice");
    }
    if (rule.kind === "once") {
      if (rule.coversTo < rule.coversFrom) problem(["recurrence", "coversTo"], "beforeStart");
      if (rule.dueOn < rule.coversFrom) problem(["recurrence", "dueOn"], "beforeStart");
      if (rule.dueOn < content.validFrom || (content.validTo !== null && rule.dueOn > content.validTo))
        problem(["recurrence", "dueOn"], "outsideValidity");
    }
    if (
      who.kind === "enterprises" &&
      who.headcountFrom !== null &&
      who.headcountTo !== null &&
      who.headcountTo < who.headcountFrom
    )
      problem(["audience", "headcountTo"], "lessThanFrom");
  });
export type ObligationContent = z.output<typeof obligationContent>;

/** An obligation as the screen showed it. */
export const seenObligation = z.object({ id: z.int().positive(), version: z.int().positive() });

export const changedObligation = seenObligation.extend({ content: obligationContent });

/** An obligation whose effect is asked for: one that stands, or one that is being written (no id). */
export const askedObligation = z.object({ id: z.int().positive().nullable(), content: obligationContent });

/** A start, an end or a resumption whose effect is asked for. */
export const askedState = z.object({ id: z.int().positive(), state: z.enum(["LIVE", "ENDED"]) });

export const calendarDayKinds = ["HOLIDAY", "DAY_OFF_INSTEAD", "WORK_INSTEAD"] as const;

/** What a decision says of single days. */
export const calendarDecision = z
  .object({
    citation: text(300).min(3),
    issuedOn: dayText.nullable().default(null),
    verified: z.boolean().default(false),
    note: optionalText(1_000),
    days: z
      .array(
        z.object({ day: dayText, kind: z.enum(calendarDayKinds), nameVi: text(100).min(2), nameEn: text(100).min(2) }),
      )
      .min(1)
      .max(60),
  })
  .superRefine(({ days }, context) => {
    const seen = new Set<string>();
    days.forEach(({ day, kind }, at) => {
      const problem = (code: string) =>
        context.addIssue({ code: "custom", path: ["days", at, "day"], params: { code } });
      if (seen.has(day)) problem("twice");
      seen.add(day);
      // Only a Saturday or Sunday can be worked instead of another day.
      if (kind === "WORK_INSTEAD" && isDay(day) && weekdayOf(day) < 5) problem("weekdayAnyway");
    });
  });
export type CalendarDecisionContent = z.output<typeof calendarDecision>;

export const changedCalendar = z.object({ id: z.int().positive(), content: calendarDecision });
export const seenCalendarDecision = z.object({ id: z.int().positive() });

/** A change of the calendar: a new decision (no id), other words of one that stands, or none of it any more (no content). */
export const calendarChange = z.object({
  id: z.int().positive().nullable(),
  content: calendarDecision.nullable(),
});
export type CalendarChange = z.output<typeof calendarChange>;

/** The calendar page's year, as its address says it; anything unreadable falls back to `today`'s. */
export const calendarYearIn = (raw: unknown, today: string): number =>
  z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .catch(Number(today.slice(0, 4)))
    .parse(raw);
