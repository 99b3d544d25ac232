"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** What words may ask for, so that none is left open. */
const nothing = { year: "", missing: 0, available: 0, returned: 0 };

/** Why an act on the budget was refused, and what is wrong with its fields. */
export function useBudgetWords(): OwnWords {
  const problems = useTranslations("budget.problem");
  const refusals = useTranslations("budget.refusal");
  return {
    problem: ({ code }) => {
      const known = code as "amount";
      return problems.has(known) ? problems(known) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "over_available";
      return refusals.has(known) ? refusals(known, { ...nothing, ...params }) : undefined;
    },
  };
}
