import { z } from "zod";
import { fold } from "@/lib/core/text";
import { EnterpriseLifecycle } from "@/lib/db/generated/enums";

export const sorts = ["name", "park", "headcount", "open", "changed"] as const;
export const pageSize = 50;

const choice = z.enum(["yes", "no"]).optional().catch(undefined);

/** The register's address is its state: an unknown or broken value is as good as not there. */
export const listQuery = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  park: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  lifecycle: z.enum(EnterpriseLifecycle).optional().catch(undefined),
  verified: choice,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  union: choice,
  agreement: choice,
  sort: z.enum(sorts).catch("name"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListQuery = z.output<typeof listQuery>;

/** Reads the parameters of an address; of a repeated one the first counts. */
export const readListQuery = (params: Record<string, string | string[] | undefined>): ListQuery =>
  listQuery.parse(
    Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])),
  );

/** The query part of an address for a state of the list, without what is usual. */
export function listAddress(query: Partial<ListQuery>): string {
  const usual: Partial<ListQuery> = { sort: "name", dir: "asc", page: 1 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && usual[key as keyof ListQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/**
 * The words that must all stand in an enterprise's name or tax code, folded. A tax code may be typed with spaces or dots:
 * figures that follow each other are one word.
 */
export function searchWords(q: string): string[] {
  const joined = fold(q).replace(/(?<=\d)[\s.]+(?=\d)/g, "");
  return [...new Set(joined.split(/[^a-z0-9-]+/).filter(Boolean))].slice(0, 8);
}
