import type { ByteSource } from "./byte-source";
import { heicFacts, jpegFacts, type PictureFacts, pngFacts } from "./picture-content";

export type ContentKind = "application/pdf" | "image/jpeg" | "image/png" | "image/heic";

/** What is wrong with a file's content, with what the words need. */
export type ContentProblem = {
  problem:
    | "empty"
    | "kind_unknown"
    | "kind_not_wanted"
    | "not_what_it_says"
    | "truncated"
    | "damaged"
    | "too_many_pixels";
  params: Record<string, string | number>;
};

export type ContentFacts = { kind: ContentKind; extension: string };

/** A picture of 120 megapixels (a phone's largest) fills half a gigabyte when it is opened; beyond that it is a trap. */
const mostPixels = 120_000_000;
const longestSide = 30_000;

const extensions: Record<ContentKind, readonly [string, ...string[]]> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/heic": ["heic", "heif", "hif"],
};

/** What else is often handed in; only to be able to say what it is. The first extension is the name of the family. */
const others: { begins: readonly number[]; extensions: readonly [string, ...string[]] }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], extensions: ["zip", "docx", "xlsx", "pptx", "odt", "ods"] },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], extensions: ["doc", "xls", "ppt", "msg"] },
  { begins: [0x4d, 0x5a], extensions: ["exe", "dll", "msi", "scr"] },
  { begins: [0x47, 0x49, 0x46, 0x38], extensions: ["gif"] },
  { begins: [0x52, 0x49, 0x46, 0x46], extensions: ["webp", "avi", "wav"] },
  { begins: [0x52, 0x61, 0x72, 0x21], extensions: ["rar"] },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], extensions: ["7z"] },
  { begins: [0x49, 0x49, 0x2a, 0x00], extensions: ["tiff", "tif"] },
  { begins: [0x4d, 0x4d, 0x00, 0x2a], extensions: ["tiff", "tif"] },
  { begins: [0x42, 0x4d], extensions: ["bmp"] },
];

const heicBrands = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/;

function kindOf(head: Buffer): ContentKind | null {
  // Readers take a PDF whose first line is not the first (ISO 32000-1, Annex H.3).
  if (head.subarray(0, 1_024).includes("%PDF-")) return "application/pdf";
  if (head.length >= 3 && head.readUIntBE(0, 3) === 0xffd8ff) return "image/jpeg";
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  if (head.length >= 12 && head.toString("latin1", 4, 8) === "ftyp") {
    const brands = head.toString("latin1", 8, Math.min(head.readUInt32BE(0), 64));
    if (heicBrands.test(brands) && !/avif|avis/.test(brands)) return "image/heic";
  }
  return null;
}

/** A PDF that ends as one must: its end mark, and a table of contents where it says (ISO 32000-1, 7.5.5). */
async function pdfProblem(bytes: ByteSource): Promise<"truncated" | "damaged" | null> {
  const tail = (await bytes.read(Math.max(0, bytes.size - 4_096), 4_096)).toString("latin1");
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0) return "truncated";
  const said = [...tail.slice(0, end).matchAll(/startxref\s+(\d{1,10})\s/g)].at(-1)?.[1];
  if (said === undefined) return "damaged";
  const head = (await bytes.read(0, 1_024)).indexOf("%PDF-");
  // What stands before the first line moves everything, in files whose writer counted from that line.
  for (const start of [Number(said), Number(said) + head]) {
    if (start >= bytes.size) continue;
    const table = (await bytes.read(Math.max(0, start - 2), 40)).toString("latin1");
    if (/^[\s\S]{0,4}?(xref\s|\d+\s+\d+\s+obj)/.test(table)) return null;
  }
  return "damaged";
}

const pictures: Record<Exclude<ContentKind, "application/pdf">, (bytes: ByteSource) => Promise<PictureFacts>> = {
  "image/jpeg": jpegFacts,
  "image/png": pngFacts,
  "image/heic": heicFacts,
};

async function pictureProblem(facts: PictureFacts): Promise<ContentProblem | null> {
  if (typeof facts === "string") return { problem: facts, params: {} };
  const { width, height } = facts;
  if (width === 0 || height === 0) return { problem: "damaged", params: {} };
  const tooMany = width * height > mostPixels || Math.max(width, height) > longestSide;
  return tooMany ? { problem: "too_many_pixels", params: { width, height } } : null;
}

/** Why the content is none of those that are taken. */
function unknownKind(head: Buffer, said: string | undefined): ContentProblem {
  const other = others.find(({ begins }) => begins.every((byte, at) => head[at] === byte))?.extensions;
  const html = /^\s*(<!doctype|<html|<\?xml|<svg)/i.test(head.toString("latin1", 0, 200));
  const found = other ?? (html ? (["html", "htm", "xml", "svg"] as const) : null);
  if (!found) return { problem: "kind_unknown", params: {} };
  if (said && found.includes(said)) return { problem: "kind_not_wanted", params: { found: said } };
  return said && knownExtension(said)
    ? { problem: "not_what_it_says", params: { said, found: found[0] } }
    : { problem: "kind_not_wanted", params: { found: found[0] } };
}

const knownExtension = (one: string): boolean => Object.values(extensions).some((all) => all.includes(one));

/**
 * Says what a file is by its content, and whether it is one that can be opened: PDF, JPEG, PNG or HEIC, whole, and not
 * another kind than its name says. Nothing of it is run or unpacked.
 */
export async function examine(
  name: string,
  bytes: ByteSource,
  wanted: readonly ContentKind[],
): Promise<ContentFacts | ContentProblem> {
  if (bytes.size === 0) return { problem: "empty", params: {} };
  const said = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  const head = await bytes.read(0, 2_048);
  const kind = kindOf(head);
  if (!kind) return unknownKind(head, said);
  const [extension] = extensions[kind];
  if (said && !extensions[kind].includes(said))
    return { problem: "not_what_it_says", params: { said, found: extension } };
  if (!wanted.includes(kind)) return { problem: "kind_not_wanted", params: { found: extension } };
  if (kind === "application/pdf") {
    const problem = await pdfProblem(bytes);
    return problem ? { problem, params: {} } : { kind, extension };
  }
  return (await pictureProblem(await pictures[kind](bytes))) ?? { kind, extension };
}
