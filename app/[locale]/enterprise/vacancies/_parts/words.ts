"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The words of vacancies for their own codes; others are left to `common`. */
export function useVacancyWords(): Required<OwnWords> {
  const t = useTranslations("vacancies.validation");
  const refusals = useTranslations("vacancies.refusals");
  type Problem = Parameters<typeof t>[0];
  type Refusal = Parameters<typeof refusals>[0];
  return {
    problem: ({ code, params }) => (t.has(code as Problem) ? t(code as Problem, params ?? {}) : undefined),
    refusal: ({ code }) => (refusals.has(code as Refusal) ? refusals(code as Refusal) : undefined),
  };
}
