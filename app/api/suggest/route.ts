import { suggestTitles } from "@/lib/vacancies/search-queries";
import { sharedCaching } from "@/lib/web/shared-caching";

/** Titles of open jobs that begin with or contain what is typed; the same for everybody, so any cache may keep it. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestTitles(typed.slice(0, 60)), {
    headers: { "Cache-Control": sharedCaching },
  });
}
