import { workbookType } from "@/lib/documents/streamed-workbook";
import { takeBankFile } from "@/lib/payments/send-commands";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The bank's file of a batch that was sent (`?format=csv|xlsx`), for the office alone; taking it is written down. */
export async function GET(request: Request, context: RouteContext<"/api/exports/payments/[id]">): Promise<Response> {
  const actor = await getActor();
  const format = new URL(request.url).searchParams.get("format") ?? "xlsx";
  const { id } = await context.params;
  const requestId = request.headers.get("x-request-id") ?? undefined;
  const file = await takeBankFile(actor, { id, format }, { now: new Date(), requestId });
  if (!file.ok) return new Response(null, { status: file.code === "signed_out" ? 401 : 404 });
  const type = format === "csv" ? "text/csv; charset=utf-8" : workbookType;
  return download({ name: file.value.name, type, content: file.value.bytes });
}
