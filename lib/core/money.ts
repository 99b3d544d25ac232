/** An amount in whole Vietnamese đồng. Integers only: below 2^53 they are exact. */
export type Dong = number;

const grouped = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };
const millions = {
  vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
};

/** `1.560.000` in Vietnamese, `1,560,000` in English. */
export const formatCount = (value: number, locale: "vi" | "en"): string => grouped[locale].format(value);

/** An amount in millions of đồng, `7,5`: the unit in which wages are spoken of. */
export const inMillions = (amount: Dong, locale: "vi" | "en"): string => millions[locale].format(amount / 1_000_000);

/** Reads a grouped whole number typed by a person: `1.560.000`, `1,560,000`, `1560000`; null when it is none. */
export function parseCount(text: string): number | null {
  const trimmed = text.replace(/[\s\u00a0]/g, "");
  if (!/^\d{1,3}([.,]\d{3})*$|^\d+$/.test(trimmed)) return null;
  const value = Number(trimmed.replace(/[.,]/g, ""));
  return Number.isSafeInteger(value) ? value : null;
}
