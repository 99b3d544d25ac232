"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, useWatch } from "react-hook-form";
import { FormCheckbox, FormRadios } from "@/components/forms/fields";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";

const kinds = ["yearly", "quarterly", "once"] as const;

/** How often and by when. */
export function RecurrenceFields() {
  const t = useTranslations("deadlines.form");
  const kind: unknown = useWatch({ name: "content.recurrence.kind" });
  return (
    <>
      <FormRadios
        name="content.recurrence.kind"
        label={t("recurrence")}
        choices={kinds.map((value) => ({ value, label: t(`recurrenceOf.${value}`) }))}
      />
      {kind === "yearly" && <Dates />}
      {kind === "quarterly" && (
        <FormNumber
          name="content.recurrence.daysAfter"
          label={t("daysAfter")}
          help={t("daysAfterHelp")}
          fieldClass="max-w-56"
        />
      )}
      {kind === "once" && (
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <FormDay name="content.recurrence.coversFrom" label={t("coversFrom")} />
          <FormDay name="content.recurrence.coversTo" label={t("coversTo")} />
          <FormDay name="content.recurrence.dueOn" label={t("dueOn")} />
        </div>
      )}
    </>
  );
}

function Dates() {
  const t = useTranslations("deadlines.form");
  const { fields, append, remove } = useFieldArray({ name: "content.recurrence.dates" });
  return (
    <>
      <ol className="flex flex-col gap-3">
        {fields.map((field, at) => (
          <li key={field.id} className="flex items-end gap-3">
            <FormNumber
              name={`content.recurrence.dates.${at}.day`}
              label={t("dayOfDate", { number: at + 1 })}
              fieldClass="w-28"
            />
            <FormNumber
              name={`content.recurrence.dates.${at}.month`}
              label={t("monthOfDate", { number: at + 1 })}
              fieldClass="w-28"
            />
            {fields.length > 1 && (
              <Button
                variant="quiet"
                icon="trash"
                aria-label={t("dropDate", { number: at + 1 })}
                onClick={() => remove(at)}
              >
                {t("drop")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {fields.length < 12 && (
        <div>
          <Button size="sm" icon="plus" onClick={() => append({ month: null, day: null })}>
            {t("addDate")}
          </Button>
        </div>
      )}
      <FormCheckbox name="content.recurrence.before" label={t("before")} help={t("beforeHelp")} />
    </>
  );
}
