import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { ledgerKinds, personAccounts } from "./accounts";

const day = z.string().refine(isDay).optional().catch(undefined);

/** The list of entries as it stands in an address; what cannot be read is left out. */
export const entryQuery = z.object({
  kind: z.enum(ledgerKinds).optional().catch(undefined),
  /** Number of a dossier. */
  q: z.string().trim().min(1).max(40).optional().catch(undefined),
  from: day,
  to: day,
  sort: z.enum(["at", "amount"]).catch("at"),
  dir: z.enum(["asc", "desc"]).catch("desc"),
  cursor: z.string().max(60).optional().catch(undefined),
});
export type EntryQuery = z.output<typeof entryQuery>;

/** The last row of a page: the next one begins after it. */
export type Place = { value: bigint; id: bigint };

export const writePlace = ({ value, id }: Place): string => `${value}-${id}`;

/** The place that a cursor names; undefined for anything that is none. */
export function readPlace(cursor: string | undefined): Place | undefined {
  const found = /^(\d{1,18})-(\d{1,18})$/.exec(cursor ?? "");
  return found ? { value: BigInt(found[1] ?? 0), id: BigInt(found[2] ?? 0) } : undefined;
}

/** The persons behind a balance of a year. */
export const peopleQuery = z.object({
  account: z.enum(personAccounts).catch("COMMITTED"),
  after: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
});
