"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { FormCheckbox, FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormMoney, FormNumber } from "@/components/forms/typed-fields";
import { editedOffer, newOffer } from "@/lib/cohorts/internship-schema";
import { type Term, terms, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import type { Action } from "@/lib/web/action";
import { useInternshipWords } from "./use-internship-words";

/** An offer of internships: a new one, or one that is changed (`seen`). */
export function OfferForm({
  values,
  seen,
  base,
  owner,
  action,
}: {
  values: FieldValues;
  seen?: { id: number; version: number } | undefined;
  base: string;
  owner: number;
  action: Action<{ id: number; version: number }>;
}) {
  const t = useTranslations("internships");
  const locale = useLocale();
  const router = useRouter();
  const choices = (all: readonly Term[]) => all.map(({ value, label }) => ({ value, label: label[locale] }));
  return (
    <Form
      id={`internship-${seen?.id ?? "new"}`}
      schema={seen ? editedOffer : newOffer}
      action={action}
      fixed={seen ?? {}}
      defaultValues={values}
      words={useInternshipWords()}
      autosave={seen ? undefined : { owner }}
      onDone={({ id }) => (seen ? router.refresh() : router.push(`${base}/${id}`))}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect name="field" label={t("field")} empty={t("choose")} choices={choices(trainingFields)} />
        <FormSelect name="level" label={t("level")} empty={t("choose")} choices={choices(trainingLevels)} />
        <FormNumber name="places" label={t("places")} />
        <FormSelect name="term" label={t("term")} choices={choices(terms)} />
        <FormDay name="startsOn" label={t("startsOn")} />
        <FormDay name="endsOn" label={t("endsOn")} />
        <FormMoney name="allowance" label={t("allowance")} help={t("allowanceHelp")} optional />
        <div>
          <FormCheckbox name="meals" label={t("meals")} />
          <FormCheckbox name="housing" label={t("housing")} />
        </div>
      </div>
      <FormTextarea name="learns" label={t("learns")} help={t("learnsHelp")} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
