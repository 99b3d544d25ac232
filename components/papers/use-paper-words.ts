"use client";

import { useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";

const refusals = [
  "not_published",
  "already_numbered",
  "already_counting",
  "before_last",
  "future_day",
  "before_publication",
  "not_a_proof",
  "template_not_word",
  "template_macros",
  "template_outside",
  "template_broken",
] as const;

const problems = [
  "futureDay",
  "beforeLast",
  "beforePublication",
  "proofMissing",
  "notAProof",
  "fileMissing",
  "fileTooLarge",
  "template_not_word",
  "template_macros",
  "template_outside",
  "template_unclosed",
  "template_unopened",
  "template_unknown",
  "template_list",
  "template_text",
  "template_neverClosed",
  "template_neverOpened",
  "template_crossed",
  "template_kind",
  "template_engine",
] as const;

/** The papers' own words for what is wrong with a field and for why an act was refused. */
export function usePaperWords(): OwnWords {
  const t = useTranslations("papers");
  const shown = (params: Record<string, string | number> = {}) => ({
    number: "",
    no: 0,
    day: "",
    kilobytes: 0,
    tag: "",
    text: "",
    ...params,
  });
  const place = (params: Record<string, string | number> = {}) =>
    params.paragraph === undefined
      ? ""
      : `${t("place", { part: String(params.part), paragraph: params.paragraph, text: String(params.text) })} `;
  return {
    refusal: ({ code, params }) => {
      const known = refusals.find((each) => each === code);
      return known && t(`refusal.${known}`, shown(params));
    },
    problem: ({ code, params }) => {
      const known = problems.find((each) => each === code);
      return known && place(params) + t(`validation.${known}`, shown(params));
    },
  };
}
