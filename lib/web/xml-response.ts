import { sharedCaching } from "./shared-caching";

/** XML that any cache may keep for some minutes. */
export const xmlResponse = (text: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": sharedCaching,
    },
  });
