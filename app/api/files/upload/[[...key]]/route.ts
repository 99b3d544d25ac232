import { refuse } from "@/lib/core/result";
import { sameOrigin } from "@/lib/web/same-origin";
import { getActor } from "@/lib/web/session";
import { answerUpload } from "@/lib/web/uploads";

/**
 * Files that come piece by piece and go on after a broken connection (docs/guide/files.md). A session that has ended in
 * between is answered 401: after signing in again the same file goes on where it was.
 */
async function handle(request: Request): Promise<Response> {
  const actor = await getActor();
  const headers = { "cache-control": "no-store" };
  if (actor.kind !== "person") return Response.json(refuse("signed_out"), { status: 401, headers });
  if (request.method !== "HEAD" && !sameOrigin(request))
    return Response.json(refuse("cross_site"), { status: 403, headers });
  const requestId = request.headers.get("x-request-id") ?? "";
  return answerUpload(request, { actor, now: new Date(), requestId });
}

export { handle as DELETE, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST };
