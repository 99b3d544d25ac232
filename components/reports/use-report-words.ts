"use client";

import { useLocale, useTranslations } from "next-intl";
import type { OwnWords } from "@/components/forms/use-words";
import { formatDecimal } from "@/lib/core/decimal";
import type { FieldProblem } from "@/lib/core/result";
import type { FormDefinition } from "@/lib/reports/definition";
import { blankArguments, ruleWords } from "@/lib/reports/rule-words";

/**
 * The words of a form for its problems: rules by the labels of the fields they name, and why a filled template was not
 * taken. Needs the namespaces `reports` and (for files) `imports`.
 */
export function useReportWords(definition: FormDefinition): OwnWords {
  const locale = useLocale();
  const rules = useTranslations("reports.rule");
  const problems = useTranslations("reports.problem");
  const refusals = useTranslations("reports.refusal");
  const unreadable = useTranslations("imports.unreadable");
  const shown = (params: FieldProblem["params"] = {}) =>
    Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === "number" ? formatDecimal(value, locale) : value,
      ]),
    );
  return {
    problem: ({ code, params }) => {
      if (code.startsWith("rule_")) {
        const rule = definition.rules[Number(params?.rule)];
        if (!rule) return undefined;
        const words = ruleWords(definition, rule, locale);
        return words.own ?? rules(words.key, { ...blankArguments, ...shown(params), ...words.values });
      }
      const known = code as "wholeNumber";
      return problems.has(known) ? problems(known, { ...blankArguments, ...shown(params) }) : undefined;
    },
    refusal: ({ code, params }) => {
      if (code === "table_unreadable") {
        const reason = String(params?.reason) as "damaged";
        return unreadable(unreadable.has(reason) ? reason : "damaged", { maximum: "", ...params });
      }
      const known = code as "template_not_ours";
      return refusals.has(known) ? refusals(known, { ...blankArguments, ...params }) : undefined;
    },
  };
}
