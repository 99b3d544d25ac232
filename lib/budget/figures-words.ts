import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { reasonOf } from "@/lib/subsidies/decision";
import type { FigureDimension, FigureFilters, FigureNames } from "./figures";

/** What figures are called, in one language. */
export function figureWords(locale: Locale, names: FigureNames) {
  const say = wordsIn(locale, messages[locale].supportFigures);
  const reasons = messages[locale].dossierReview.reasons;
  const key = (dimension: FigureDimension, value: string | null): string => {
    if (value === null || value === "none") return say("unknown");
    if (dimension === "school") return value;
    if (dimension === "quarter") return say("quarterOf", { quarter: value.slice(5), year: value.slice(0, 4) });
    return names[dimension].get(value)?.[locale] ?? value;
  };
  const reason = (code: string | null): string => {
    const known = code === "none" ? null : reasonOf(code);
    return known ? reasons[known] : say("unknown");
  };
  return {
    say,
    key,
    reason,
    /** The filters in words, for headings and files. */
    filters: (filters: FigureFilters): string[] => [
      ...(filters.policy ? [names.policy.get(filters.policy)?.[locale] ?? filters.policy] : []),
      ...(filters.year ? [say("yearOf", { year: filters.year })] : []),
      ...(["quarter", "park", "enterprise", "occupation", "group", "school"] as const).flatMap((dimension) =>
        filters[dimension] ? [`${say(`by.${dimension}`)}: ${key(dimension, filters[dimension] ?? null)}`] : [],
      ),
      ...(filters.reason ? [reason(filters.reason)] : []),
    ],
  };
}
