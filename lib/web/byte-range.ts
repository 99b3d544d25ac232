/**
 * The one range that a request asks for (RFC 9110, 14.1.2), both ends counted in; null for the whole: none, several, or
 * one that cannot be understood; `"outside"` when the file has no such bytes.
 */
export function byteRange(header: string | null, size: number): { start: number; end: number } | null | "outside" {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "")
    return Number(to) === 0 || size === 0 ? "outside" : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const [start, end] = [Number(from), to === "" ? size - 1 : Math.min(Number(to), size - 1)];
  if (start >= size) return "outside";
  return start > end ? null : { start, end };
}
