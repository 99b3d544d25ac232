import { dayOf } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import { listingSegment } from "@/lib/vacancies/listing";
import { listingAddresses } from "@/lib/vacancies/listing-queries";
import { listingsPerFile, sitemap } from "@/lib/vacancies/sitemap";
import { absolute } from "@/lib/web/public-metadata";
import { xmlResponse } from "@/lib/web/xml-response";

/** One part of the open listings; `part` counts from 1. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("part") ?? "";
  const part = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : null;
  if (part === null) return new Response(null, { status: 404 });
  const rows = await listingAddresses(dayOf(new Date()), part - 1, listingsPerFile);
  if (rows.length === 0) return new Response(null, { status: 404 });
  return xmlResponse(
    sitemap(
      rows.map((row) => ({
        vi: absolute(href("vi", "jobs", listingSegment(row))),
        en: absolute(href("en", "jobs", listingSegment(row))),
        changed: row.changed,
      })),
    ),
  );
}
