const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const scales = ["", "nghìn", "triệu", "tỷ"] as const;

/** Up to 999 as it is said. `whole` is false inside a larger number, where the hundreds are said even when there are none. */
function hundreds(value: number, whole: boolean): string {
  const [h, t, u] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (h > 0 || !whole) words.push(digits[h] ?? "", "trăm");
  if (t === 0) {
    if (u > 0 && words.length > 0) words.push("linh");
  } else words.push(...(t === 1 ? ["mười"] : [digits[t] ?? "", "mươi"]));
  if (u === 1 && t > 1) words.push("mốt");
  else if (u === 4 && t > 1) words.push("tư");
  else if (u === 5 && t > 0) words.push("lăm");
  else if (u > 0) words.push(digits[u] ?? "");
  return words.join(" ");
}

/** A whole number from 0 below 10^12 as a Vietnamese speaker of the north reads it: 2390 → "hai nghìn ba trăm chín mươi". */
export function inVietnameseWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`${value} cannot be said`);
  if (value === 0) return digits[0];
  const said: string[] = [];
  for (let scale = scales.length - 1; scale >= 0; scale -= 1) {
    const part = Math.floor(value / 1000 ** scale) % 1000;
    if (part === 0) continue;
    said.push(hundreds(part, said.length === 0), scales[scale] ?? "");
  }
  return said.filter(Boolean).join(" ");
}
