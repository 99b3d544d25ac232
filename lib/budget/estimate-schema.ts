import { z } from "zod";
import { dayText } from "@/lib/deadlines/schema";
import { scenario } from "./estimate";

const id = z.int().positive();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
const note = z.preprocess(blank, words(1, 2_000).nullable().default(null));

export const estimateKinds = ["YEARLY", "AD_HOC"] as const;

export const newEstimate = z.object({
  policyId: z.coerce.number().pipe(id),
  year: z.coerce.number().pipe(z.int().min(2020).max(2100)),
  kind: z.enum(estimateKinds),
  title: words(3, 200),
  note,
});

export const seenEstimate = z.object({ id, version: id });

export const mostScenarios = 5;

export const savedEstimate = seenEstimate
  .extend({ title: words(3, 200), note, scenarios: z.array(scenario).min(2).max(mostScenarios), chosen: z.string() })
  .superRefine(({ scenarios, chosen }, context) => {
    const wrong = (path: (string | number)[], code: string) =>
      context.addIssue({ code: "custom", path, params: { code } });
    const seen = new Set<string>();
    for (const [at, { code }] of scenarios.entries()) {
      if (seen.has(code)) wrong(["scenarios", at, "name"], "duplicate");
      seen.add(code);
    }
    if (!seen.has(chosen)) wrong(["chosen"], "choice");
  });

export const explainedEstimate = seenEstimate.extend({ reason: words(3, 1_000) });

/** The paper on which the office proposes the allocation, and its day. */
export const proposedEstimate = seenEstimate.extend({ document: words(3, 300), documentOn: dayText });

export const estimateTabs = ["DRAFT", "SUBMITTED", "RETURNED", "PROPOSED", "APPROVED", "WITHDRAWN"] as const;
export const estimatesQuery = z.object({
  state: z.enum(estimateTabs).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which scenario and page of lines of an estimate is looked at, and which version (none: as it stands). */
export const estimateView = z.object({
  scenario: z.string().max(20).optional().catch(undefined),
  no: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
