import { decisionDownload } from "@/lib/web/decision-download";
import { getActor } from "@/lib/web/session";

/** The decision on an approved list: Word, or its persons as Excel (`format=xlsx`). */
export async function GET(request: Request, context: RouteContext<"/api/exports/approvals/[id]">): Promise<Response> {
  return decisionDownload(request, await getActor(), "list", (await context.params).id);
}
