import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { ControlMethod, ControlState } from "@/lib/db/generated/enums";
import { dayText } from "@/lib/deadlines/schema";
import { riskSignals } from "./risk";

const id = z.coerce.number().pipe(z.int().positive());
const words = (least: number, most: number) => z.string().transform(tidy).pipe(z.string().min(least).max(most));
const dong = z.coerce.number().pipe(z.int().min(0).max(100_000_000_000));

/** A weight, 0–100, for every signal. */
export const riskWeights = z.record(z.enum(riskSignals), z.coerce.number().pipe(z.int().min(0).max(100)));

export const proposedControl = z.object({
  policyId: id,
  year: z.coerce.number().pipe(z.int().min(2000).max(2100)),
  organisationId: z.preprocess((value) => (value === "" || value === undefined ? null : value), id.nullable()),
  method: z.enum(ControlMethod),
  size: z.coerce.number().pipe(z.int().min(1).max(500)),
  /** Of the form's own making or typed: a lot drawn in public, for instance. */
  seed: words(4, 100),
  weights: riskWeights,
  answerDays: z.coerce.number().pipe(z.int().min(1).max(60)),
  basis: words(3, 500),
});
export const decidedControl = z.object({ id, version: id, approve: z.boolean(), note: words(3, 500) });
export const answeredControl = z.object({
  id,
  version: id,
  answer: words(3, 4_000),
  files: z.array(z.string().max(100)).max(20),
});
export const judgedControl = z
  .object({
    id,
    version: id,
    outcome: z.enum(["IN_ORDER", "ERROR", "NOT_ANSWERED"]),
    amount: dong,
    finding: words(3, 2_000),
  })
  .superRefine(({ outcome, amount }, context) => {
    if ((outcome === "IN_ORDER" && amount > 0) || (outcome === "ERROR" && amount === 0))
      context.addIssue({ code: "custom", path: ["amount"], params: { code: "controlAmount" } });
  });
export const decidedCase = z.object({ id, version: id, approve: z.boolean() });
export const returnedMoney = z.object({
  id,
  version: id,
  amount: dong.refine((value) => value > 0, { params: { code: "controlAmount" } }),
  returnedOn: dayText,
  document: words(3, 200),
});
export const controlsQuery = z.object({
  state: z.enum(ControlState).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
