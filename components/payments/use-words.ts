"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** What words may ask for, so that none is left open. */
const nothing = { count: 0, year: "", columns: "", maximum: 0, paid: 0, left: 0 };

/** Why an act on payments was refused, and what is wrong with its fields. */
export function usePaymentWords(): OwnWords {
  const problems = useTranslations("payments.problem");
  const refusals = useTranslations("payments.refusal");
  return {
    problem: ({ code }) => {
      const known = code as "accountNumber";
      return problems.has(known) ? problems(known) : undefined;
    },
    refusal: ({ code, params }) => {
      const known = code as "account_changed";
      return refusals.has(known) ? refusals(known, { ...nothing, ...params }) : undefined;
    },
  };
}
