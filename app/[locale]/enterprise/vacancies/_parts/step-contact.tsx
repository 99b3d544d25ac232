"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { FormText } from "@/components/forms/fields";
import type { Choice } from "@/components/ui/field";
import type { ContentNames } from "@/components/vacancies/field-value";
import { emptyVacancy } from "@/lib/vacancies/schema";
import { savable } from "@/lib/vacancies/typed";
import { JobPreview } from "./job-preview";

/** To whom applicants turn, and the whole as a job seeker will read it. */
export function StepContact({
  names,
  parks,
  enterpriseName,
}: {
  names: ContentNames;
  parks: readonly Choice[];
  enterpriseName: string;
}) {
  const t = useTranslations("vacancies");
  const typed = useWatch();
  const [blank] = useState(() => emptyVacancy(Number(parks[0]?.value ?? 1)));
  const content = savable(typed, blank);
  const park = parks.find((choice) => choice.value === String(content.parkId))?.label ?? names.parks[content.parkId];
  return (
    <>
      <p className="max-w-measure text-mist-700">{t("desk.help.contact")}</p>
      <FormText name="contactName" label={t("field.contactName")} optional maxLength={100} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <FormText name="contactPhone" label={t("field.contactPhone")} type="tel" inputMode="tel" maxLength={40} />
        <FormText name="contactEmail" label={t("field.contactEmail")} type="email" inputMode="email" maxLength={200} />
      </div>
      <JobPreview content={content} park={park ?? ""} enterpriseName={enterpriseName} />
    </>
  );
}
