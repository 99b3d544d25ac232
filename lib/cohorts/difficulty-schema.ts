import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { DifficultyState, SchoolKind } from "@/lib/db/generated/enums";
import { difficultyThemes } from "./vocabulary";

export const difficultyStates = Object.values(DifficultyState);
const themes = difficultyThemes.map(({ value }) => value);

/** What was done about a difficulty; the school reads the note. */
export const difficultyStep = z.object({
  id: z.int().positive(),
  version: z.int().positive(),
  state: z.enum(DifficultyState),
  note: z.string().transform(tidy).pipe(z.string().min(5).max(1_000)),
});

export const difficultiesPerPage = 30;
export const difficultyQuery = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
  state: z.enum(DifficultyState).optional().catch(undefined),
  kind: z.enum(SchoolKind).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DifficultyQuery = z.output<typeof difficultyQuery>;

/** The query part of an address, without what is usual. */
export function difficultyAddress(query: Partial<DifficultyQuery>): string {
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && !(key === "page" && value === 1),
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/** What a theme is called. */
export const themeName = (theme: string, locale: "vi" | "en"): string =>
  difficultyThemes.find(({ value }) => value === theme)?.label[locale] ?? theme;
