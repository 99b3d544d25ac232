import { z } from "zod";
import { isDay } from "@/lib/core/day";
import type { RuleEffect } from "./effect";

/** Fields of an obligation whose change is told, in the order of its form. */
export const toldFields = [
  "state",
  "nameVi",
  "nameEn",
  "instructionsVi",
  "instructionsEn",
  "citation",
  "quote",
  "verified",
  "validFrom",
  "validTo",
  "audience",
  "recurrence",
  "dayOffRule",
  "opensDaysBefore",
  "formId",
  "reviewer",
  "ladder",
] as const;
export type ToldField = (typeof toldFields)[number];

export type FieldChange = { field: ToldField; before: unknown; after: unknown };

const remembered = z.record(z.string(), z.unknown());

const day = (value: unknown) =>
  typeof value === "string" && isDay(value.slice(0, 10)) && value.slice(10).startsWith("T")
    ? value.slice(0, 10)
    : value;

/** What differs between an obligation before and after, as its history (jsonb: keys in one order) keeps both. Days come back as `YYYY-MM-DD`. */
export function obligationDifference(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [remembered.parse(before), remembered.parse(after)];
  return toldFields
    .map((field) => ({ field, before: day(old[field] ?? null), after: day(now[field] ?? null) }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** The kept effect of a change; its shape is the portal's own. */
export const effectOf = (kept: unknown): RuleEffect => kept as RuleEffect;
