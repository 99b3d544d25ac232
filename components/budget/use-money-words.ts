"use client";

import { useLocale, useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";
import { formatCount } from "@/lib/core/money";

/** What words may ask for, so that none is left open. */
const nothing = { year: "", missing: "", available: "", open: "", lines: "" };

/** Why an act on an estimate or a settlement was refused. */
export function useMoneyWords(): OwnWords {
  const refusals = useTranslations("estimates.refusal");
  const locale = useLocale();
  return {
    refusal: ({ code, params = {} }) => {
      const known = code as "nothing_asked";
      const shown = Object.entries(params).map(([key, value]) => [
        key,
        typeof value === "number" ? formatCount(value, locale) : value,
      ]);
      return refusals.has(known) ? refusals(known, { ...nothing, ...Object.fromEntries(shown) }) : undefined;
    },
  };
}
