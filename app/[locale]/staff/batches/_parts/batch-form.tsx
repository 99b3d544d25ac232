"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { FormSelect } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { href } from "@/lib/i18n/paths";
import type { BatchProposal } from "@/lib/vacancies/batch-rules";
import { editedBatch, newBatch } from "@/lib/vacancies/batch-schema";
import { create, edit } from "../actions";
import { useBatchWords } from "./use-batch-words";

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Number, month, as-of date and window of a batch: a new one, or one not yet published. */
export function BatchForm({
  values,
  batch,
  onDone,
}: {
  values: BatchProposal;
  batch?: { id: number; version: number };
  onDone?: () => void;
}) {
  const t = useTranslations("batches");
  const locale = useLocale();
  const router = useRouter();
  const words = useBatchWords();
  return (
    <Form
      id={batch ? `batch-${batch.id}` : "batch-new"}
      schema={batch ? editedBatch : newBatch}
      action={batch ? edit : create}
      defaultValues={values}
      fixed={batch}
      words={words}
      onDone={(value) => {
        onDone?.();
        if (!batch) router.push(href(locale, "staff", "batches", value.id));
      }}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <FormNumber name="no" label={t("field.no")} />
        <FormSelect
          name="month"
          label={t("field.month")}
          numeric
          choices={months.map((value) => ({ value, label: value }))}
        />
        <FormSelect
          name="year"
          label={t("field.year")}
          numeric
          choices={[-1, 0, 1].map((step) => String(values.year + step)).map((value) => ({ value, label: value }))}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormDay name="collectFrom" label={t("field.collectFrom")} help={t("help.window")} />
        <FormDay name="collectTo" label={t("field.collectTo")} help={t("help.window")} />
      </div>
      <FormDay name="asOf" label={t("field.asOf")} help={t("help.asOf")} />
      <div>
        <SubmitButton>{t(batch ? "edit.save" : "new.save")}</SubmitButton>
      </div>
    </Form>
  );
}
