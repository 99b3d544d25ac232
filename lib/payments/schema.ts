import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { EitherPayee, PaymentBatchState, PayWhen } from "@/lib/db/generated/enums";

const id = z.coerce.number().pipe(z.int().positive());
const words = (least: number, most: number) => z.string().transform(tidy).pipe(z.string().min(least).max(most));

export const gatheredPayments = z.object({ policyId: id, title: words(3, 200) });
/** What stood in sight when somebody acted on a batch: transfers, đồng. */
export const paymentTotals = z.object({ lines: z.int().min(0), amount: z.int().min(0) });
export type PaymentTotals = z.output<typeof paymentTotals>;
/** A batch as the screen showed it: a stale screen loses. */
export const paymentAct = z.object({ id, version: id, seen: paymentTotals });
export const explainedPaymentAct = paymentAct.extend({ reason: words(3, 1_000) });
/** The leader's approval names the paper that it stands on. */
export const sentPayments = paymentAct.extend({ document: words(3, 200) });
export const droppedLine = z.object({ id, version: id, lineId: id });

export const saidTerms = z.object({
  policyId: id,
  payWhen: z.enum(PayWhen),
  eitherTo: z.enum(EitherPayee),
  basis: words(3, 500),
  verified: z.boolean(),
});

export const bankFormats = ["csv", "xlsx"] as const;
export type BankFormat = (typeof bankFormats)[number];
export const takenBankFile = z.object({ id, format: z.enum(bankFormats) });

export const paymentsQuery = z.object({
  state: z.enum(PaymentBatchState).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export const paymentPageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  outcome: z.string().max(20).optional().catch(undefined),
});
