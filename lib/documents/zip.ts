import { createInflateRaw } from "node:zlib";
import { Unreadable } from "./unreadable";

/** A file inside a zip archive, as its central directory says. */
export type ZipEntry = { name: string; method: number; packed: number; size: number; offset: number };

/** What an Office file may hold, in bytes; a workbook of 100,000 rows × 12 columns has 60 MB of sheet. */
export const zipLimits = { total: 150e6, entry: 120e6, sharedStrings: 40e6, entries: 500, ratio: 200 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Position of the end record; it stands in the last 64 kB, behind it only a comment. */
function endOf(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= earliest; at--) if (bytes.readUInt32LE(at) === endSignature) return at;
  throw new Unreadable("damaged", {}, "no end of directory");
}

/**
 * The directory of an archive, refused when what it promises is more than an Office file holds. Reads no content: a bomb
 * is refused in microseconds. That an entry is not larger than it says is watched while it is inflated.
 */
export function zipEntries(bytes: Buffer, limits = zipLimits): ZipEntry[] {
  if (bytes.length < 22) throw new Unreadable("damaged", {}, "too short");
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (at === 0xffffffff || count === 0xffff) throw new Unreadable("bomb", {}, "zip64");
  if (count > limits.entries) throw new Unreadable("bomb", {}, `${count} entries`);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw new Unreadable("damaged", {}, "directory");
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable("encrypted");
    if (entry.method !== 0 && entry.method !== 8) throw new Unreadable("damaged", {}, `method ${entry.method}`);
    total += entry.size;
    const most = /sharedStrings/i.test(entry.name) ? limits.sharedStrings : limits.entry;
    if (entry.size > most || total > limits.total || (entry.size > 1e6 && entry.size / entry.packed > limits.ratio))
      throw new Unreadable("bomb", {}, `${entry.name}: ${entry.packed} → ${entry.size}`);
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The packed bytes of an entry, found by its local header. */
function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    throw new Unreadable("damaged", {}, entry.name);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packed > bytes.length) throw new Unreadable("damaged", {}, entry.name);
  return bytes.subarray(start, start + entry.packed);
}

/**
 * The content of an entry, piece by piece as it is asked for; nothing is inflated ahead. Throws `bomb` as soon as more
 * comes than the directory said.
 */
export async function* inflated(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) {
    if (packed.length > entry.size) throw new Unreadable("bomb", {}, entry.name);
    yield packed;
    return;
  }
  const stream = createInflateRaw({ chunkSize: 65_536 });
  stream.end(packed);
  let got = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      got += chunk.length;
      if (got > entry.size) throw new Unreadable("bomb", {}, `${entry.name} is larger than it says`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("damaged", {}, `${entry.name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    stream.destroy();
  }
}

/** A whole entry as text; for small parts (workbook, styles, relations). */
export async function entryText(bytes: Buffer, entry: ZipEntry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inflated(bytes, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
