"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The roster's own words for what is wrong and why something was refused. */
export function useRosterWords(): OwnWords {
  const problems = useTranslations("roster.problem");
  const refusals = useTranslations("roster.refusal");
  return {
    problem: ({ code, params }) => {
      const known = code as "alreadyOnRoster";
      return problems.has(known) ? problems(known, { name: "", ...params }) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "already_on_roster";
      return refusals.has(known) ? refusals(known, { name: "", ...params }) : undefined;
    },
  };
}
