import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/config/env";
import { href, type Locale, locales, type Place } from "@/lib/i18n/paths";

/** An address of the portal in full, as others quote it; `path` begins with a slash and is encoded. */
export const absolute = (path: string): string => new URL(env().PUBLIC_URL).origin + path;

/**
 * Title, canonical address, the same page in the other language, and what a shared link shows. `rest` are the segments
 * after the place. `gone`: answers 410 and is not to be found any more; `hidden`: there, but not for search engines.
 */
export function publicMetadata(page: {
  locale: Locale;
  place: Place;
  rest?: readonly (string | number)[];
  /** Query string of the canonical address, without `?`. */
  query?: string;
  title: string;
  /** The title stands alone, without the portal's name after it. */
  whole?: boolean;
  description: string;
  image?: string | undefined;
  feed?: string | undefined;
  gone?: boolean;
  /** Says in words that nothing is there: answers 404. */
  missing?: boolean;
  hidden?: boolean;
}): Metadata {
  const { locale, place, rest = [], query = "" } = page;
  const address = (to: Locale) => absolute(href(to, place, ...rest) + (query ? `?${query}` : ""));
  return {
    title: page.whole ? { absolute: page.title } : page.title,
    description: page.description,
    alternates: {
      canonical: address(locale),
      languages: { ...Object.fromEntries(locales.map((to) => [to, address(to)])), "x-default": address("vi") },
      ...(page.feed && { types: { "application/rss+xml": absolute(page.feed) } }),
    },
    openGraph: {
      type: "website",
      siteName: "HezaWorks",
      locale: locale === "vi" ? "vi_VN" : "en_GB",
      url: address(locale),
      title: page.title,
      description: page.description,
      ...(page.image && { images: [{ url: absolute(page.image), width: 1200, height: 630 }] }),
    },
    ...((page.gone || page.hidden) && { robots: { index: false, follow: true } }),
    ...((page.gone || page.missing) && { other: { "x-http-status": page.gone ? "410" : "404" } }),
  };
}

/** The head of `PublicNotFound`, which sets the status itself. */
export async function missingMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "errors" });
  return { title: t("notFoundTitle") };
}
