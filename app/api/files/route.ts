import { log } from "@/lib/config/log";
import { type Refusal, refuse } from "@/lib/core/result";
import { takeFile } from "@/lib/files/take-commands";
import { largestFile } from "@/lib/files/upload-commands";
import { localPath } from "@/lib/web/local-path";
import { sameOrigin } from "@/lib/web/same-origin";
import { getActor } from "@/lib/web/session";

/** What a multipart form says around its file. */
const around = 100_000;

/** Back to the page of the form, which says what became of it; without one, as JSON. */
function answer(
  back: string | null,
  result: { ok: true; value: { key: string; state: string } } | Refusal,
  status: number,
) {
  const headers = { "cache-control": "no-store" };
  if (!back) return Response.json(result, { status, headers });
  const said = result.ok ? { file: result.value.key } : { fileProblem: result.code, ...result.params };
  const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]));
  const location = `${back}${back.includes("?") ? "&" : "?"}${query}`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

/**
 * Takes one file from a plain form: `file`, `purpose`, and `back`, the page to return to with `file=KEY` or
 * `fileProblem=CODE` in its address. For browsers without script; with it, files come piece by piece (`upload`).
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor.kind !== "person") return answer(null, refuse("signed_out"), 401);
  if (!sameOrigin(request)) return answer(null, refuse("cross_site"), 403);
  // Refused by what is announced, before anything of it is read; a body of unknown length is no form of a browser.
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= largestFile() + around))
    return answer(null, refuse("file_too_large", { params: { name: "", maximum: largestFile() / 1_000_000 } }), 413);
  const requestId = request.headers.get("x-request-id") ?? "";
  try {
    const form = await request.formData();
    const [file, purpose, next] = [form.get("file"), form.get("purpose"), form.get("back")];
    const back = typeof next === "string" ? localPath(next) : null;
    if (!(file instanceof File) || typeof purpose !== "string") return answer(back, refuse("invalid_input"), 400);
    const result = await takeFile(actor, { purpose, file }, { now: new Date(), requestId });
    return answer(back, result, result.ok ? 200 : result.code === "storage_full" ? 507 : 422);
  } catch (error) {
    log().error({ requestId, err: error }, "file could not be taken");
    return answer(null, refuse("unexpected", { params: { reference: requestId } }), 500);
  }
}
