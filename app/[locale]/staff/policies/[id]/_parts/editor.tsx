"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SaveStatus } from "@/components/forms/form-messages";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import { policyDraft } from "@/lib/subsidies/policy-schema";
import { usePolicyWords } from "../../_parts/use-policy-words";
import { keep, save } from "../../actions";
import { GroupFields } from "./group-fields";
import { Lines, newGroup, newOccupation, newRate, newReport, RestsFields } from "./lines";
import { RateFields } from "./rate-fields";

function Times() {
  const t = useTranslations("policies.field");
  return (
    <>
      {(["processing", "correction"] as const).map((key) => (
        <Card key={key} title={t(key)}>
          <div className="flex flex-col gap-3">
            <FormNumber name={`definition.${key}.workingDays`} label={t("workingDays")} fieldClass="max-w-40" />
            <RestsFields name={`definition.${key}`} />
          </div>
        </Card>
      ))}
    </>
  );
}

/** Writes a draft of a policy. Kept on the server while one types as far as it can be read, and on the device always. */
export function Editor({
  id,
  version,
  owner,
  note,
  definition,
}: {
  id: number;
  version: number;
  owner: number;
  note: string;
  definition: FieldValues;
}) {
  const t = useTranslations("policies.field");
  const act = useTranslations("policies.act");
  const toast = useToast();
  return (
    <Form
      id={`policy-version-${id}`}
      schema={policyDraft}
      action={save}
      words={usePolicyWords()}
      fixed={{ id, version }}
      autosave={{ owner, save: keep }}
      defaultValues={{ note, definition }}
      onDone={() => toast.done(act("saved"))}
    >
      <Card title={t("validity")}>
        <div className="flex flex-col gap-3">
          <BothFields name="definition.citation" label={t("citation")} maxLength={500} />
          <div className="grid gap-3 sm:grid-cols-2">
            <FormDay name="definition.validity.from" label={t("from")} />
            <FormDay name="definition.validity.to" label={t("to")} />
          </div>
          <RestsFields name="definition.validity" />
          <FormTextarea name="note" label={t("note")} optional maxLength={1000} />
        </div>
      </Card>
      <Lines name="definition.occupations" title={t("occupations")} fresh={newOccupation}>
        {(name) => (
          <>
            <BothFields name={`${name}.name`} label={t("name")} maxLength={500} />
            <FormText name={`${name}.aliases`} label={t("aliases")} help={t("aliasesHelp")} optional maxLength={1000} />
            <RestsFields name={name} />
          </>
        )}
      </Lines>
      <Lines name="definition.groups" title={t("groups")} fresh={newGroup}>
        {(name) => <GroupFields name={name} />}
      </Lines>
      <Lines name="definition.rates" title={t("rates")} fresh={newRate}>
        {(name) => <RateFields name={name} />}
      </Lines>
      <Times />
      <Lines name="definition.reports" title={t("reports")} fresh={newReport} least={0} coded={false}>
        {(name) => (
          <>
            <div className="grid max-w-md gap-3 sm:grid-cols-2">
              <FormNumber name={`${name}.day`} label={t("day")} />
              <FormNumber name={`${name}.month`} label={t("month")} />
            </div>
            <RestsFields name={name} />
          </>
        )}
      </Lines>
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-4 border-mist-200 border-t bg-card px-4 py-3">
        <SubmitButton>{act("save")}</SubmitButton>
        <SaveStatus />
      </div>
    </Form>
  );
}
