import { z } from "zod";

export const mailStates = ["QUEUED", "SENDING", "SENT", "KEPT", "FAILED"] as const;
export type MailState = (typeof mailStates)[number];

/** Filters of the list of mails as they stand in an address; what cannot be read is left out. */
export const mailFilter = z.object({
  status: z.enum(mailStates).optional().catch(undefined),
  /** Part of an address or a subject. */
  search: z.string().trim().min(1).max(100).optional().catch(undefined),
  /** Mails before this number. */
  before: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});
export type MailFilter = z.output<typeof mailFilter>;

export const mailId = z.object({ id: z.int().positive() });
