import { decisionDownload } from "@/lib/web/decision-download";
import { getActor } from "@/lib/web/session";

/** The decision on one dossier: Word, or its persons as Excel (`format=xlsx`). */
export async function GET(request: Request, context: RouteContext<"/api/exports/decisions/[id]">): Promise<Response> {
  return decisionDownload(request, await getActor(), "dossier", (await context.params).id);
}
