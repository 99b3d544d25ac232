import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { extensions } from "./deadline";
import { type VacancyContent, vacancyDraft } from "./schema";

const id = z.number().int().positive();

/** A vacancy as the person who acts sees it: `version` makes a stale screen lose. */
export const target = z.object({ id, version: z.number().int().positive() });
export const which = z.object({ id });

/** What is known of a new need; the rest is as in an empty form. */
const known = vacancyDraft
  .partial()
  .transform((said) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)))
  .transform((said) => said as Partial<VacancyContent>);
export const newDraft = z.object({ content: known.optional() });
export const savedDraft = target.extend({ content: vacancyDraft });
export const withdrawal = target.extend({
  reason: z
    .string()
    .max(500)
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => text.length >= 10, { params: { code: "tooShort", minimum: 10 } }),
});
/** Persons hired so far, all told. */
export const hiring = target.extend({ filledCount: z.number().int().min(0).max(50_000) });
export const extension = target.extend({ days: z.literal(extensions) });
export const contactChange = target
  .extend(vacancyDraft.pick({ contactName: true, contactPhone: true, contactEmail: true }).shape)
  .refine((given) => given.contactPhone || given.contactEmail, {
    path: ["contactPhone"],
    params: { code: "contactNeeded" },
  });
export const repetition = z.object({
  /** Last day to apply of all copies; without it each draft still has to say. */
  deadline: z
    .string()
    .refine(isDay, { params: { code: "date" } })
    .nullish(),
});
