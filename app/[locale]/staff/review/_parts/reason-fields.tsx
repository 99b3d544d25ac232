"use client";

import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { ReasonField } from "@/lib/vacancies/review-schema";
import { contentFields } from "@/lib/vacancies/schema";

const usual = [
  "wageBase",
  "descriptionVi",
  "requirementsVi",
  "allowancesVi",
  "headcount",
  "contactPhone",
  "deadline",
  "general",
] as const satisfies ReasonField[];

/** Reasons at fields, inside a form whose input has `reasons`. The usual ones fill themselves in and may be changed. */
export function ReasonFields() {
  const t = useTranslations("review.return");
  const words = useTranslations("review.usual");
  const labels = useTranslations("vacancies.field");
  const { fields, append, remove, replace } = useFieldArray({ name: "reasons" });
  const choices = [
    { value: "general", label: t("general") },
    ...contentFields.map((field) => ({ value: field, label: labels(field) })),
  ];
  const put = (field: (typeof usual)[number]) => {
    const row = { field, reason: words(field) };
    const [only] = fields as unknown[] as { reason?: string }[];
    if (fields.length === 1 && only?.reason === "") replace([row]);
    else append(row);
  };
  return (
    <>
      <SelectField
        name="usual"
        id="usual-reasons"
        label={t("usual")}
        empty={t("pick")}
        value=""
        onChange={(event) => {
          const picked = usual.find((field) => field === event.target.value);
          if (picked) put(picked);
        }}
        choices={usual.map((field) => ({
          value: field,
          label: `${field === "general" ? t("general") : labels(field)}: ${words(field).slice(0, 60)}…`,
        }))}
      />
      {fields.map((field, index) => (
        <div key={field.id} className="space-y-3 rounded-card border border-mist-200 p-3">
          <FormSelect name={`reasons.${index}.field`} label={t("field")} choices={choices} />
          <FormTextarea name={`reasons.${index}.reason`} label={t("reason")} rows={2} maxLength={500} />
          {fields.length > 1 && (
            <Button size="sm" variant="quiet" icon="trash" onClick={() => remove(index)}>
              {t("remove")}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button size="sm" icon="plus" onClick={() => append({ field: "general", reason: "" })}>
          {t("add")}
        </Button>
      </div>
    </>
  );
}
