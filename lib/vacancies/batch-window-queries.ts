import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";

export type OpenBatch = { id: number; year: number; no: number; month: number };

/**
 * The batch that takes a submission today: `own` while it is collecting or being reviewed (a returned vacancy is put right
 * within its batch), else the one collecting now. Its row is held against changes until the transaction ends, so that a
 * submission never falls into a batch that is just being published.
 */
export async function collectingBatch(tx: Tx, today: Day, own: number | null): Promise<OpenBatch | null> {
  const [batch] = await tx.$queryRaw<OpenBatch[]>`
    select id, year, no, month from "VacancyBatch"
    where (id = ${own} and status in ('COLLECTING', 'REVIEWING'))
       or (status = 'COLLECTING' and ${today}::date between "collectFrom" and "collectTo")
    order by (id = ${own}) desc nulls last
    limit 1 for share`;
  return batch ?? null;
}
