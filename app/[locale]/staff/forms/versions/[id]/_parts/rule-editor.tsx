"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormSelect } from "@/components/forms/fields";
import { SelectField } from "@/components/ui/field";
import { answersIn, referencesIn, ruleOf, tablesIn } from "@/lib/reports/editing";
import { type RuleKind, ruleKinds } from "@/lib/reports/rules";
import { ReferenceList } from "./reference-list";

/** One rule between questions of the form that is made. */
export function RuleEditor({ name }: { name: string }) {
  const t = useTranslations("forms.builder");
  const tests = useTranslations("forms.testKind");
  const kinds = useTranslations("forms.rule");
  const locale = useLocale();
  const { getValues, setValue } = useFormContext();
  const sections = useWatch({ name: "definition.sections" });
  const rule = useWatch({ name }) as { kind: RuleKind; within?: string; when?: string; is?: { test?: string } };
  const within = rule.within ?? "";
  const choices = referencesIn(sections, within, locale);
  const reference = (part: string, label: string) => (
    <FormSelect name={`${name}.${part}`} label={label} empty={t("choose")} choices={choices} />
  );
  return (
    <>
      <div className="grid min-w-0 gap-3 sm:grid-cols-2">
        <SelectField
          name={`${name}.kind`}
          id={`${name}-kind`}
          label={t("ruleKind")}
          value={rule.kind}
          choices={ruleKinds.map((value) => ({ value, label: kinds(value) }))}
          onChange={(event) =>
            setValue(name, ruleOf(event.target.value as RuleKind, getValues(name)), { shouldDirty: true })
          }
        />
        <FormSelect
          name={`${name}.within`}
          label={t("within")}
          empty={t("wholeForm")}
          choices={tablesIn(sections, locale)}
        />
      </div>
      {rule.kind === "sumEquals" && (
        <>
          {reference("total", t("total"))}
          <ReferenceList name={`${name}.parts`} label={t("parts")} choices={choices} least={1} />
          <ReferenceList name={`${name}.minus`} label={t("minus")} choices={choices} least={0} />
        </>
      )}
      {rule.kind === "notMore" && (
        <div className="grid min-w-0 gap-3 sm:grid-cols-2">
          {reference("less", t("less"))}
          {reference("than", t("than"))}
        </div>
      )}
      {rule.kind === "requiredWhen" && (
        <>
          <div className="grid min-w-0 gap-3 sm:grid-cols-2">
            {reference("field", t("asked"))}
            {reference("when", t("when"))}
          </div>
          <div className="grid min-w-0 gap-3 sm:grid-cols-2">
            <FormSelect
              name={`${name}.is.test`}
              label={t("test")}
              choices={(["filled", "positive", "equals"] as const).map((value) => ({
                value,
                label: tests(value),
              }))}
            />
            {rule.is?.test === "equals" && (
              <FormSelect
                name={`${name}.is.value`}
                label={t("answer")}
                empty={t("choose")}
                choices={answersIn(sections, rule.when ?? "", within, locale)}
              />
            )}
          </div>
        </>
      )}
      {rule.kind === "atLeastOne" && (
        <ReferenceList name={`${name}.fields`} label={t("oneOf")} choices={choices} least={2} />
      )}
      <BothFields name={`${name}.message`} label={t("message")} optional maxLength={300} />
    </>
  );
}
