"use client";

import { useLocale, useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

const refusals = ["windows_overlap", "number_taken", "nothing_approved", "window_over", "listings_open"] as const;
const problems = ["windowOrder", "numberTaken", "windowsOverlap"] as const;

/** The batches' own words for what is wrong with a field and why an act was refused. */
export function useBatchWords(): OwnWords {
  const t = useTranslations("batches");
  const locale = useLocale();
  const shown = (params: Record<string, string | number> = {}) => ({
    count: 0,
    from: "",
    to: "",
    ...params,
    name: params[locale] ?? "",
  });
  return {
    refusal: ({ code, params }) => {
      const known = refusals.find((each) => each === code);
      return known && t(`refusal.${known}`, shown(params));
    },
    problem: ({ code, params }) => {
      const known = problems.find((each) => each === code);
      return known && t(`validation.${known}`, shown(params));
    },
  };
}
