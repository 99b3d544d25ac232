"use client";

import { useTranslations } from "next-intl";
import { type OwnWords, useWords } from "@/components/forms/use-words";
import type { Refusal } from "@/lib/core/result";

type Params = Record<string, string | number>;

/** The words for why a file is not taken. Forms that attach files pass `own` on to their own words. */
export function useFileWords() {
  const problems = useTranslations("files.problems");
  const refusals = useTranslations("files.refusal");
  const shown = { name: "", maximum: "", said: "", found: "", virus: "", width: "", height: "" };
  const sayProblem = (problem: string, params: Params = {}): string => {
    const code = problem as "damaged";
    return problems(problems.has(code) ? code : "damaged", { ...shown, ...params });
  };
  const own: OwnWords = {
    refusal: ({ code, params }: Refusal) => {
      if (code === "file_problem") return sayProblem(String(params?.reason), params);
      const known = code as "file_refused";
      return refusals.has(known) ? refusals(known, { ...shown, ...params }) : undefined;
    },
  };
  return { sayProblem, own, ...useWords(own) };
}
