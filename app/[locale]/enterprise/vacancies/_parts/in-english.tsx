"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { get, useFormContext, useFormState } from "react-hook-form";
import { Icon } from "@/components/ui/icon";

/** The English twin of a question, folded away until somebody wants it or something in it is wrong. */
export function InEnglish({ fields, children }: { fields: readonly string[]; children: ReactNode }) {
  const t = useTranslations("vacancies.desk.form");
  const { getValues } = useFormContext();
  const { errors } = useFormState();
  const filled = fields.some((field) => Boolean(getValues(field)));
  const wrong = fields.some((field) => get(errors, field));
  return (
    <details open={filled || wrong} className="group -mt-2">
      <summary className="tap cursor-pointer list-none gap-1.5 rounded-md text-harbour-600 text-sm">
        <Icon name="chevron-right" size={16} className="group-open:hidden" />
        <Icon name="chevron-down" size={16} className="hidden group-open:inline-block" />
        {t("inEnglish")}
      </summary>
      <div className="mt-2 flex flex-col gap-4 border-mist-200 border-l-2 pl-4">{children}</div>
    </details>
  );
}
