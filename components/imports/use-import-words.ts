"use client";

import { useTranslations } from "next-intl";
import { type OwnWords, useWords } from "@/components/forms/use-words";

/** The words of imports for why something was refused; a file that cannot be read says why. */
export function useImportWords() {
  const refusals = useTranslations("imports.refusal");
  const unreadable = useTranslations("imports.unreadable");
  const problems = useTranslations("imports.problem");
  const own: OwnWords = {
    refusal: ({ code, params, fields }) => {
      if (code === "table_unreadable") {
        const reason = String(params?.reason) as "damaged";
        return unreadable(unreadable.has(reason) ? reason : "damaged", { maximum: "", ...params });
      }
      const problem = fields?.map(({ code: one }) => one as "headerRows").find((one) => problems.has(one));
      if (problem) return problems(problem, { field: String(fields?.[0]?.params?.field ?? "") });
      const known = code as "rows_refused";
      return refusals.has(known) ? refusals(known, { rows: "", id: "", ...params }) : undefined;
    },
  };
  return useWords(own);
}
