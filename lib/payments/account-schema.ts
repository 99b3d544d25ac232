import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { uploadedFile } from "@/lib/documents/upload";
import { parseAccountNumber } from "./account";

const id = z.coerce.number().pipe(z.int().positive());
const words = (least: number, most: number) => z.string().transform(tidy).pipe(z.string().min(least).max(most));
const free = (most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : (value ?? null)),
    words(1, most).nullable(),
  );

/** Whose account: a person of a dossier, or an organisation. */
const payee = z.union([
  z.object({ kind: z.literal("LEARNER"), dossierId: id, position: id }),
  z.object({ kind: z.literal("ORGANISATION"), organisationId: id }),
]);

export const accountData = z.object({
  holderName: words(2, 140),
  bankName: words(2, 140),
  bankBranch: free(140),
  /** Named so that the audit trail leaves it out. Problem: `accountNumber`. */
  accountNumber: z
    .string()
    .refine((text) => parseAccountNumber(text) !== null, { params: { code: "accountNumber" } })
    .transform((text) => parseAccountNumber(text) ?? ""),
});
export const newAccount = accountData.extend({ payee });

export const confirmedAccount = z.object({ id });
export const rejectedAccount = z.object({ id, reason: words(3, 500) });

/** Accounts of a dossier's learners in a table; named so that the audit trail leaves it out. */
export const accountTable = z.object({ accountFile: uploadedFile });

export const payeesQuery = z.object({
  tab: z.enum(["proposed", "missing", "confirmed"]).catch("proposed"),
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PayeesQuery = z.output<typeof payeesQuery>;
