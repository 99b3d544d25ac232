"use client";

import { useTranslations } from "next-intl";
import { useFormInfo } from "@/components/forms/form-context";
import { FindingsList } from "@/components/vacancies/findings-list";
import type { Finding } from "@/lib/vacancies/findings";
import { type SectionKey, sectionOf } from "@/lib/vacancies/sections";

/** What the computer sees in what was saved last: of this step, or (before submitting) of all. */
export function StepFindings({
  findings,
  step,
  all,
}: {
  findings: readonly Finding[];
  step: SectionKey;
  all: boolean;
}) {
  const t = useTranslations("vacancies.desk.form");
  const { id } = useFormInfo();
  const shown = all ? findings : findings.filter(({ field }) => field && sectionOf(field) === step);
  if (!all && shown.length === 0) return <div aria-live="polite" />;
  return (
    <div aria-live="polite" className="mt-6 border-mist-200 border-t pt-5">
      <h3 className="mb-2 font-semibold text-harbour-900">{t("findings")}</h3>
      <p className="mb-3 max-w-measure text-mist-600 text-sm">{t("findingsHelp")}</p>
      <FindingsList findings={shown} fieldHref={(field) => `#${id}-${field}`} />
    </div>
  );
}
