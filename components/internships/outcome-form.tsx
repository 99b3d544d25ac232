"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormNumber } from "@/components/forms/typed-fields";
import { useToast } from "@/components/ui/toast";
import { outcomes, savedOutcomes } from "@/lib/cohorts/outcome-schema";
import { formatCount } from "@/lib/core/money";
import type { Action } from "@/lib/web/action";
import { useInternshipWords } from "./use-internship-words";

type Row = { code: string; title: string } & Record<"graduates" | (typeof outcomes)[number], number | null>;

/** How many graduates of a row are not yet said to do anything. */
function Left({ at }: { at: number }) {
  const t = useTranslations("internships.outcome");
  const locale = useLocale();
  const row = useWatch({ name: `rows.${at}` }) as Row | undefined;
  const number = (value: unknown) => (typeof value === "number" ? value : 0);
  const left = number(row?.graduates) - outcomes.reduce((sum, name) => sum + number(row?.[name]), 0);
  return (
    <p className={left === 0 ? "text-mist-600 text-sm" : "font-medium text-amber text-sm"} aria-live="polite">
      {left === 0 ? t("complete") : t(left > 0 ? "left" : "over", { count: formatCount(Math.abs(left), locale) })}
    </p>
  );
}

/** What became of a year's graduates, programme by programme; each line adds up to its graduates. */
export function OutcomeForm({
  year,
  months,
  version,
  rows,
  owner,
  action,
}: {
  year: number;
  months: number;
  version: number;
  rows: readonly Row[];
  owner: number;
  action: Action<{ version: number }>;
}) {
  const t = useTranslations("internships.outcome");
  const toast = useToast();
  return (
    <Form
      id={`outcomes-${year}-${months}`}
      schema={savedOutcomes}
      action={action}
      fixed={{ year, months, version }}
      defaultValues={{ rows: rows.map(({ title: _, ...row }) => row) }}
      words={useInternshipWords()}
      autosave={{ owner }}
      onDone={() => toast.done(t("saved"))}
    >
      {rows.map(({ code, title }, at) => (
        <fieldset key={code} className="border-mist-200 border-t pt-4 first:border-t-0 first:pt-0">
          <legend className="float-left mb-2 w-full font-semibold text-harbour-900">{title}</legend>
          <div className="clear-both grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
            <FormNumber name={`rows.${at}.graduates`} label={t("graduates")} />
            {outcomes.map((name) => (
              <FormNumber key={name} name={`rows.${at}.${name}`} label={t(name)} />
            ))}
          </div>
          <Left at={at} />
        </fieldset>
      ))}
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
