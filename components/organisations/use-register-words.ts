"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

/** The register's own words for what is wrong with a field. */
export function useRegisterWords(): OwnWords {
  const t = useTranslations("register.validation");
  type Code = Parameters<typeof t.has>[0];
  return {
    problem: ({ code, params }) => (t.has(code as Code) ? t(code as Code, { last: "", ...params }) : undefined),
  };
}
