"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The words of calendar and obligations for what is wrong with a field and for why an act was refused. */
export function useDeadlineWords(): OwnWords {
  const t = useTranslations("deadlines");
  type Code = Parameters<typeof t.has>[0];
  return {
    problem: ({ code, params }) => {
      const key = `validation.${code}`;
      return t.has(key as Code) ? t(key as "validation.dayTaken", { day: "", citation: "", ...params }) : undefined;
    },
    refusal: ({ code }) => (code === "no_form" ? t("noForm") : undefined),
  };
}
