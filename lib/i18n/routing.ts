import { places } from "./paths";

/**
 * Language by address, without a proxy: rewrites are matched before any code runs, so a static page stays as cheap as a
 * static page. `/viec-lam` renders `app/[locale]/(public)/viec-lam` with locale `vi`, `/en/jobs` the same with `en`.
 */
const nested = Object.values(places).filter((place) => place.route !== "/");

export const rewrites = [
  { source: "/", destination: "/vi" },
  ...nested.flatMap(({ vi, en, route }) => [
    ...(en === `/en${route}`
      ? []
      : [
          { source: en, destination: `/en${route}` },
          { source: `${en}/:path*`, destination: `/en${route}/:path*` },
        ]),
    { source: vi, destination: `/vi${route}` },
    { source: `${vi}/:path*`, destination: `/vi${route}/:path*` },
  ]),
];

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

/** The inner names are not addresses: they lead to the one canonical address of the page. */
export const redirects = [
  { source: "/vi", destination: "/", permanent: true },
  { source: "/vi/:path*", destination: "/:path*", permanent: true },
  ...nested
    .filter(({ en, route }) => en !== `/en${route}`)
    .flatMap(({ en, route }) => [
      { source: `/en${route}`, destination: en, permanent: true },
      { source: `/en${route}/:path*`, destination: `${en}/:path*`, permanent: true },
    ]),
];
