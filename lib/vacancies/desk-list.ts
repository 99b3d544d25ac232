import { z } from "zod";
import type { VacancyStatus } from "@/lib/db/generated/enums";

/** Tabs of the enterprise's list. `open` and `mine` gather states in which somebody has to act. */
export const listTabs = {
  all: null,
  mine: ["DRAFT", "RETURNED"],
  waiting: ["SUBMITTED", "APPROVED"],
  open: ["PUBLISHED"],
  ended: ["FILLED", "EXPIRED", "WITHDRAWN"],
} as const satisfies Record<string, readonly VacancyStatus[] | null>;

export type ListTab = keyof typeof listTabs;
export const listTabNames = Object.keys(listTabs) as ListTab[];

export const listSorts = ["changed", "title", "headcount", "deadline"] as const;

/** The list as its address says it; anything unreadable falls back. */
export const listQuery = z.object({
  tab: z.enum(listTabNames).catch("all"),
  q: z.string().trim().max(100).catch(""),
  sort: z.enum(listSorts).catch("changed"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListQuery = z.output<typeof listQuery>;

export const rowsPerPage = 25;

/** The query part of the address of a list, with what differs from the usual left in. */
export function listAddress(query: Partial<ListQuery>): string {
  const usual: ListQuery = { tab: "all", q: "", sort: "changed", direction: "desc", page: 1 };
  const said = Object.entries(query).filter(([key, value]) => value !== usual[key as keyof ListQuery]);
  return said.length === 0 ? "" : `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}
