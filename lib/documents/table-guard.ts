import { Unreadable } from "./unreadable";
import { inflated, type ZipEntry, zipEntries } from "./zip";

/** The largest file that is taken, in bytes; 50,000 rows of a vacancy table are about 6 MB. */
export const largestTable = 25e6;

export type TableFormat = "xlsx" | "text";

const starts = (bytes: Buffer, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** Markup, also behind a byte order mark and white space: many systems call their HTML "Excel". */
const markup = /^\s*<(!doctype|html|head|body|table|meta|style|script|\?xml|!--)/i;

function guardText(bytes: Buffer): void {
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  const head = bytes.subarray(0, 4_096);
  const text = utf16
    ? new TextDecoder(starts(bytes, 0xff, 0xfe) ? "utf-16le" : "utf-16be").decode(head)
    : head.toString("utf8").replace(/^\uFEFF/, "");
  if (markup.test(text)) throw new Unreadable("html");
  if (utf16) return;
  // UTF-16 without a mark has a zero in every other byte; anything else with zeros or many control signs is no text.
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros > 0 && zeros < head.length * 0.2) throw new Unreadable("not_a_table");
  const controls = head.reduce(
    (sum, byte) => sum + (byte !== 0 && byte < 32 && ![9, 10, 12, 13].includes(byte) ? 1 : 0),
    0,
  );
  if (controls > head.length / 100) throw new Unreadable("not_a_table");
}

function guardNames(entries: ZipEntry[]): void {
  const names = entries.map(({ name }) => name.toLowerCase());
  const has = (test: RegExp) => names.some((name) => test.test(name));
  if (has(/^encryptedpackage$|^encryptioninfo$/)) throw new Unreadable("encrypted");
  if (has(/vbaproject|\.bin\.vba|xl\/macrosheets\//)) throw new Unreadable("macros");
  if (has(/^xl\/workbook\.bin$/)) throw new Unreadable("binary_workbook");
  if (!has(/^xl\/workbook\.xml$/) && !has(/^xl\/worksheets\/.+\.xml$/)) throw new Unreadable("not_a_table");
}

/**
 * What the bytes are, before anything parses them. Refuses in milliseconds what is no table, cannot be read without a
 * password, carries macros, or would unpack to more than memory is for; really inflates each part, to throw away, so
 * that a part which lies about its size is found here and not in the reader. Content decides, never the file's name.
 */
export async function guardTable(bytes: Buffer): Promise<TableFormat> {
  if (bytes.length === 0) throw new Unreadable("empty");
  if (bytes.length > largestTable) throw new Unreadable("too_large", { maximum: largestTable / 1e6 });
  // Office's binary container: old .xls, or a workbook under a password.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    throw new Unreadable(bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "legacy_xls");
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    guardText(bytes);
    return "text";
  }
  const entries = zipEntries(bytes);
  guardNames(entries);
  const types = entries.find(({ name }) => name === "[Content_Types].xml");
  for (const entry of entries) {
    let seen = "";
    for await (const piece of inflated(bytes, entry)) if (entry === types) seen += piece.toString("latin1");
    if (/macroEnabled|vbaProject/i.test(seen)) throw new Unreadable("macros");
  }
  return "xlsx";
}
