import { dayOf } from "@/lib/core/day";
import { countOpenListings } from "@/lib/vacancies/listing-queries";
import { listingsPerFile, sitemapIndex } from "@/lib/vacancies/sitemap";
import { cached } from "@/lib/web/cached";
import { absolute } from "@/lib/web/public-metadata";
import { xmlResponse } from "@/lib/web/xml-response";

export const dynamic = "force-dynamic";

/** The index of all site maps. */
export async function GET(): Promise<Response> {
  const day = dayOf(new Date());
  const open = await cached("open-listings", [day], () => countOpenListings(day), ["vacancies"]);
  const parts = Array.from({ length: Math.ceil(open / listingsPerFile) }, (_, part) => part + 1);
  return xmlResponse(
    sitemapIndex([absolute("/sitemap-pages.xml"), ...parts.map((part) => absolute(`/sitemap-jobs.xml?part=${part}`))]),
  );
}
