"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The words of internships and outcomes for what is wrong and why something was refused. */
export function useInternshipWords(): OwnWords {
  const problems = useTranslations("internships.problem");
  const refusals = useTranslations("internships.refusal");
  return {
    problem: ({ code, params }) => {
      const known = code as "placesLeft";
      return problems.has(known) ? problems(known, { left: 0, sum: 0, ...params }) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "no_places";
      return refusals.has(known) ? refusals(known, { left: 0, wanted: 0, count: 0, ...params }) : undefined;
    },
  };
}
