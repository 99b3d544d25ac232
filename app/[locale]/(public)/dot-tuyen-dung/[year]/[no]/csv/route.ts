import { csvHead, csvLines } from "@/lib/vacancies/batch-csv";
import { batchLines } from "@/lib/vacancies/batch-queries";
import { sharedCaching } from "@/lib/web/shared-caching";
import { readBatch } from "../../../_parts/read-batch";

const step = 500;

/** All lines of a published batch as CSV, written as they are read. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ year: string; no: string }> },
): Promise<Response> {
  const batch = await readBatch(await params);
  if (!batch) return new Response(null, { status: 404 });
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvHead)),
    async pull(controller) {
      const lines = await batchLines(batch.id, { after, limit: step });
      after = lines.at(-1)?.position ?? after;
      if (lines.length > 0) controller.enqueue(encoder.encode(csvLines(lines)));
      if (lines.length < step) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="dot-${batch.no}-${batch.year}.csv"`,
      "Cache-Control": sharedCaching,
    },
  });
}
