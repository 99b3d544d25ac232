import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { DisseminationChannel } from "@/lib/db/generated/enums";
import { uploadedFile } from "@/lib/documents/upload";
import { reason } from "./document-schema";

export const channels = Object.values(DisseminationChannel);

const id = z.number().int().positive();
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const fields = z.object({
  channel: z.enum(DisseminationChannel),
  sentOn: z.string().refine(isDay, { params: { code: "date" } }),
  receiver: optional(z.string().max(300).transform(tidy)),
  link: optional(z.url({ protocol: /^https?$/ }).max(500)),
  file: optional(uploadedFile),
  documentId: optional(id),
});

type Proof = { receiver: string | null; link: string | null; file: unknown; keepsFile?: boolean | undefined };

/** A sending that names neither receiver nor link nor file proves nothing. Problem: `proofMissing`. */
const proven = (given: Proof, context: z.RefinementCtx) => {
  if (!given.receiver && !given.link && !given.file && !given.keepsFile)
    context.addIssue({ code: "custom", path: ["receiver"], params: { code: "proofMissing" } });
};

export const newSending = fields.extend({ batchId: id }).superRefine(proven);

/** A correction replaces a sending; `keepsFile` takes its file along. */
export const correctedSending = fields.extend({ id, reason, keepsFile: z.boolean().optional() }).superRefine(proven);

export const withdrawnSending = z.object({ id, reason });

/** The log of all batches as its address says it; anything unreadable falls back. */
export const sendingQuery = z.object({
  channel: z.enum(DisseminationChannel).optional().catch(undefined),
  batch: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
  from: z.string().refine(isDay).optional().catch(undefined),
  to: z.string().refine(isDay).optional().catch(undefined),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SendingQuery = z.output<typeof sendingQuery>;

export const sendingsPerPage = 25;
