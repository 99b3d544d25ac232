"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** Words for what is wrong with a form that somebody makes. */
export function useFormWords(): OwnWords {
  const problems = useTranslations("forms.problem");
  const refusals = useTranslations("forms.refusal");
  return {
    problem: ({ code, params }) => {
      const known = code as "keyShape";
      return problems.has(known)
        ? problems(known, { key: "", reference: "", fact: "", path: "", maximum: "", ...params })
        : undefined;
    },
    refusal: ({ code }) => {
      const known = code as "form_code_taken";
      return refusals.has(known) ? refusals(known) : undefined;
    },
  };
}
