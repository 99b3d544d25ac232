import { log } from "@/lib/config/log";
import { type Result, refuse } from "@/lib/core/result";
import { largestTable } from "@/lib/documents/table-guard";
import { startImport } from "@/lib/imports/import-commands";
import { sameOrigin } from "@/lib/web/same-origin";
import { getActor } from "@/lib/web/session";

const tooLarge = refuse("table_unreadable", { params: { reason: "too_large", maximum: largestTable / 1e6 } });

const answer = (result: Result<unknown>, status = result.ok ? 200 : 422): Response =>
  Response.json(result, { status, headers: { "cache-control": "no-store" } });

/** The body as far as it may go; null as soon as it is larger, without reading the rest. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largestTable) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > largestTable) {
      await reader?.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return Buffer.concat(pieces);
}

/**
 * Takes a table in: the bytes are the body, `kind`, `name` and, for a school's programmes, `report` stand in the address. Answers a `Result` with the id of the
 * import; what is no table is refused before anything of it is kept. Only pages of this site may call it.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor.kind === "nobody") return answer(refuse("signed_out"), 401);
  if (!sameOrigin(request)) return answer(refuse("cross_site"), 403);
  const requestId = request.headers.get("x-request-id") ?? "";
  try {
    const bytes = await bodyOf(request);
    if (!bytes) return answer(tooLarge, 413);
    const { searchParams } = new URL(request.url);
    const report = searchParams.get("report");
    const reportId = report === null ? null : Number(report);
    const input = { kind: searchParams.get("kind"), name: searchParams.get("name"), reportId, bytes };
    const idempotencyKey = request.headers.get("idempotency-key")?.slice(0, 100);
    return answer(await startImport(actor, input, { now: new Date(), requestId, idempotencyKey }));
  } catch (error) {
    log().error({ requestId, err: error }, "upload failed");
    return answer(refuse("unexpected", { params: { reference: requestId } }), 500);
  }
}
