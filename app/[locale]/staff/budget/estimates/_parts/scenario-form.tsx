"use client";

import { useTranslations } from "next-intl";
import { useMoneyWords } from "@/components/budget/use-money-words";
import { FormRadios, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormNumber } from "@/components/forms/typed-fields";
import { useToast } from "@/components/ui/toast";
import type { Scenario } from "@/lib/budget/estimate";
import { savedEstimate } from "@/lib/budget/estimate-schema";
import { save } from "../actions";

/** What staff assume in each scenario, side by side, and which one is asked for. */
export function ScenarioForm({
  estimate,
}: {
  estimate: { id: number; version: number; title: string; note: string | null; scenarios: Scenario[]; chosen: string };
}) {
  const t = useTranslations("estimates");
  const toast = useToast();
  const words = useMoneyWords();
  const { id, version, title, note, scenarios, chosen } = estimate;
  return (
    <Form
      id={`estimate-${id}`}
      schema={savedEstimate}
      action={save}
      words={words}
      fixed={{ id, version }}
      defaultValues={{ title, note: note ?? "", scenarios, chosen }}
      onDone={() => toast.done(t("saved"))}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormText name="title" label={t("field.title")} />
        <FormTextarea name="note" label={t("field.note")} rows={1} optional />
      </div>
      <div className="grid gap-5 lg:grid-cols-3">
        {scenarios.map(({ code, name }, at) => (
          <fieldset key={code} className="min-w-0 space-y-3 rounded-card border border-mist-200 p-4">
            <legend className="px-1 font-semibold text-harbour-900">{name}</legend>
            <FormText name={`scenarios.${at}.name`} label={t("field.scenario")} />
            <FormNumber name={`scenarios.${at}.intake`} label={t("intake")} help={t("help.intake")} unit="%" />
            <FormNumber
              name={`scenarios.${at}.attrition`}
              label={t("attritionLabel")}
              help={t("help.attrition")}
              unit="%"
              optional
            />
            <FormNumber name={`scenarios.${at}.tuition`} label={t("tuitionScale")} help={t("help.tuition")} unit="%" />
          </fieldset>
        ))}
      </div>
      <FormRadios
        name="chosen"
        label={t("field.chosen")}
        choices={scenarios.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
