"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** Words for what is wrong with a policy that somebody writes, and for why an act on it was refused. */
export function usePolicyWords(): OwnWords {
  const problems = useTranslations("policies.problem");
  const refusals = useTranslations("policies.refusal");
  return {
    problem: ({ code }) => {
      const known = code as "percent";
      return problems.has(known) ? problems(known) : undefined;
    },
    refusal: ({ code }) => {
      const known = code as "policy_draft_exists";
      return refusals.has(known) ? refusals(known) : undefined;
    },
  };
}
