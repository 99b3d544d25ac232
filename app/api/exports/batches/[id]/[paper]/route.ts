import { env } from "@/lib/config/env";
import { permissions } from "@/lib/identity/permissions";
import { paperKindOf } from "@/lib/papers/kinds";
import { makePaper } from "@/lib/papers/outputs";
import { paperOfId } from "@/lib/papers/paper-queries";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** One of the papers of a batch, before its publication (a draft, and marked as one) and after. */
export async function GET(
  request: Request,
  context: RouteContext<"/api/exports/batches/[id]/[paper]">,
): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readBatches(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id, paper } = await context.params;
  const kind = paperKindOf(paper);
  const found = kind && /^\d{1,9}$/.test(id) ? await paperOfId(Number(id), new Date(), env().PUBLIC_URL) : null;
  if (!kind || !found) return new Response(null, { status: 404 });
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  return download(await makePaper(kind, found.paper, locale, found.template));
}
