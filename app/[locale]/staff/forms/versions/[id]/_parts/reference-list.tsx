"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { FormSelect } from "@/components/forms/fields";
import { controlId, useFormInfo } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import type { Choice } from "@/components/ui/field";

/** Several references of a rule, each chosen from what the form has. */
export function ReferenceList({
  name,
  label,
  choices,
  least,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
  least: number;
}) {
  const t = useTranslations("forms.builder");
  const { id } = useFormInfo();
  const { field } = useController({ name });
  const values: string[] = Array.isArray(field.value) ? field.value : [];
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold text-harbour-900 text-sm">{label}</legend>
      {values.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list of texts has nothing else
        <div key={at} className="flex min-w-0 items-start gap-1">
          <FormSelect
            name={`${name}.${at}`}
            label={`${label} ${at + 1}`}
            hideLabel
            empty={t("choose")}
            choices={choices}
            fieldClass="flex-1"
          />
          {values.length > least && (
            <Button
              size="sm"
              variant="quiet"
              icon="trash"
              aria-label={t("remove", { title: `${label} ${at + 1}` })}
              onClick={() => field.onChange(values.filter((__, other) => other !== at))}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon="plus"
          onClick={() => {
            field.onChange([...values, ""]);
            requestAnimationFrame(() => document.getElementById(controlId(id, `${name}.${values.length}`))?.focus());
          }}
        >
          {t("addLine")}
        </Button>
      </div>
    </fieldset>
  );
}
