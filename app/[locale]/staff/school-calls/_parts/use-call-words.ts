"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

const refusals = [
  "call_open_already",
  "no_form",
  "nobody_called",
  "due_passed",
  "before_last",
  "future_day",
  "of_a_call",
] as const;
const problems = ["afterOpening", "windowTooLong", "chooseSome", "questionTwice", "futureDay", "beforeLast"] as const;

/** Own words for why an act on a call was refused, and for what is wrong with a field. */
export function useCallWords(): OwnWords {
  const t = useTranslations("calls");
  const shown = (params: Record<string, string | number> = {}) => ({
    no: 0,
    day: "",
    ...params,
    year: String(params.year ?? ""),
  });
  return {
    refusal: ({ code, params }) => {
      const known = refusals.find((one) => one === code);
      return known && t(`refusal.${known}`, shown(params));
    },
    problem: ({ code, params }) => {
      const known = problems.find((one) => one === code);
      return known && t(`problem.${known}`, shown(params));
    },
  };
}
