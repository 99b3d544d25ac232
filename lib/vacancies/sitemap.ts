import { xml } from "./feed";

/** So many addresses stand in one file; the protocol allows 50,000, smaller files are read sooner. */
export const addressesPerFile = 10_000;

/** A page in both languages; `changed` is an instant as ISO text. */
export type SitemapEntry = { vi: string; en: string; changed?: string | undefined };

/** A site map in which each page names itself in both languages. `addressesPerFile` counts addresses: two an entry. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  const links = ({ vi, en }: SitemapEntry) =>
    `<xhtml:link rel="alternate" hreflang="vi" href="${xml(vi)}"/><xhtml:link rel="alternate" hreflang="en" href="${xml(en)}"/>`;
  const urls = entries.flatMap((entry) =>
    [entry.vi, entry.en].map(
      (address) =>
        `<url><loc>${xml(address)}</loc>${entry.changed ? `<lastmod>${entry.changed}</lastmod>` : ""}${links(entry)}</url>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}

/** The list of the site maps. */
export const sitemapIndex = (files: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map((file) => `<sitemap><loc>${xml(file)}</loc></sitemap>`).join("\n")}
</sitemapindex>
`;

/** Entries of one file of listings: an entry is two addresses. */
export const listingsPerFile = addressesPerFile / 2;
