import { schoolSlugs } from "@/lib/cohorts/public-school-queries";
import { href, type Place } from "@/lib/i18n/paths";
import { publicBatches } from "@/lib/vacancies/batch-public-queries";
import { directoryAddresses } from "@/lib/vacancies/directory-queries";
import { type SitemapEntry, sitemap } from "@/lib/vacancies/sitemap";
import { cached } from "@/lib/web/cached";
import { absolute } from "@/lib/web/public-metadata";
import { xmlResponse } from "@/lib/web/xml-response";

export const dynamic = "force-dynamic";

const entry = (place: Place, ...rest: (string | number)[]): SitemapEntry => ({
  vi: absolute(href("vi", place, ...rest)),
  en: absolute(href("en", place, ...rest)),
});

/** All public pages but the listings. */
export async function GET(): Promise<Response> {
  const [{ parks, enterprises }, batches, schools] = await Promise.all([
    cached("directory-addresses", [], directoryAddresses, ["enterprises"]),
    cached("batches", [], () => publicBatches({ page: 1, size: 150 }), ["batches"]),
    cached("school-slugs", [], schoolSlugs, ["schools"]),
  ]);
  const places: Place[] = ["home", "jobs", "batches", "enterprises", "parks", "schools", "training", "verify"];
  return xmlResponse(
    sitemap([
      ...places.map((place) => entry(place)),
      ...batches.items.filter((row) => row.status !== "WITHDRAWN").map((row) => entry("batches", row.year, row.no)),
      ...parks.map((slug) => entry("parks", slug)),
      ...enterprises.map((slug) => entry("enterprises", slug)),
      ...schools.map((slug) => entry("schools", slug)),
    ]),
  );
}
