import { z } from "zod";
import { fold } from "@/lib/core/text";
import { PersonKind } from "@/lib/db/generated/enums";

export const rosterSorts = ["name", "birth", "job", "added"] as const;
export const rosterPerPage = 50;

/** The roster's address is its state; what is broken is as good as not there. */
export const rosterQuery = z.object({
  q: z.string().trim().max(100).catch(""),
  kind: z.enum(PersonKind).optional().catch(undefined),
  job: z.string().trim().max(100).catch(""),
  here: z.enum(["yes", "left", "all"]).catch("yes"),
  sort: z.enum(rosterSorts).catch("name"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RosterQuery = z.output<typeof rosterQuery>;

/** The query part of an address for a state of the list, without what is usual. */
export function rosterAddress(query: Partial<RosterQuery>): string {
  const usual: RosterQuery = {
    q: "",
    kind: undefined,
    job: "",
    here: "yes",
    sort: "name",
    direction: "asc",
    page: 1,
  };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof RosterQuery],
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

/** The words that must all stand in a name, number or job, folded. */
export const rosterWords = (q: string): string[] =>
  [
    ...new Set(
      fold(q)
        .split(/[^a-z0-9-]+/)
        .filter(Boolean),
    ),
  ].slice(0, 8);
