import { z } from "zod";
import { reportingUnits } from "./unit";

export const obligationStates = ["DRAFT", "LIVE", "ENDED"] as const;
export const audienceKinds = ["enterprises", "schools", "units", "organisations"] as const;
export const obligationSorts = ["due", "name", "late"] as const;
export const obligationsPerPage = 25;

/** The list of obligations as its address says it; anything unreadable falls back. */
export const obligationQuery = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(obligationStates).optional().catch(undefined),
  who: z.enum(audienceKinds).optional().catch(undefined),
  reviewer: z.enum(reportingUnits).optional().catch(undefined),
  sort: z.enum(obligationSorts).catch("due"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type ObligationQuery = z.output<typeof obligationQuery>;

/** The list's address with what differs from the usual. */
export function obligationAddress(base: string, query: Partial<ObligationQuery>): string {
  const usual: Partial<ObligationQuery> = { q: "", sort: "due", direction: "asc", page: 1 };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof ObligationQuery],
  );
  return said.length === 0 ? base : `${base}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}
