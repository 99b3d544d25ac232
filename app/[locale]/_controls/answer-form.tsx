"use client";

import { useTranslations } from "next-intl";
import { UploadField } from "@/components/files/upload-field";
import { FormTextarea } from "@/components/forms/fields";
import { PayDialog } from "@/components/payments/pay-dialog";
import { Button } from "@/components/ui/button";
import { answeredControl } from "@/lib/payments/control-schema";
import { answer } from "./actions";

/** An applicant's answer to a control, with files. */
export function AnswerForm({
  id,
  version,
  name,
  megabytes,
}: {
  id: number;
  version: number;
  name: string;
  megabytes: number;
}) {
  const t = useTranslations("payments.control");
  return (
    <PayDialog
      id={`control-${id}`}
      schema={answeredControl}
      action={answer}
      fixed={{ id, version }}
      values={{ answer: "", files: [] }}
      title={t("answerOf", { name })}
      confirm={t("answerAct")}
      done={t("answered")}
      trigger={
        <Button size="sm" icon="pencil" aria-label={t("answerOf", { name })}>
          {t("answerAct")}
        </Button>
      }
    >
      <FormTextarea name="answer" label={t("answer")} rows={5} />
      <UploadField name="files" label={t("files")} purpose="control.answer" megabytes={megabytes} />
    </PayDialog>
  );
}
