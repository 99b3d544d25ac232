import { href, type Locale } from "@/lib/i18n/paths";
import { type ListingCard, listingSegment, named, titleOf } from "./listing";
import { wageText } from "./wage";

/** Text inside an XML element: markup escaped, characters that XML forbids left out. */
export const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

/** RSS 2.0 of some listings; an item is known by its address. */
export function listingFeed(feed: {
  locale: Locale;
  title: string;
  description: string;
  page: string;
  self: string;
  address: (path: string) => string;
  items: readonly ListingCard[];
}): string {
  const items = feed.items.map((listing) => {
    const link = xml(feed.address(href(feed.locale, "jobs", listingSegment(listing))));
    const parts = [
      wageText(listing, feed.locale),
      named(listing.enterprise, feed.locale),
      named(listing.park, feed.locale),
    ];
    return `<item><title>${xml(titleOf(listing, feed.locale))}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>${new Date(`${listing.publishedOn}T00:00:00+07:00`).toUTCString()}</pubDate><description>${xml(parts.join(" · "))}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(feed.title)}</title><link>${xml(feed.page)}</link><description>${xml(feed.description)}</description><language>${feed.locale}</language><atom:link href="${xml(feed.self)}" rel="self" type="application/rss+xml"/>
${items.join("\n")}
</channel></rss>
`;
}
