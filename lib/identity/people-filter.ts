import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { staffRole } from "./schema";

/** What an administrator looks for, from the address line: unknown values are as good as none. */
export const peopleFilter = z.object({
  kind: z.enum(["staff", "organisations"]).catch("staff"),
  unit: staffRole.optional().catch(undefined),
  text: z.string().max(100).transform(tidy).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilter = z.output<typeof peopleFilter>;

/** The same as the query of an address; what is usual is left out. */
export function peopleQuery(filter: PeopleFilter, change: Partial<PeopleFilter> = {}): string {
  const { kind, unit, text, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (kind !== "staff") query.set("kind", kind);
  if (unit && kind === "staff") query.set("unit", unit);
  if (text) query.set("text", text);
  if (page > 1) query.set("page", String(page));
  return query.size ? `?${query}` : "";
}
