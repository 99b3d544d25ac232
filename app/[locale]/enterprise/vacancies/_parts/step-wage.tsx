"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormCheckbox, FormText, FormTextarea } from "@/components/forms/fields";
import { FormMoney } from "@/components/forms/typed-fields";
import { ChoiceGroup } from "@/components/ui/field";
import { InEnglish } from "./in-english";

export function StepWage() {
  const t = useTranslations("vacancies");
  const bus: unknown = useWatch({ name: "bus" });
  return (
    <>
      <FormMoney name="wageBase" label={t("field.wageBase")} help={t("desk.help.wageBase")} fieldClass="max-w-72" />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <FormMoney name="wageMin" label={t("field.wageMin")} help={t("desk.help.wageMin")} />
        <FormMoney name="wageMax" label={t("field.wageMax")} help={t("desk.help.wageMax")} optional />
      </div>
      <FormCheckbox name="wageNegotiable" label={t("field.wageNegotiable")} help={t("desk.help.wageNegotiable")} />
      <FormText
        name="allowancesVi"
        label={t("field.allowancesVi")}
        help={t("desk.help.allowancesVi")}
        optional
        maxLength={300}
      />
      <ChoiceGroup id="package" label={t("desk.package")}>
        <FormCheckbox name="insurance" label={t("field.insurance")} />
        <FormCheckbox name="meals" label={t("field.meals")} />
        <FormCheckbox name="dormitory" label={t("field.dormitory")} />
        <FormCheckbox name="bus" label={t("field.bus")} />
        <div hidden={bus !== true} className="mt-1 ml-7">
          <FormText name="busRoutes" label={t("field.busRoutes")} help={t("desk.help.busRoutes")} maxLength={500} />
        </div>
      </ChoiceGroup>
      <FormTextarea name="otherBenefitsVi" label={t("field.otherBenefitsVi")} optional rows={2} maxLength={500} />
      <InEnglish fields={["allowancesEn", "otherBenefitsEn"]}>
        <FormText name="allowancesEn" label={t("field.allowancesEn")} optional maxLength={300} lang="en" />
        <FormTextarea
          name="otherBenefitsEn"
          label={t("field.otherBenefitsEn")}
          optional
          rows={2}
          maxLength={500}
          lang="en"
        />
      </InEnglish>
    </>
  );
}
