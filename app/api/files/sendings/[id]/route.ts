import { permissions } from "@/lib/identity/permissions";
import { sendingFile } from "@/lib/papers/dissemination-queries";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The file that proves a sending of a batch. */
export async function GET(_: Request, context: RouteContext<"/api/files/sendings/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readDocuments(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const file = /^\d{1,9}$/.test(id) ? await sendingFile(Number(id)) : null;
  return file
    ? download({ name: file.name, type: file.contentType, content: file.content })
    : new Response(null, { status: 404 });
}
