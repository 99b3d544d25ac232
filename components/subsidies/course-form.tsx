"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormCombobox } from "@/components/forms/combobox-field";
import { FormCheckbox, FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormMoney, FormNumber } from "@/components/forms/typed-fields";
import type { Choice } from "@/components/ui/field";
import { QualificationLevel } from "@/lib/db/generated/enums";
import { editedCourse, newCourse } from "@/lib/subsidies/course-schema";
import type { Action } from "@/lib/web/action";
import { useCourseWords } from "./use-course-words";

export type CourseValues = Record<string, string | number | boolean | null>;
type School = { value: number; label: string };

/** A course: a new one, or one that is changed (`seen`). */
export function CourseForm({
  schools,
  occupations,
  values,
  seen,
  base,
  owner,
  action,
}: {
  schools: readonly School[];
  occupations: readonly Choice[];
  values: CourseValues;
  seen?: { id: number; version: number } | undefined;
  base: string;
  owner: number;
  action: Action<{ id: number; version: number }>;
}) {
  const t = useTranslations("courses");
  const levels = useTranslations("roster.level");
  const router = useRouter();
  const two = "grid gap-5 sm:grid-cols-2";
  return (
    <Form
      id={`course-${seen?.id ?? "new"}`}
      schema={seen ? editedCourse : newCourse}
      action={action}
      fixed={seen ?? {}}
      defaultValues={values}
      words={useCourseWords()}
      autosave={{ owner }}
      onDone={({ id }) => router.push(`${base}/${id}`)}
    >
      <div className={two}>
        <FormText name="programme" label={t("field.programme")} autoComplete="off" />
        <FormSelect
          name="level"
          label={t("field.level")}
          choices={Object.values(QualificationLevel)
            .filter((value) => value !== "UNSKILLED")
            .map((value) => ({ value, label: levels(value) }))}
        />
        <FormSelect
          name="occupationCode"
          label={t("field.occupationCode")}
          help={t("form.occupationHelp")}
          optional
          empty={t("form.otherOccupation")}
          choices={occupations}
        />
        <FormCombobox
          name="schoolId"
          label={t("field.schoolId")}
          help={t("form.schoolHelp")}
          optional
          options={schools}
          initial={schools.find(({ value }) => value === values.schoolId) ?? null}
        />
        <FormText name="schoolName" label={t("field.schoolName")} help={t("form.schoolNameHelp")} optional />
        <FormCheckbox name="localSchool" label={t("field.localSchool")} help={t("form.localHelp")} />
        <FormMoney name="tuition" label={t("field.tuition")} help={t("form.tuitionHelp")} />
        <FormNumber name="months" label={t("field.months")} />
        <FormDay name="startsOn" label={t("field.startsOn")} />
        <FormDay name="endsOn" label={t("field.endsOn")} />
        <FormNumber name="places" label={t("field.places")} optional />
      </div>
      <div>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </div>
    </Form>
  );
}
