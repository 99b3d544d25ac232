import { readableFile } from "@/lib/files/file-queries";
import { getActor } from "@/lib/web/session";
import { storedAnswer } from "@/lib/web/stored-answer";

/** The bytes of a file that was handed in, to save; whole or a part. What one may not read does not exist. */
export async function GET(request: Request, context: RouteContext<"/api/files/[key]">): Promise<Response> {
  const actor = await getActor();
  if (actor.kind === "nobody") return new Response(null, { status: 401 });
  const file = await readableFile(actor, (await context.params).key);
  return file ? storedAnswer(request, file) : new Response(null, { status: 404 });
}
