"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The words of registrations for what is wrong. */
export function useRegistrationWords(): OwnWords {
  const problems = useTranslations("registration.problem");
  return {
    problem: ({ code }) => {
      const known = code as "inThePast";
      return problems.has(known) ? problems(known) : undefined;
    },
  };
}
