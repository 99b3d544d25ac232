/**
 * `Cache-Control` of everything that is public, the same for everybody and changed by a publication. A cache in front does
 * not hear our notifications, so it may hold a page for 10 s and hand it out for 10 s more while it fetches the new one; a
 * browser that keeps to the second figure on its own adds another 10 s. What is published is seen everywhere within 30 s
 * (docs/decisions/0003). Ten seconds are enough for a crowd: each cache asks six times a minute for a page, at most.
 */
export const sharedCaching = "public, max-age=0, s-maxage=10, stale-while-revalidate=10";
