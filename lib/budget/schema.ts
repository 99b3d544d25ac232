import { z } from "zod";
import { parseCount } from "@/lib/core/money";
import { dayText } from "@/lib/deadlines/schema";

const id = z.int().positive();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const nothing = (value: unknown) => (value === "" || value === undefined ? null : value);

/** Ten thousand billion đồng: more than the city spends on it in a generation; a slip of the finger stops here. */
export const mostDong = 10_000_000_000_000;

const amountCode = { params: { code: "amount" } };
/** An amount as it is typed, `1.500.000.000`, or a number; đồng above zero. */
export const dongText = z
  .union([z.number(), z.string().transform((text) => parseCount(text) ?? Number.NaN)])
  .refine((value) => Number.isSafeInteger(value) && value > 0 && value <= mostDong, amountCode);

export const proposalKinds = ["ALLOCATE", "REDUCE", "TRANSFER", "CARRY_OVER", "REUSE", "REMIT"] as const;
const year = z.coerce.number().pipe(z.int().min(2020).max(2100));

export const newProposal = z
  .object({
    policyId: z.coerce.number().pipe(id),
    year,
    kind: z.enum(proposalKinds),
    /** Of a transfer and a carry-over. */
    toYear: z.preprocess(nothing, year.nullable().default(null)),
    amount: z.preprocess(nothing, dongText.nullable().default(null)),
    /** Number and words of the decision that it rests on. */
    document: words(3, 300),
    documentOn: dayText,
    note: z.preprocess(nothing, words(1, 1_000).nullable().default(null)),
  })
  .superRefine(({ kind, toYear, amount, year: from }, context) => {
    const wrong = (field: string, code: string) =>
      context.addIssue({ code: "custom", path: [field], params: { code } });
    if (kind !== "CARRY_OVER" && amount === null) wrong("amount", "required");
    if (kind === "TRANSFER" && toYear === null) wrong("toYear", "required");
    if (kind === "TRANSFER" && toYear === from) wrong("toYear", "anotherYear");
  });
export type NewProposal = z.output<typeof newProposal>;

const seenRow = z.object({ id, version: id });
export const decidedProposal = seenRow
  .extend({
    decision: z.enum(["APPROVED", "REFUSED"]),
    note: z.preprocess(nothing, words(3, 1_000).nullable().default(null)),
  })
  .superRefine(({ decision, note }, context) => {
    if (decision === "REFUSED" && note === null)
      context.addIssue({ code: "custom", path: ["note"], params: { code: "required" } });
  });
export const withdrawnProposal = seenRow;
export const pausedYear = seenRow.extend({ reason: words(3, 1_000) });
export const resumedYear = seenRow;
/** Dossiers from before the ledger, of a policy and the year in which they were handed in. */
export const takenIn = z.object({ policyId: id, year });
