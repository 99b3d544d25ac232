import { Readable } from "node:stream";
import { objectStore } from "@/lib/documents/object-store";
import { contentOf } from "@/lib/files/place";
import { byteRange } from "./byte-range";
import { contentDisposition } from "./download";

type Stored = { key: string; name: string; size: number; kind: string | null; sha256: string | null };

/**
 * A stored file as an answer, streamed. Somebody else's bytes never become a page of this site: they are saved and not
 * shown, their type is not guessed, and whatever shows them all the same runs nothing.
 */
export async function storedAnswer(request: Request, file: Stored): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    "content-type": file.kind ?? "application/octet-stream",
    "content-disposition": contentDisposition(file.name),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag,
  });
  // A part of another content would be worth nothing: then all of it is sent.
  const condition = request.headers.get("if-range");
  const range = condition === null || condition === etag ? byteRange(request.headers.get("range"), file.size) : null;
  if (range === "outside") {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const bytes = await objectStore().read(contentOf(file.key), range ?? undefined);
  if (!bytes) throw new Error(`the bytes of file ${file.key} are gone from the store`);
  headers.set("content-length", String(range ? range.end - range.start + 1 : file.size));
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, { status: range ? 206 : 200, headers });
}
