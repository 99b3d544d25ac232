"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
import type { FieldProblem, Refusal } from "@/lib/core/result";

/** A domain's own words for its codes; undefined leaves the code to `common`. */
export type OwnWords = {
  problem?: ((problem: FieldProblem) => string | undefined) | undefined;
  refusal?: ((refusal: Refusal) => string | undefined) | undefined;
};

/** Words for what is wrong with a field and for why an act was refused. */
export function useWords(own: OwnWords = {}) {
  const locale = useLocale();
  const validation = useTranslations("common.validation");
  const refusals = useTranslations("common.refusals");
  type ProblemCode = Parameters<typeof validation>[0];
  type RefusalCode = Parameters<typeof refusals>[0];
  const shown = (params: FieldProblem["params"] = {}) =>
    Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === "number" ? formatCount(value, locale) : value,
      ]),
    );
  return {
    say: (problem: FieldProblem): string => {
      const words = own.problem?.(problem);
      if (words !== undefined) return words;
      const code = problem.code as ProblemCode;
      return validation.has(code) ? validation(code, shown(problem.params)) : validation("invalid");
    },
    sayRefusal: (refusal: Refusal): string => {
      const words = own.refusal?.(refusal);
      if (words !== undefined) return words;
      const code = refusal.code as RefusalCode;
      if (!refusals.has(code)) return refusals("not_allowed_now");
      return refusals(code, { reference: "–", ...shown(refusal.params) });
    },
  };
}
