import { getTranslations } from "next-intl/server";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { listingFeed } from "@/lib/vacancies/feed";
import { parseSearch, searchString } from "@/lib/vacancies/search";
import { newestMatches } from "@/lib/vacancies/search-queries";
import { absolute } from "@/lib/web/public-metadata";
import { sharedCaching } from "@/lib/web/shared-caching";

/** The newest fifty of any search as RSS 2.0: `/viec-lam/rss?q=…`. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const asked = (await params).locale;
  const locale = locales.find((known): known is Locale => known === asked);
  if (!locale) return new Response(null, { status: 404 });
  const given = new URL(request.url).searchParams;
  const query = parseSearch(Object.fromEntries([...new Set(given.keys())].map((key) => [key, given.getAll(key)])));
  const { items } = await newestMatches(query, new Date(), { limit: 50 });
  const t = await getTranslations({ locale, namespace: "public.feed" });
  const text = searchString({ ...query, page: 1 });
  const page = href(locale, "jobs") + (text ? `?${text}` : "");
  const self = href(locale, "jobs", "rss") + (text ? `?${text}` : "");
  const feed = listingFeed({
    locale,
    title: query.q ? t("titleOf", { q: query.q }) : t("title"),
    description: t("description"),
    page: absolute(page),
    self: absolute(self),
    address: absolute,
    items,
  });
  return new Response(feed, {
    headers: {
      "Content-Type": "application/rss+xml; charset=utf-8",
      "Cache-Control": sharedCaching,
    },
  });
}
