"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The words of courses for what is wrong and why something was refused. */
export function useCourseWords(): OwnWords {
  const problems = useTranslations("courses.problem");
  const refusals = useTranslations("courses.refusal");
  return {
    problem: ({ code, params }) => {
      const known = code as "placesTaken";
      return problems.has(known) ? problems(known, { people: 0, ...params }) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "no_places";
      return refusals.has(known) ? refusals(known, { places: 0, wanted: 0, ...params }) : undefined;
    },
  };
}
