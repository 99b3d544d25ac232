import { env } from "@/lib/config/env";
import { type Locale, locales } from "@/lib/i18n/paths";
import { batchFeed } from "@/lib/papers/feed";
import { publicBatches } from "@/lib/vacancies/batch-public-queries";
import { sharedCaching } from "@/lib/web/shared-caching";

/** The newest batches as RSS 2.0; a withdrawn one is left out. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const asked = (await params).locale;
  const locale = locales.find((known): known is Locale => known === asked);
  if (!locale) return new Response(null, { status: 404 });
  const { items } = await publicBatches({ page: 1, size: 20 });
  const feed = batchFeed({
    locale,
    portal: env().PUBLIC_URL.replace(/\/+$/, ""),
    batches: items.filter(({ status }) => status !== "WITHDRAWN"),
  });
  return new Response(feed, {
    headers: {
      "Content-Type": "application/rss+xml; charset=utf-8",
      "Cache-Control": sharedCaching,
    },
  });
}
