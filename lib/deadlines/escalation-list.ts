import { z } from "zod";
import { CallOutcome } from "@/lib/db/generated/enums";
import { reportingUnits } from "./unit";

export const latePerPage = 50;
export const lateSorts = ["due", "name", "park"] as const;
/** At least so many calendar days late. */
export const lateDays = [1, 5, 10, 30, 90] as const;
/** Who cannot be reached by the portal: nobody has an account, or a letter did not arrive. */
export const reaches = ["noAccount", "bounced"] as const;

const number = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);

/** Which late reports: what narrows the list, an export of it, and asking for all of it. */
export const lateFilter = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  obligation: number,
  period: number,
  park: number,
  /** Of the Authority, which owes. */
  unit: z.enum(reportingUnits).optional().catch(undefined),
  /** Of the Authority, which reads. */
  reviewer: z.enum(reportingUnits).optional().catch(undefined),
  days: z.coerce.number().int().min(1).max(3_650).optional().catch(undefined),
  reach: z.enum(reaches).optional().catch(undefined),
});
export type LateFilter = z.output<typeof lateFilter>;

/** The list's address is its state: an unknown or broken value is as good as not there. */
export const lateQuery = lateFilter.extend({
  sort: z.enum(lateSorts).catch("due"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LateQuery = z.output<typeof lateQuery>;

/** Reads the parameters of an address; of a repeated one the first counts. */
export const readLateQuery = (params: Record<string, string | string[] | undefined>): LateQuery =>
  lateQuery.parse(
    Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])),
  );

/** The query part of an address for a state of the list, without what is usual. */
export function lateAddress(query: Partial<LateQuery>): string {
  const usual: Partial<LateQuery> = { sort: "due", dir: "asc", page: 1 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && usual[key as keyof LateQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

export const callOutcomes = Object.values(CallOutcome);

/** What came of a telephone call about a late report. */
export const madeCall = z.object({
  assignmentId: z.coerce.number().int().positive(),
  outcome: z.enum(CallOutcome),
  note: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z
      .string()
      .max(1_000)
      .transform((text) => text.normalize("NFC").trim())
      .nullable(),
  ),
});
