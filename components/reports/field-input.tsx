"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormCheckboxes, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay, FormDecimal, FormMoney, FormNumber } from "@/components/forms/typed-fields";
import { showAnswer } from "@/lib/reports/compare";
import { type Field, limitsOf } from "@/lib/reports/field";

export type FieldNotes = {
  /** What the reviewer says of it. */
  reason?: string | undefined;
  /** It was filled with what the portal knows. */
  known?: boolean | undefined;
  /** It is only proposed. */
  proposed?: boolean | undefined;
};

/**
 * One question of a form, whatever its kind; `name` is where the surrounding form keeps its answer. In a table the row
 * stands before the label for readers (`row`), and on a wide screen the column's head says the label to the eye, unless the
 * row is a `card` that shows its labels itself.
 */
export function FieldInput({
  field,
  name,
  row,
  card = false,
  notes = {},
}: {
  field: Field;
  name: string;
  row?: string | undefined;
  card?: boolean | undefined;
  notes?: FieldNotes;
}) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  const { reason, known, proposed } = notes;
  const inTable = row !== undefined;
  const help = (
    <>
      {(!inTable || card) && field.help?.[locale]}
      {known && <span className="block">{t("known")}</span>}
      {proposed && <span className="block">{t("proposed")}</span>}
      {reason && <span className="block font-semibold text-amber">{t("reason", { reason })}</span>}
    </>
  );
  const props = {
    name,
    label: inTable ? (
      // One element: the summary of what is wrong names a field by the first of its label.
      <span>
        <span className="sr-only">{row}: </span>
        {field.label[locale]}
        {card && field.required && " *"}
      </span>
    ) : (
      field.label[locale]
    ),
    optional: !inTable && !field.required,
    ...((reason || known || proposed || ((!inTable || card) && field.help)) && { help }),
    ...(inTable && !card && { fieldClass: "md:[&>label]:sr-only" }),
  };
  const unit = "unit" in field ? field.unit?.[locale] : undefined;
  switch (field.kind) {
    case "integer":
      return (limitsOf(field).least ?? 0) < 0 ? (
        <FormDecimal {...props} unit={unit} />
      ) : (
        <FormNumber {...props} unit={unit} plain={field.plain} />
      );
    case "decimal":
      return <FormDecimal {...props} unit={unit} />;
    case "percent":
      return <FormDecimal {...props} unit="%" />;
    case "money":
      return <FormMoney {...props} />;
    case "day":
      return <FormDay {...props} min={field.from ?? undefined} max={field.to ?? undefined} />;
    case "text":
      return <FormText {...props} maxLength={field.maxLength} />;
    case "longText":
      return <FormTextarea {...props} maxLength={field.maxLength} rows={inTable ? 1 : 4} />;
    case "choice":
      return (
        <FormSelect
          {...props}
          empty={t("noChoice")}
          choices={field.options.map(({ value, label }) => ({ value, label: label[locale] }))}
        />
      );
    case "choices":
      return (
        <FormCheckboxes
          {...props}
          choices={field.options.map(({ value, label }) => ({ value, label: label[locale] }))}
        />
      );
    case "yesNo":
      return (
        <FormSelect
          {...props}
          empty={t("noChoice")}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: showAnswer(field, value, locale) }))}
        />
      );
  }
}
