"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { href } from "@/lib/i18n/paths";
import { newForm } from "@/lib/reports/schema";
import { create } from "../actions";
import { useFormWords } from "./use-form-words";

/** Makes a form, empty or with the questions of another, and leads to its draft. */
export function CreateForm({ forms }: { forms: readonly { id: number; label: string }[] }) {
  const t = useTranslations("forms.create");
  const names = useTranslations("forms.names");
  const locale = useLocale();
  const router = useRouter();
  const words = useFormWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("lede")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("title")}
        </Button>
      }
    >
      <Form
        id="new-form"
        schema={newForm}
        action={create}
        words={words}
        defaultValues={{ nameVi: "", nameEn: "", code: "", citation: "", copyOf: null }}
        onDone={({ versionId }) => router.push(href(locale, "staff", "forms", "versions", versionId))}
      >
        <FormText name="nameVi" label={names("nameVi")} maxLength={200} />
        <FormText name="nameEn" label={names("nameEn")} maxLength={200} />
        <FormText name="code" label={t("code")} help={t("codeHelp")} maxLength={60} spellCheck={false} />
        <FormText name="citation" label={names("citation")} optional maxLength={500} />
        <FormSelect
          name="copyOf"
          label={t("copyOf")}
          numeric
          empty={t("fromNothing")}
          choices={forms.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
