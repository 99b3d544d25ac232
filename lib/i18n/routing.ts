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
const canonical = new Map<string, string>([
  ...nested.map(({ en, route }) => [`/en${route}`, en] as const),
  // Where the wizard stood in English before it had an English name.
  [`${places.training.en}/kiem-tra`, places.eligibility.en],
]);
/** The first two segments of a path, and its first; behind `/en` one more each. */
const heads = [/^\/(?:en\/)?[^/?#]+\/[^/?#]+(?=[/?#]|$)/, /^\/(?:en\/)?[^/?#]+(?=[/?#]|$)/];

/** What a table says of the place that an address begins with, and the rest of the address; the longest place counts. */
function known(
  url: string,
  table: ReadonlyMap<string, string>,
): { place: string; to: string; rest: string } | undefined {
  for (const head of heads) {
    const place = head.exec(url)?.[0];
    const to = place === undefined ? undefined : table.get(place);
    if (place !== undefined && to !== undefined) return { place, to, rest: url.slice(place.length) };
  }
  return undefined;
}

/** The inner address (path and query) that renders an address of the portal; undefined where they are the same. */
export function innerAddress(url: string): string | undefined {
  if (url === "/" || url.startsWith("/?")) return `/vi${url.slice(1)}`;
  const found = known(url, inner);
  return found && found.to !== found.place ? found.to + found.rest : undefined;
}

/** Inner names are not addresses: where one stands in a request (path and query), the one address of that page. */
export function canonicalAddress(url: string): string | undefined {
  if (/^\/vi(?:[/?#]|$)/.test(url)) return `/${url.slice(3).replace(/^[/\\]+/, "")}`;
  const found = known(url, canonical);
  return found && found.to !== found.place ? found.to + found.rest : undefined;
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
