"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

const refusals = ["nobody_to_ask", "narrow_filter", "not_late", "one_period", "before_last", "future_day"] as const;
const problems = ["afterIssue", "futureDay", "beforeLast"] as const;

/** Own words for why an act on late reports was refused, and for what is wrong with a field. */
export function useLateWords(): OwnWords {
  const t = useTranslations("reminders.late");
  const shown = (params: Record<string, string | number> = {}) => ({ most: 0, no: 0, day: "", ...params });
  return {
    refusal: ({ code, params }) => {
      const known = refusals.find((each) => each === code);
      return known && t(`refusal.${known}`, shown(params));
    },
    problem: ({ code, params }) => {
      const known = problems.find((each) => each === code);
      return known && t(`problem.${known}`, shown(params));
    },
  };
}
