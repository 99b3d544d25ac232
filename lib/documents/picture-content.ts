import type { ByteSource } from "./byte-source";

/** What a picture's bytes say: its size in pixels, or that they end too early or make no picture. */
export type PictureFacts = { width: number; height: number } | "truncated" | "damaged";

const step = 64 * 1_024;

/**
 * Goes through a JPEG from marker to marker to the end of the picture (ITU T.81, B.1): what a camera has written behind it
 * does not matter. A thumbnail inside has an end of its own, which is why the last bytes alone tell nothing.
 */
export async function jpegFacts(bytes: ByteSource): Promise<PictureFacts> {
  let size: { width: number; height: number } | undefined;
  let at = 2;
  for (;;) {
    const head = await bytes.read(at, 10);
    if (head.length < 2) return "truncated";
    if (head[0] !== 0xff) return "damaged";
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return size ?? "damaged";
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (head.length < 4) return "truncated";
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) {
      if (head.length < 9) return "truncated";
      size ??= { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    }
    at += 2 + head.readUInt16BE(2);
    if (marker !== 0xda) continue;
    if (!size) return "damaged";
    const next = await afterScan(bytes, at);
    if (next === null) return "truncated";
    at = next;
  }
}

/** The next marker behind the compressed data of a scan; null when the file ends in it. */
async function afterScan(bytes: ByteSource, start: number): Promise<number | null> {
  for (let at = start; at < bytes.size; ) {
    const block = await bytes.read(at, step);
    let found = block.indexOf(0xff);
    while (found >= 0 && found + 1 < block.length) {
      const next = block[found + 1] ?? 0;
      // A byte of data that looks like a marker is followed by a zero; restart markers belong to the data.
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + found;
      found = block.indexOf(0xff, found + 1);
    }
    // A marker may lie across two blocks.
    at += found >= 0 ? Math.max(found, 1) : block.length;
    if (block.length < 2) return null;
  }
  return null;
}

/** Goes through a PNG from chunk to chunk to its end (ISO/IEC 15948, 5.3). */
export async function pngFacts(bytes: ByteSource): Promise<PictureFacts> {
  let size: { width: number; height: number } | undefined;
  for (let at = 8; ; ) {
    const head = await bytes.read(at, 16);
    if (head.length < 8) return "truncated";
    const [length, type] = [head.readUInt32BE(0), head.toString("latin1", 4, 8)];
    if (!/^[A-Za-z]{4}$/.test(type) || length > 0x7fffffff) return "damaged";
    if (at + 12 + length > bytes.size) return "truncated";
    if (!size) {
      if (type !== "IHDR" || length !== 13) return "damaged";
      size = { width: head.readUInt32BE(8), height: head.readUInt32BE(12) };
    }
    if (type === "IEND") return size;
    at += 12 + length;
  }
}

const longestMeta = 4_000_000;

/** Goes through the boxes of a HEIC (ISO/IEC 14496-12, 23008-12); the largest picture in it counts. */
export async function heicFacts(bytes: ByteSource): Promise<PictureFacts> {
  let size: { width: number; height: number } | undefined;
  let data = false;
  for (let at = 0; at < bytes.size; ) {
    const head = await bytes.read(at, 16);
    if (head.length < 8) return "truncated";
    const [short, type] = [head.readUInt32BE(0), head.toString("latin1", 4, 8)];
    if (short === 1 && head.length < 16) return "truncated";
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? bytes.size - at : short;
    if (length < 8) return "damaged";
    if (at + length > bytes.size) return "truncated";
    if (type === "mdat" || type === "idat") data = true;
    if (type === "meta") {
      const meta = await bytes.read(at, Math.min(length, longestMeta));
      for (let box = meta.indexOf("ispe"); box >= 0; box = meta.indexOf("ispe", box + 4)) {
        if (box + 16 > meta.length) break;
        const one = { width: meta.readUInt32BE(box + 8), height: meta.readUInt32BE(box + 12) };
        if (!size || one.width * one.height > size.width * size.height) size = one;
      }
      if (meta.includes("idat")) data = true;
    }
    at += length;
  }
  // The meta box comes first: a file cut right behind it has no data.
  if (size && !data) return "truncated";
  return size ?? "damaged";
}
