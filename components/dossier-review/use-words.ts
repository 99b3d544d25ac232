"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** What words may ask for, so that none is left open. */
const nothing = { rates: "", dossiers: "", number: "", no: "", day: "", year: "", missing: 0 };

/** Why an act on a dossier or a list was refused, and what is wrong with its fields. */
export function useDossierReviewWords(): OwnWords {
  const problems = useTranslations("dossierReview.problem");
  const refusals = useTranslations("dossierReview.refusal");
  return {
    problem: ({ code, params }) => {
      const known = code as "beforeLast";
      return problems.has(known) ? problems(known, { no: "", day: "", ...params }) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "unverified_rate";
      return refusals.has(known) ? refusals(known, { ...nothing, ...params }) : undefined;
    },
  };
}
