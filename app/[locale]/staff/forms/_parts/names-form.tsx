"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormCheckbox, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formNames } from "@/lib/reports/schema";
import { rename } from "../actions";
import { useFormWords } from "./use-form-words";

/** Changes a form's names and the official form that it stands for. */
export function NamesForm({
  form,
}: {
  form: { id: number; nameVi: string; nameEn: string; citation: string | null; verified: boolean };
}) {
  const t = useTranslations("forms.names");
  const words = useFormWords();
  const [open, setOpen] = useState(false);
  const { id, nameVi, nameEn, citation, verified } = form;
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t("title")} trigger={<Button icon="pencil">{t("title")}</Button>}>
      <Form
        id={`form-${id}-names`}
        schema={formNames}
        action={rename}
        words={words}
        fixed={{ formId: id }}
        defaultValues={{ nameVi, nameEn, citation: citation ?? "", verified }}
        onDone={() => setOpen(false)}
      >
        <FormText name="nameVi" label={t("nameVi")} maxLength={200} />
        <FormText name="nameEn" label={t("nameEn")} maxLength={200} />
        <FormText name="citation" label={t("citation")} optional maxLength={500} />
        <FormCheckbox name="verified" label={t("verified")} help={t("verifiedHelp")} />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
