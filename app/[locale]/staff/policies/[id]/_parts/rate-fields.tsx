"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormCheckboxes, FormSelect } from "@/components/forms/fields";
import { FormDecimal, FormMoney, FormNumber } from "@/components/forms/typed-fields";
import { RestsFields } from "./lines";

const options = {
  kind: ["PERCENT_OF_TUITION", "PER_MONTH", "PER_COURSE"],
  payee: ["LEARNER", "SCHOOL", "EITHER"],
  once: ["POLICY", "COURSE"],
  dropOut: ["NOTHING", "MONTHS_ATTENDED"],
} as const;

/** A rate: what it grants, to whom, how far, and who is paid. */
export function RateFields({ name }: { name: string }) {
  const t = useTranslations("policies.field");
  const values = useTranslations("policies.value");
  const groups = (useWatch({ name: "definition.groups" }) ?? []) as { code?: string }[];
  return (
    <>
      <BothFields name={`${name}.name`} label={t("name")} maxLength={500} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name={`${name}.kind`}
          label={t("kind")}
          choices={options.kind.map((value) => ({ value, label: values(value) }))}
        />
        <FormDecimal name={`${name}.value`} label={t("value")} help={t("valueHelp")} />
        <FormMoney name={`${name}.capPerPerson`} label={t("capPerPerson")} help={t("noCap")} />
        <FormNumber name={`${name}.capMonths`} label={t("capMonths")} help={t("noCap")} />
        {(["payee", "once", "dropOut"] as const).map((field) => (
          <FormSelect
            key={field}
            name={`${name}.${field}`}
            label={t(field)}
            choices={options[field].map((value) => ({ value, label: values(value) }))}
          />
        ))}
        <FormSelect
          name={`${name}.permanentStaff`}
          label={t("permanentStaff")}
          empty={t("allStaff")}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: values(value) }))}
        />
      </div>
      <FormCheckboxes
        name={`${name}.groups`}
        label={t("forGroups")}
        choices={groups.flatMap(({ code }) => (code ? [{ value: code, label: code }] : []))}
      />
      <RestsFields name={name} />
    </>
  );
}
