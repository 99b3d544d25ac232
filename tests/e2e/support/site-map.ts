import type { APIRequestContext } from "@playwright/test";

/** The site map of all open listings, read as a search engine reads it: from its index. */
export async function jobsInSiteMap(request: APIRequestContext): Promise<string> {
  const index = await (await request.get("/sitemap.xml")).text();
  const files = [...index.matchAll(/<loc>([^<]*sitemap-jobs[^<]*)<\/loc>/g)].map(([, address]) => address ?? "");
  const parts = await Promise.all(files.map(async (file) => (await request.get(file.replaceAll("&amp;", "&"))).text()));
  return parts.join("\n");
}
