"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";
import { formatDay, isDay } from "@/lib/core/day";

/** Why an act on a report was refused, and what is wrong with its fields. */
export function useDutyWords(): OwnWords & {
  refused: (code: string, params?: Record<string, string | number>) => string | undefined;
} {
  const problems = useTranslations("duties.problem");
  const refusals = useTranslations("duties.refusal");
  const shown = (params: Record<string, string | number> = {}) =>
    Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === "string" && isDay(value) ? formatDay(value) : value,
      ]),
    );
  const refused = (code: string, params?: Record<string, string | number>) => {
    const known = code as "not_open";
    return refusals.has(known) ? refusals(known, { day: "", ...shown(params) }) : undefined;
  };
  return {
    problem: ({ code, params }) => {
      const known = code as "afterDue";
      return problems.has(known) ? problems(known, shown(params)) : undefined;
    },
    refusal: ({ code, params }) => refused(code, params),
    refused,
  };
}
