"use client";

import { useTranslations } from "next-intl";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { FormFile } from "@/components/forms/file-field";
import { PayDialog } from "@/components/payments/pay-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { resolutions, settledAnswer, takenAnswer } from "@/lib/payments/answer-schema";
import { settle, take } from "../answers/actions";

/** Hands in a file with the payer's answers. */
export function TakeAnswers() {
  const t = useTranslations("payments.answers");
  const toast = useToast();
  return (
    <PayDialog
      id="payer-file"
      schema={takenAnswer}
      action={take}
      values={{ payerFile: null }}
      title={t("take")}
      body={t("takeBody")}
      confirm={t("take")}
      done={t("taken")}
      onDone={({ again }) => toast.done(again ? t("again") : t("taken"))}
      trigger={
        <Button variant="primary" icon="upload">
          {t("take")}
        </Button>
      }
    >
      <FormFile name="payerFile" label={t("file")} help={t("fileHelp")} accept=".xlsx,.csv,.txt" />
    </PayDialog>
  );
}

/** Settles a line that could not be matched. */
export function SettleAct({ id, name, matched }: { id: number; name: string; matched: boolean }) {
  const t = useTranslations("payments.answers");
  return (
    <PayDialog
      id={`settle-${id}`}
      schema={settledAnswer}
      action={settle}
      fixed={{ id }}
      values={{ resolution: "IGNORED", note: "" }}
      title={t("settleOf", { name })}
      confirm={t("settle")}
      done={t("settled")}
      trigger={
        <Button size="sm" aria-label={t("settleOf", { name })}>
          {t("settle")}
        </Button>
      }
    >
      <FormSelect
        name="resolution"
        label={t("resolutionLabel")}
        choices={resolutions
          .filter((one) => matched || one === "IGNORED")
          .map((value) => ({ value, label: t(`resolution.${value}`) }))}
      />
      <FormTextarea name="note" label={t("note")} rows={3} />
    </PayDialog>
  );
}
