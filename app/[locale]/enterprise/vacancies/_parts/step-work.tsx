"use client";

import { useTranslations } from "next-intl";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { FormNumber } from "@/components/forms/typed-fields";
import { ContractType, ShiftPattern } from "@/lib/db/generated/enums";
import { InEnglish } from "./in-english";

export function StepWork() {
  const t = useTranslations("vacancies");
  return (
    <>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <FormSelect
          name="contractType"
          label={t("field.contractType")}
          empty={t("desk.form.choose")}
          choices={Object.values(ContractType).map((value) => ({ value, label: t(`contractType.${value}`) }))}
        />
        <FormSelect
          name="shift"
          label={t("field.shift")}
          empty={t("desk.form.choose")}
          choices={Object.values(ShiftPattern).map((value) => ({ value, label: t(`shift.${value}`) }))}
        />
      </div>
      <FormNumber
        name="experienceMonths"
        label={t("field.experienceMonths")}
        help={t("desk.help.experienceMonths")}
        optional
        fieldClass="max-w-56"
      />
      <FormTextarea
        name="descriptionVi"
        label={t("field.descriptionVi")}
        help={t("desk.help.descriptionVi")}
        rows={6}
        maxLength={5000}
      />
      <FormTextarea
        name="requirementsVi"
        label={t("field.requirementsVi")}
        help={t("desk.help.requirementsVi")}
        rows={4}
        maxLength={3000}
      />
      <InEnglish fields={["descriptionEn", "requirementsEn"]}>
        <FormTextarea
          name="descriptionEn"
          label={t("field.descriptionEn")}
          optional
          rows={5}
          maxLength={5000}
          lang="en"
        />
        <FormTextarea
          name="requirementsEn"
          label={t("field.requirementsEn")}
          optional
          rows={3}
          maxLength={3000}
          lang="en"
        />
      </InEnglish>
    </>
  );
}
