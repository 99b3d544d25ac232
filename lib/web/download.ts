/** Saves under a name; the plain one is for old readers, the other keeps Vietnamese letters (RFC 6266). */
export const contentDisposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** A file as an answer that browsers save under its name. `caching`: who may keep it; nobody unless said. */
export const download = (
  file: { name: string; type: string; content: Uint8Array<ArrayBuffer> | string },
  caching = "private, no-store",
): Response =>
  new Response(file.content, {
    headers: {
      "content-type": file.type,
      "content-disposition": contentDisposition(file.name),
      "cache-control": caching,
      "x-content-type-options": "nosniff",
    },
  });
