import { formatDecimal } from "@/lib/core/decimal";
import type { Locale } from "@/lib/i18n/paths";
import type { Figure } from "./figures";

/** The unit of a figure in words; empty for none. */
export const figureUnit = ({ kind, unit }: Figure, locale: Locale): string =>
  kind === "money" ? (locale === "vi" ? "đồng" : "VND") : (unit?.[locale] ?? "");

/** `+12,5 %`: how far a number moved from another; empty where there was none. */
export function changeWords(now: number, before: number | undefined, locale: Locale): string {
  if (!before) return "";
  const percent = Math.round(((now - before) / before) * 1_000) / 10;
  return `${percent > 0 ? "+" : ""}${formatDecimal(percent, locale)} %`;
}
