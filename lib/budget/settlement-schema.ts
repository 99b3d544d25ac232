import { z } from "zod";
import { dayText } from "@/lib/deadlines/schema";
import { settlementCauses } from "./settlement";

const id = z.int().positive();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

export const newSettlement = z.object({
  policyId: z.coerce.number().pipe(id),
  year: z.coerce.number().pipe(z.int().min(2020).max(2100)),
});
export const seenSettlement = z.object({ id, version: id });
/** Words for lines with a difference, seen with this digest each. */
export const explainedLines = z.object({
  id,
  lines: z
    .array(z.object({ claimId: id, digest: z.string().length(64) }))
    .min(1)
    .max(200),
  note: words(3, 500),
});
export const proposedSettlement = seenSettlement.extend({ document: words(3, 300), documentOn: dayText });
export const returnedSettlement = seenSettlement.extend({ reason: words(3, 1_000) });

export const lineFilters = ["unexplained", "explained", "returned", "carried", ...settlementCauses] as const;
export const linesQuery = z.object({
  only: z.enum(lineFilters).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type LinesQuery = z.output<typeof linesQuery>;
