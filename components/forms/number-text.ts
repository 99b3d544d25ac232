import { parseCount } from "@/lib/core/money";
import { tidy } from "@/lib/core/text";

/**
 * Reads an amount of đồng as people write it: `7.500.000`, `7500000`, and in the spoken unit `7,5 triệu` or `7.5tr`.
 * Null when it is none.
 */
export function parseDong(text: string): number | null {
  const plain = parseCount(text);
  if (plain !== null) return plain;
  const spoken = /^(\d{1,6})(?:[.,](\d{1,6}))?\s*(?:tr|trđ|triệu|triệu đồng|m|million)$/i.exec(tidy(text));
  if (!spoken) return null;
  const [, whole = "", part = ""] = spoken;
  return Number(whole) * 1_000_000 + Number(part.padEnd(6, "0"));
}

/** What a field keeps: the number, nothing, or (never lost) what was typed and is no number. */
export function readNumber(text: string, parse: (text: string) => number | null): number | string | null {
  if (text.trim() === "") return null;
  return parse(text) ?? text;
}
