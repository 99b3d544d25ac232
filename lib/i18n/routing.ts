import { places } from "./paths";

/**
 * Language by address, without a proxy and without a rule of Next's for each place: our own server looks the place up
 * in a table before Next sees the request (docs/decisions/0002). `/viec-lam` renders `app/[locale]/(public)/viec-lam`
 * with locale `vi`, `/en/jobs` the same with `en`.
 */
const nested = Object.values(places).filter((place) => place.route !== "/");
const inner = new Map<string, string>(
  nested.flatMap(({ vi, en, route }) => [[vi, `/vi${route}`] as const, [en, `/en${route}`] as const]),
);
const canonical = new Map<string, string>(nested.map(({ en, route }) => [`/en${route}`, en] as const));
/** The first segment of a path, and behind `/en` the second one, too. */
const head = /^\/(?:en\/)?[^/?#]+(?=[/?#]|$)/;

/** The inner address (path and query) that renders an address of the portal; undefined where they are the same. */
export function innerAddress(url: string): string | undefined {
  if (url === "/" || url.startsWith("/?")) return `/vi${url.slice(1)}`;
  const place = head.exec(url)?.[0];
  const route = place === undefined ? undefined : inner.get(place);
  return place === undefined || route === undefined || route === place ? undefined : route + url.slice(place.length);
}

/** Inner names are not addresses: where one stands in a request (path and query), the one address of that page. */
export function canonicalAddress(url: string): string | undefined {
  if (/^\/vi(?:[/?#]|$)/.test(url)) return `/${url.slice(3).replace(/^[/\\]+/, "")}`;
  const place = head.exec(url)?.[0];
  const address = place === undefined ? undefined : canonical.get(place);
  return place === undefined || address === undefined || address === place
    ? undefined
    : address + url.slice(place.length);
}

/**
 * Addresses that do not exist lead to one page, which says so in their language. `outside` is asked before `/abc` could
 * be taken for a language of that name, `inside` after no page below a language has answered.
 */
export const unknownAddresses = {
  outside: [{ source: "/:path((?!(?:vi|en|api|_next)(?:/|$)).+)", destination: "/vi/khong-tim-thay" }],
  inside: [
    { source: "/vi/:path+", destination: "/vi/khong-tim-thay" },
    { source: "/en/:path+", destination: "/en/khong-tim-thay" },
  ],
};
