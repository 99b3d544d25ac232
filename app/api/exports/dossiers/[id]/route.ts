import { dossierDownload } from "@/lib/web/dossier-download";
import { getActor } from "@/lib/web/session";

/** Everybody of a dossier as an Excel file; `notes=1` marks in its cells what was found. */
export async function GET(request: Request, context: RouteContext<"/api/exports/dossiers/[id]">): Promise<Response> {
  return dossierDownload(request, await getActor(), (await context.params).id);
}
