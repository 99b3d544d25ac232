"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

const own = ["blocked", "held_by_other", "changed_meanwhile"] as const;

/** The review's own words for why an act was refused. */
export function useRefusalWords(): OwnWords {
  const t = useTranslations("review.refusal");
  return {
    refusal: ({ code, params }) => {
      const known = own.find((each) => each === code);
      return known && t(known, { name: "", ...params });
    },
  };
}
