import { refuse } from "@/lib/core/result";
import { fileFacts } from "@/lib/files/file-queries";
import { getActor } from "@/lib/web/session";

/** What is known of a file (lib/files/problems.ts, `FileFacts`): whether it is ready, refused, or still being checked. */
export async function GET(_: Request, context: RouteContext<"/api/files/[key]/state">): Promise<Response> {
  const actor = await getActor();
  const headers = { "cache-control": "private, no-store" };
  if (actor.kind === "nobody") return Response.json(refuse("signed_out"), { status: 401, headers });
  const [facts] = await fileFacts(actor, [(await context.params).key]);
  return facts ? Response.json(facts, { headers }) : Response.json(refuse("not_found"), { status: 404, headers });
}
