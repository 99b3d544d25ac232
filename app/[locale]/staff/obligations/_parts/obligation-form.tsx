"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { EffectView } from "@/components/deadlines/effect-view";
import { useDeadlineWords } from "@/components/deadlines/use-deadline-words";
import { AskDialog } from "@/components/forms/ask-dialog";
import { FormCheckbox, FormRadios, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { Card } from "@/components/ui/card";
import type { Option } from "@/components/ui/combobox";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { RuleEffect } from "@/lib/deadlines/effect";
import type { obligationChoices } from "@/lib/deadlines/obligation-queries";
import { askedObligation } from "@/lib/deadlines/schema";
import { reportingUnits } from "@/lib/deadlines/unit";
import type { Action } from "@/lib/web/action";
import { change, create, preview } from "../actions";
import { AudienceFields } from "./audience-fields";
import { LadderFields } from "./ladder-fields";
import { RecurrenceFields } from "./recurrence-fields";

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title} className="max-w-3xl">
    <div className="flex flex-col gap-5">{children}</div>
  </Card>
);

const dayOffRules = ["NEXT_WORKING_DAY", "PREVIOUS_WORKING_DAY", "AS_IT_IS"] as const;

/** An obligation as staff write it. What it would do is shown before it is saved. */
export function ObligationForm({
  seen,
  live,
  values,
  choices,
  known,
  back,
}: {
  /** Null for a new one. */
  seen: { id: number; version: number } | null;
  live: boolean;
  values: FieldValues;
  choices: Awaited<ReturnType<typeof obligationChoices>>;
  /** Labels of the organisations that it names already. */
  known: readonly Option[];
  /** The list; the id is appended after saving. */
  back: string;
}) {
  const t = useTranslations("deadlines.form");
  const rules = useTranslations("deadlines.rule");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const words = useDeadlineWords();
  const sent = useRef<{ content?: unknown }>({});
  const [shown, setShown] = useState<{ answer: RuleEffect } | null>(null);
  const ask: Action<RuleEffect> = (input) => {
    sent.current = input as { content?: unknown };
    return preview(input);
  };
  const save = (): Promise<Awaited<ReturnType<Action<{ id: number }>>>> =>
    seen ? change({ ...seen, content: sent.current.content }) : create(sent.current.content);
  return (
    <>
      <Form
        id={seen ? `obligation-${seen.id}` : "obligation-new"}
        schema={askedObligation}
        action={ask}
        fixed={{ id: seen?.id ?? null }}
        defaultValues={values}
        words={words}
        onDone={(answer) => setShown({ answer })}
      >
        <Group title={t("naming")}>
          <FormText name="content.nameVi" label={t("nameVi")} lang="vi" maxLength={200} />
          <FormText name="content.nameEn" label={t("nameEn")} lang="en" maxLength={200} />
          <FormTextarea name="content.instructionsVi" label={t("instructionsVi")} lang="vi" optional rows={3} />
          <FormTextarea name="content.instructionsEn" label={t("instructionsEn")} lang="en" optional rows={3} />
        </Group>
        <Group title={t("basis")}>
          <FormText name="content.citation" label={t("citation")} help={t("citationHelp")} maxLength={500} />
          <FormTextarea name="content.quote" label={t("quote")} help={t("quoteHelp")} optional rows={3} />
          <FormCheckbox name="content.verified" label={t("verified")} help={t("verifiedHelp")} />
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            <FormDay name="content.validFrom" label={t("validFrom")} />
            <FormDay name="content.validTo" label={t("validTo")} optional />
          </div>
        </Group>
        <Group title={t("who")}>
          <AudienceFields choices={choices} known={known} />
        </Group>
        <Group title={t("when")}>
          <RecurrenceFields />
          <FormRadios
            name="content.dayOffRule"
            label={t("dayOffRule")}
            choices={dayOffRules.map((value) => ({ value, label: rules(value) }))}
          />
          <FormNumber
            name="content.opensDaysBefore"
            label={t("opensDaysBefore")}
            help={t("opensDaysBeforeHelp")}
            fieldClass="max-w-56"
          />
        </Group>
        <Group title={t("what")}>
          <FormSelect
            name="content.formId"
            numeric
            label={t("formId")}
            help={t("formHelp")}
            empty={t("choose")}
            choices={choices.forms.map(({ id, nameVi, nameEn }) => ({
              value: String(id),
              label: locale === "vi" ? nameVi : nameEn,
            }))}
          />
          <FormSelect
            name="content.reviewer"
            label={t("reviewer")}
            choices={reportingUnits.map((value) => ({ value, label: units(value) }))}
          />
        </Group>
        <Group title={t("ladder")}>
          <LadderFields />
        </Group>
        <div>
          <SubmitButton>{t("see")}</SubmitButton>
        </div>
      </Form>
      <AskDialog
        given={shown}
        onClose={() => setShown(null)}
        title={t("seeTitle")}
        show={(effect) => (
          <>
            {!live && (
              <Notice className="mb-4" kind="info">
                {t("onlyDraft")}
              </Notice>
            )}
            <EffectView effect={effect} />
          </>
        )}
        confirm={t(live ? "saveLive" : "saveDraft")}
        words={words}
        act={save}
        onDone={({ id }) => {
          toast.done(t("saved"));
          router.push(`${back}/${id}`);
        }}
      />
    </>
  );
}
