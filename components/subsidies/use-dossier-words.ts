"use client";

import { useLocale, useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";
import { formatCount } from "@/lib/core/money";

/** Why an act on a dossier was refused, and what is wrong with its fields. */
export function useDossierWords(): OwnWords {
  const locale = useLocale();
  const refusals = useTranslations("dossiers.refusal");
  const files = useTranslations("files.refusal");
  const problems = useTranslations("dossiers.problem");
  const shown = (params: Record<string, string | number> = {}) =>
    Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === "number" ? formatCount(value, locale) : value,
      ]),
    );
  return {
    refusal: ({ code, params }) => {
      const known = code as Parameters<typeof refusals.has>[0];
      const file = code as Parameters<typeof files.has>[0];
      const given = { name: "", ...shown(params) };
      if (refusals.has(known)) return refusals(known as "not_ready", given as never);
      return files.has(file) ? files(file as never, given as never) : undefined;
    },
    problem: ({ code, params }) => {
      const known = code as Parameters<typeof problems.has>[0];
      return problems.has(known) ? problems(known as "daysInOrder", shown(params) as never) : undefined;
    },
  };
}
