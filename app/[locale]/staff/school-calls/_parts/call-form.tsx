"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { FormCheckbox, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { Card } from "@/components/ui/card";
import type { Option } from "@/components/ui/combobox";
import { useToast } from "@/components/ui/toast";
import { writtenCall } from "@/lib/cohorts/call-schema";
import { write } from "../actions";
import { QuestionFields } from "./question-fields";
import { RecipientFields } from "./recipient-fields";
import { useCallWords } from "./use-call-words";

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title} className="max-w-3xl">
    <div className="flex flex-col gap-5">{children}</div>
  </Card>
);

/** A call as the labour department writes it; saved, it is a draft that nobody is asked by. */
export function CallForm({
  seen,
  values,
  known,
  list,
}: {
  /** Null for a new one. */
  seen: { id: number; version: number } | null;
  values: FieldValues;
  /** Labels of the schools that it names already. */
  known: readonly Option[];
  list: string;
}) {
  const t = useTranslations("calls.form");
  const router = useRouter();
  const toast = useToast();
  return (
    <Form
      id={seen ? `call-${seen.id}` : "call-new"}
      schema={writtenCall}
      action={write}
      fixed={seen ?? { id: null, version: null }}
      defaultValues={values}
      words={useCallWords()}
      onDone={({ id }) => {
        toast.done(t("saved"));
        if (seen) router.refresh();
        else router.push(`${list}/${id}`);
      }}
    >
      <Group title={t("when")}>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-3">
          <FormNumber name="content.year" label={t("year")} help={t("yearHelp")} plain />
          <FormDay name="content.opensOn" label={t("opensOn")} />
          <FormDay name="content.dueOn" label={t("dueOn")} />
        </div>
      </Group>
      <Group title={t("who")}>
        <RecipientFields known={known} />
      </Group>
      <Group title={t("letter")}>
        <FormTextarea name="content.subject" label={t("subject")} help={t("subjectHelp")} rows={2} lang="vi" />
        <FormCheckbox name="content.oneEach" label={t("oneEach")} help={t("oneEachHelp")} />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <FormTextarea name="content.signerTitle" label={t("signerTitle")} help={t("signerHelp")} rows={2} optional />
          <FormText name="content.signerName" label={t("signerName")} optional />
          <FormText name="content.contactName" label={t("contactName")} optional />
          <FormText name="content.contactPhone" label={t("contactPhone")} type="tel" optional />
        </div>
      </Group>
      <Group title={t("questions")}>
        <QuestionFields />
      </Group>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
