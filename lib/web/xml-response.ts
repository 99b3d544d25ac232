/** XML that any cache may keep for some minutes. */
export const xmlResponse = (text: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=300, s-maxage=300, stale-while-revalidate=600",
    },
  });
