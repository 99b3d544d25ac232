"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useMoneyWords } from "@/components/budget/use-money-words";
import { FormRadios, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Choice } from "@/components/ui/field";
import { estimateKinds, newEstimate } from "@/lib/budget/estimate-schema";
import { href } from "@/lib/i18n/paths";
import { create } from "../actions";

/** Begins an estimate: for which policy and year, and whether it is the yearly one. */
export function CreateEstimate({ policies, year }: { policies: readonly Choice[]; year: number }) {
  const t = useTranslations("estimates");
  const locale = useLocale();
  const router = useRouter();
  const words = useMoneyWords();
  const [open, setOpen] = useState(false);
  const years = [year - 1, year, year + 1].map((one) => ({ value: String(one), label: String(one) }));
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("create.title")}
      description={t("create.body")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("create.act")}
        </Button>
      }
    >
      <Form
        id="estimate-new"
        schema={newEstimate}
        action={create}
        words={words}
        defaultValues={{
          ...{ policyId: policies[0]?.value ?? "", year: String(year), kind: "YEARLY" },
          ...{ title: t("create.name", { year: String(year) }), note: "" },
        }}
        onDone={({ id }) => router.push(href(locale, "staff", "budget", "estimates", id))}
      >
        <FormSelect name="policyId" label={t("field.policy")} choices={policies} />
        <FormSelect name="year" label={t("field.year")} choices={years} />
        <FormRadios
          name="kind"
          label={t("field.kind")}
          choices={estimateKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <FormText name="title" label={t("field.title")} />
        <FormTextarea name="note" label={t("field.note")} rows={2} optional />
        <div>
          <SubmitButton>{t("create.act")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
