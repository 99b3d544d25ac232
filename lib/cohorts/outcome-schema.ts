import { z } from "zod";

const persons = z.number().int().min(0).max(100_000);
/** What graduates do, each counted once; together they are the graduates. */
export const outcomes = ["inParks", "elsewhere", "studying", "seeking", "unknown"] as const;
/** When schools look after their graduates: months after graduation. */
export const outcomeMonths = [6, 12] as const;

const row = z
  .object({
    code: z.string().min(1).max(40),
    graduates: persons,
    inParks: persons,
    elsewhere: persons,
    studying: persons,
    seeking: persons,
    unknown: persons,
  })
  .superRefine((all, context) => {
    const sum = outcomes.reduce((total, name) => total + all[name], 0);
    if (sum !== all.graduates)
      context.addIssue({ code: "custom", path: ["graduates"], params: { code: "sumOff", sum } });
  });

/** Outcomes of all programmes of a year at once; what was there is replaced. */
export const savedOutcomes = z.object({
  year: z.number().int().min(2000).max(2100),
  months: z.union([z.literal(6), z.literal(12)]),
  /** How many times it was saved when the form was read: who saves over somebody else's is told. */
  version: z.number().int().min(0),
  rows: z.array(row).min(1).max(500),
});

export const outcomeQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  months: z.coerce
    .number()
    .pipe(z.union([z.literal(6), z.literal(12)]))
    .catch(6),
  by: z.enum(["school", "field"]).catch("school"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type OutcomeQuery = z.output<typeof outcomeQuery>;
