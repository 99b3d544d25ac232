import { z } from "zod";

const id = z.int().positive().max(2_147_483_647);

/** Which answers are added up: those that were accepted, or also those that still wait to be read. */
export const includings = ["accepted", "submitted"] as const;
export type Including = (typeof includings)[number];

/** Filters of the list of periods as they stand in its address. */
export const periodsQuery = z.object({
  obligation: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What a period's page is asked for. `at`: the one cut-off, as an ISO instant; without it the closing, or now. */
export const periodView = z.object({
  at: z
    .string()
    // As a field of the browser writes it, it is meant in Hải Phòng.
    .transform((text) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text}+07:00` : text))
    .pipe(z.iso.datetime({ offset: true }))
    .transform((text) => new Date(text))
    .optional()
    .catch(undefined),
  including: z.enum(includings).catch("accepted"),
});

export const answerStates = ["OWED", "DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "EXCUSED"] as const;

/** The list behind a number of a period. */
export const answersQuery = periodView.extend({
  figure: z.string().max(130).optional().catch(undefined),
  state: z.enum(answerStates).optional().catch(undefined),
  late: z.literal("yes").optional().catch(undefined),
  park: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AnswersQuery = z.output<typeof answersQuery>;

export const closedPeriod = z.object({ id });

export const reopenedPeriod = z.object({ id, reason: z.string().trim().min(3).max(1_000) });

/** The cut-off of a page or file: the one that is asked for, else the closing, else now; never in the future. */
export const cutOffOf = (asked: Date | undefined, closedAt: Date | null, now: Date): Date => {
  const at = asked ?? closedAt ?? now;
  return at > now ? now : at;
};
