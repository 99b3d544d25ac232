import { z } from "zod";
import { dayText } from "@/lib/deadlines/schema";
import { uploadedFile } from "@/lib/documents/upload";

/** A report as the screen showed it. */
export const seenReport = z.object({ id: z.int().positive(), version: z.int().positive() });

/** Answers as they are typed; the form of the period says what they must be. */
const content = z.record(z.string().max(60), z.unknown());

/** What is said of each finding against last year (lib/cohorts/plausibility.ts), by its key. */
const explanations = z
  .record(z.string().max(300), z.string().max(1_000).nullish())
  .default({})
  .transform((said) => Object.fromEntries(Object.entries(said).map(([key, text]) => [key, text ?? ""])));

export const savedDraft = seenReport.extend({ content, explanations });

export const submittedReport = seenReport.extend({
  /** Where a second person hands in, what was asked to be signed counts instead. */
  content: content.default({}),
  explanations,
  /** Nothing to report: `content` is not read. */
  nil: z.boolean().default(false),
});

/** A filled template, as the form's file field keeps it. */
export const filledTemplate = seenReport.extend({ file: uploadedFile });

const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** Why a report comes back: a note, reasons by field (its path, joined by dots; the last one of a field counts), or both. */
export const returnedReport = seenReport
  .extend({
    note: z.string().trim().max(2_000).default(""),
    reasons: z
      .array(z.object({ field: z.string().min(1).max(200), reason: words(3, 500) }))
      .max(50)
      .default([]),
  })
  .refine(({ note, reasons }) => note.length >= 3 || reasons.length > 0, {
    params: { code: "required" },
    path: ["note"],
  });

export const mostAtOnce = 100;
export const acceptedReports = z.object({ reports: z.array(seenReport).min(1).max(mostAtOnce) });

export const explainedReport = seenReport.extend({ reason: words(3, 500) });

/** Why a colleague does not sign what was prepared. */
export const unsignedReport = seenReport.extend({ note: words(3, 1_000) });

/** Longest extension that can be asked for at once, calendar days. */
export const longestExtension = 90;

export const askedExtension = seenReport.extend({ untilOn: dayText, reason: words(3, 1_000) });

export const decidedExtension = z.object({
  id: z.int().positive(),
  grant: z.boolean(),
  note: z.string().trim().max(500).default(""),
});

/** To do now, to come, and handed in. */
export const owedTabs = ["open", "coming", "done"] as const;
export type OwedTab = (typeof owedTabs)[number];

/** The list of what one owes, as its address says. */
export const owedQuery = z.object({
  tab: z.enum(owedTabs).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
