import { z } from "zod";
import { fold } from "@/lib/core/text";
import { DossierState } from "@/lib/db/generated/enums";

export const dossierSorts = ["newest", "due", "amount", "persons"] as const;
export const dossiersPerPage = 20;
export const peoplePerPage = 50;

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const q = z.string().trim().max(100).catch("");

/** The list's address is its state; what is broken is as good as not there. */
export const dossierQuery = z.object({
  q,
  state: z.enum(DossierState).optional().catch(undefined),
  sort: z.enum(dossierSorts).catch("newest"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page,
});
export type DossierQuery = z.output<typeof dossierQuery>;

export const dossierSteps = ["course", "persons", "add", "papers", "check", "change", "messages"] as const;
export type DossierStep = (typeof dossierSteps)[number];

/** A dossier's page: the step, and of its people which are shown. */
export const dossierView = z.object({
  step: z.enum(dossierSteps).optional().catch(undefined),
  q,
  /** Only people with a finding that keeps the dossier back. */
  found: z.enum(["1"]).optional().catch(undefined),
  /** Whose place in the dossier a change begins with. */
  person: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  page,
});
export type DossierView = z.output<typeof dossierView>;

/** The query part of an address, without what is usual. */
export function addressOf<Q extends Record<string, unknown>>(query: Partial<Q>, usual: Partial<Q>): string {
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && value !== usual[key as keyof Q],
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

/** The words that must all be found, folded. */
export const searchWords = (text: string): string[] =>
  [
    ...new Set(
      fold(text)
        .split(/[^a-z0-9-]+/)
        .filter(Boolean),
    ),
  ].slice(0, 8);
