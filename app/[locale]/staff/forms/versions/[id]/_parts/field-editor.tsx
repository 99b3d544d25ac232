"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormCheckbox, FormSelect, FormText } from "@/components/forms/fields";
import { FormDay, FormDecimal, FormNumber } from "@/components/forms/typed-fields";
import { SelectField } from "@/components/ui/field";
import { fieldOf } from "@/lib/reports/editing";
import { type FieldKind, fieldKinds } from "@/lib/reports/field";
import { factsFor, knownFacts } from "@/lib/reports/known";
import { NamedList } from "./named-list";

/** One question of the form that is made: what it asks, how it is answered, what the portal knows of it. */
export function FieldEditor({ name, place }: { name: string; place: "field" | "column" | "freeColumn" }) {
  const t = useTranslations("forms.builder");
  const kinds = useTranslations("forms.kind");
  const locale = useLocale();
  const { getValues, setValue } = useFormContext();
  const kind = useWatch({ name: `${name}.kind` }) as FieldKind;
  const numeric = ["integer", "decimal", "money", "percent"].includes(kind);
  const facts = place === "freeColumn" ? [] : factsFor(kind, place);
  return (
    <>
      <BothFields name={`${name}.label`} label={t("label")} maxLength={200} />
      <div className="grid min-w-0 gap-3 sm:grid-cols-2">
        <SelectField
          name={`${name}.kind`}
          id={`${name}-kind`}
          label={t("kind")}
          value={kind}
          choices={fieldKinds.map((value) => ({ value, label: kinds(value) }))}
          onChange={(event) =>
            setValue(name, fieldOf(event.target.value as FieldKind, getValues(`${name}.key`), getValues(name)), {
              shouldDirty: true,
            })
          }
        />
        <FormText name={`${name}.key`} label={t("key")} help={t("keyHelp")} maxLength={40} spellCheck={false} />
      </div>
      <BothFields name={`${name}.help`} label={t("help")} optional maxLength={1000} />
      <div className="flex flex-wrap gap-x-6">
        <FormCheckbox name={`${name}.required`} label={t("required")} />
        {["integer", "decimal", "money"].includes(kind) && <FormCheckbox name={`${name}.sum`} label={t("sum")} />}
      </div>
      {numeric && (
        <div className="grid min-w-0 gap-3 sm:grid-cols-2">
          <FormDecimal name={`${name}.min`} label={t("min")} help={t("minHelp")} optional />
          <FormDecimal name={`${name}.max`} label={t("max")} optional />
        </div>
      )}
      {(kind === "integer" || kind === "decimal") && (
        <BothFields name={`${name}.unit`} label={t("unit")} optional maxLength={30} />
      )}
      {kind === "day" && (
        <div className="grid min-w-0 gap-3 sm:grid-cols-2">
          <FormDay name={`${name}.from`} label={t("from")} optional />
          <FormDay name={`${name}.to`} label={t("to")} optional />
        </div>
      )}
      {(kind === "text" || kind === "longText") && (
        <FormNumber name={`${name}.maxLength`} label={t("maxLength")} fieldClass="max-w-56" />
      )}
      {(kind === "choice" || kind === "choices") && (
        <NamedList name={`${name}.options`} keyName="value" prefix="option" title={t("options")} most={100} />
      )}
      {facts.length > 0 && (
        <FormSelect
          name={`${name}.prefill`}
          label={t("prefill")}
          help={place === "column" ? t("prefillRows") : undefined}
          empty={t("noPrefill")}
          choices={facts.map((fact) => ({ value: fact, label: knownFacts[fact].label[locale] }))}
        />
      )}
    </>
  );
}
