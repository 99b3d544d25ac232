"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { FormCombobox } from "@/components/forms/combobox-field";
import { FormRadios, FormSelect, FormText } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import type { Choice } from "@/components/ui/field";
import type { ContentNames } from "@/components/vacancies/field-value";
import { PositionGroup } from "@/lib/db/generated/enums";
import { searchOccupations } from "../actions";
import { InEnglish } from "./in-english";

export function StepPosition({ parks, names }: { parks: readonly Choice[]; names: ContentNames }) {
  const t = useTranslations("vacancies");
  const locale = useLocale();
  const { getValues } = useFormContext();
  const occupationId: unknown = getValues("occupationId");
  const label = typeof occupationId === "number" ? names.occupations[occupationId] : undefined;
  return (
    <>
      <FormText
        name="titleVi"
        label={t("field.titleVi")}
        help={t("desk.help.titleVi")}
        autoComplete="off"
        maxLength={120}
      />
      <InEnglish fields={["titleEn"]}>
        <FormText name="titleEn" label={t("field.titleEn")} optional autoComplete="off" maxLength={120} lang="en" />
      </InEnglish>
      <FormCombobox
        name="occupationId"
        label={t("field.occupationId")}
        help={t("desk.help.occupationId")}
        initial={label === undefined ? null : { value: Number(occupationId), label }}
        search={async (typed) =>
          (await searchOccupations(typed)).map((hit) => ({
            value: hit.id,
            label: locale === "vi" ? hit.nameVi : hit.nameEn,
            detail: hit.code,
          }))
        }
      />
      <FormRadios
        name="positionGroup"
        label={t("field.positionGroup")}
        help={t("desk.help.positionGroup")}
        choices={Object.values(PositionGroup).map((group) => ({
          value: group,
          label: t(`positionGroup.${group}`),
          help: t(`desk.groupHelp.${group}`),
        }))}
      />
      <FormSelect name="parkId" numeric label={t("field.parkId")} choices={parks} />
      <FormText
        name="workplace"
        label={t("field.workplace")}
        help={t("desk.help.workplace")}
        optional
        maxLength={200}
      />
      <FormDay name="deadline" label={t("field.deadline")} help={t("desk.help.deadline")} />
    </>
  );
}
