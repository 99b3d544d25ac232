/**
 * Windows-1258, the Vietnamese code page of old Windows programs: letters and tone marks are apart, so what is decoded is
 * composed afterwards. Node's TextDecoder knows it only with full ICU data, which not every build has.
 */
const upper1258: Record<number, string> = {
  128: "€",
  130: "‚",
  131: "ƒ",
  132: "„",
  133: "…",
  134: "†",
  135: "‡",
  136: "ˆ",
  137: "‰",
  139: "‹",
  140: "Œ",
  145: "‘",
  146: "’",
  147: "“",
  148: "”",
  149: "•",
  150: "–",
  151: "—",
  152: "˜",
  153: "™",
  155: "›",
  156: "œ",
  159: "Ÿ",
  195: "Ă",
  204: "\u0300",
  208: "Đ",
  210: "\u0309",
  213: "Ơ",
  221: "Ư",
  222: "\u0303",
  227: "ă",
  236: "\u0301",
  240: "đ",
  242: "\u0323",
  245: "ơ",
  253: "ư",
  254: "₫",
};

const decode1258 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes)
    text += byte < 0x80 ? String.fromCharCode(byte) : (upper1258[byte] ?? String.fromCharCode(byte));
  return text;
};

/** UTF-16 shows in its zeros: most characters of a table are of the first 256. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 2_000);
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (odd > head.length / 5 && odd > even * 3) return "utf-16le";
  return even > head.length / 5 && even > odd * 3 ? "utf-16be" : null;
}

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";

/** The text of bytes in NFC, without a byte order mark, and the encoding that they were in. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const clean = (text: string) => text.replace(/^\uFEFF/, "").normalize("NFC");
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: clean(new TextDecoder(utf16).decode(bytes)), encoding: utf16 };
  try {
    return { text: clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), encoding: "utf-8" };
  } catch {
    return { text: clean(decode1258(bytes)), encoding: "windows-1258" };
  }
}
