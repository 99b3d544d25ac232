import { messages } from "@/lib/i18n/messages";
import { permissions } from "@/lib/identity/permissions";
import { exportFoot, exportHead, exportLine } from "@/lib/vacancies/batch-export";
import { batchById, batchLines, batchTotals } from "@/lib/vacancies/batch-queries";
import { getActor } from "@/lib/web/session";

const page = 500;

/** A published batch as CSV, written while it is read: 500 lines at a time, however many there are. */
export async function GET(request: Request, context: RouteContext<"/api/exports/batches/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readBatches(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const batch = /^\d{1,9}$/.test(id) ? await batchById(Number(id)) : null;
  if (!batch?.publishedAt) return new Response(null, { status: 404 });

  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  const words = messages[locale];
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(exportHead(words))),
    pull: async (controller) => {
      const lines = await batchLines(batch.id, { after, limit: page });
      after = lines.at(-1)?.position ?? after;
      controller.enqueue(encoder.encode(lines.map((line) => exportLine(line, locale, words)).join("")));
      if (lines.length === page) return;
      controller.enqueue(encoder.encode(exportFoot(await batchTotals(batch.id), words)));
      controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="dot-${batch.no}-${batch.year}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
