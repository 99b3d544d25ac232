const decimals = {
  vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 }),
};

/** `1.234,5` in Vietnamese, `1,234.5` in English; at most four decimals. */
export const formatDecimal = (value: number, locale: "vi" | "en"): string => decimals[locale].format(value);

/**
 * Reads a number with decimals as people type it: `12,5`, `12.5`, `1.234,5`, `-3`. One separator before three digits
 * (`1.234`) is read as the language does; without one it cannot be known and is null, as is what is no number.
 */
export function parseDecimal(text: string, locale: "vi" | "en" | null): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  const match = /^(-?)(\d[\d.,]*)$/.exec(plain);
  if (!match) return null;
  const [, sign = "", digits = ""] = match;
  const marks = digits.replace(/\d/g, "");
  let number = digits;
  if (marks.length > 0) {
    const last = marks.at(-1) ?? "";
    const ambiguous = marks.length === 1 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
    const grouping = marks.length > 1 && [...marks].every((mark) => mark === last);
    const decimal = ambiguous ? (locale === null ? null : locale === "vi" ? "," : ".") : grouping ? "" : last;
    if (decimal === null) return null;
    const [whole = "", part = ""] = decimal && last === decimal ? split(digits, decimal) : [digits, ""];
    if (!/^\d+$|^\d{1,3}([.,]\d{3})+$/.test(whole) || !/^\d*$/.test(part)) return null;
    number = `${whole.replace(/[.,]/g, "")}.${part || 0}`;
  }
  const value = Number(sign + number);
  return Number.isFinite(value) ? value : null;
}

const split = (digits: string, mark: string): [string, string] => {
  const at = digits.lastIndexOf(mark);
  return [digits.slice(0, at), digits.slice(at + 1)];
};
