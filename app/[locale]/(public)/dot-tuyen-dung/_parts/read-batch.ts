import { publicBatch } from "@/lib/vacancies/batch-public-queries";
import { batchLines, batchTotals, changedLines, earlierBatches } from "@/lib/vacancies/batch-queries";
import { cached } from "@/lib/web/cached";

export const linesPerPage = 50;

const number = (segment: string): number | null => (/^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : null);

/** The batch of an address; null when there is none for the public. */
export async function readBatch(params: { year: string; no: string }) {
  const year = number(params.year);
  const no = number(params.no);
  if (year === null || no === null) return null;
  return cached("batch", [year, no], () => publicBatch(year, no), ["batches"]);
}

/** The number in `trang-2`; null for anything else. */
export function partOf(segment: string): number | null {
  const part = number(/^trang-(.+)$/.exec(segment)?.[1] ?? "");
  return part === null || part < 2 ? null : part;
}

/** Lines of one page of a batch, in their printed order. */
export const readLines = (batchId: number, part: number) =>
  cached(
    "batch-lines",
    [batchId, part],
    () => batchLines(batchId, { after: (part - 1) * linesPerPage, limit: linesPerPage }),
    ["batches", `batch:${batchId}`],
  );

/** Sums of a batch, the batches before it, and what has changed since it was published. */
export const readFigures = (batch: { id: number; collectFrom: string }) =>
  cached(
    "batch-figures",
    [batch.id],
    async () => {
      const [totals, earlier, changed] = await Promise.all([
        batchTotals(batch.id),
        earlierBatches(3, batch.collectFrom),
        changedLines(batch.id, { limit: 100 }),
      ]);
      return { totals, earlier, changed };
    },
    ["batches", `batch:${batch.id}`],
  );
