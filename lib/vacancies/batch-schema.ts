import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";

const day = z.string().refine(isDay, { params: { code: "date" } });

/** What names a batch and when it collects. Days of Asia/Ho_Chi_Minh, the window's ends included. */
export const batchFields = z.object({
  year: z.number().int().min(2000).max(2100),
  no: z.number().int().min(1).max(200),
  month: z.number().int().min(1).max(12),
  asOf: day,
  collectFrom: day,
  collectTo: day,
});

type Fields = z.output<typeof batchFields>;

const inOrder = (fields: Fields, context: z.RefinementCtx) => {
  if (fields.collectFrom > fields.collectTo)
    context.addIssue({ code: "custom", path: ["collectTo"], params: { code: "windowOrder" } });
};

export const newBatch = batchFields.superRefine(inOrder);

const one = z.object({ id: z.number().int().positive(), version: z.number().int().positive() });

/** A batch as somebody saw it: the version makes a stale screen lose. */
export const seenBatch = one;
export const editedBatch = batchFields.extend(one.shape).superRefine(inOrder);

/** A withdrawal's reason is read by the public. */
export const publicNote = z
  .string()
  .max(1_000)
  .transform(tidy)
  .refine((text) => text.length >= 10, { params: { code: "tooShort", minimum: 10 } });

export const withdrawnBatch = one.extend({ note: publicNote });
