import { revalidatePath, revalidateTag } from "next/cache";
import { z } from "zod";
import { forgetKept } from "@/lib/web/kept";
import { processSecret, processSecretHeader } from "@/lib/web/server-secret";

/** Makes cached pages of this process stale at once. Called by the process itself only (`lib/web/server-invalidation.ts`). */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get(processSecretHeader) !== processSecret()) return new Response(null, { status: 404 });
  const tags = z.array(z.string()).parse(await request.json());
  forgetKept(tags);
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
  if (tags.includes("public")) revalidatePath("/", "layout");
  return new Response(null, { status: 204 });
}
