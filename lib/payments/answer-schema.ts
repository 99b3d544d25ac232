import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { PayerOutcome } from "@/lib/db/generated/enums";
import { uploadedFile } from "@/lib/documents/upload";

const id = z.coerce.number().pipe(z.int().positive());

/** Named so that the audit trail leaves it out. */
export const takenAnswer = z.object({ payerFile: uploadedFile });

export const resolutions = ["PAID", "FAILED", "IGNORED"] as const;
export type Resolution = (typeof resolutions)[number];
export const settledAnswer = z.object({
  id,
  resolution: z.enum(resolutions),
  note: z.string().transform(tidy).pipe(z.string().min(3).max(500)),
});

export const answersQuery = z.object({
  outcome: z.enum(PayerOutcome).optional().catch(undefined),
  open: z.enum(["1", "0"]).catch("1"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
