"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** Why an act on a dossier or a list was refused, and what is wrong with its fields. */
export function useDossierReviewWords(): OwnWords {
  const problems = useTranslations("dossierReview.problem");
  const refusals = useTranslations("dossierReview.refusal");
  return {
    problem: ({ code }) => {
      const known = code as "pastDay";
      return problems.has(known) ? problems(known) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "unverified_rate";
      return refusals.has(known) ? refusals(known, { rates: "", dossiers: "", ...params }) : undefined;
    },
  };
}
