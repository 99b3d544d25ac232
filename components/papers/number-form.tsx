"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Day } from "@/lib/core/day";
import { documentKinds, newDocument } from "@/lib/papers/document-schema";
import type { Action } from "@/lib/web/action";
import { usePaperWords } from "./use-paper-words";

export type NumberFormProps = {
  action: Action<{ number: string }>;
  today: Day;
  registers: readonly { id: number; label: string }[];
  /** Published batches whose letter has no number yet. */
  batches: readonly { id: number; label: string }[];
  /** The letter of this batch, with what it is about. */
  batch?: { id: number; subject: string } | undefined;
  signerTitle: string;
};

/** Gives the next number of a register: the button and the dialog behind it. */
export function NumberForm({ action, today, registers, batches, batch, signerTitle }: NumberFormProps) {
  const t = useTranslations("papers.documents");
  const kinds = useTranslations("papers.documentKind");
  const words = usePaperWords();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("give")}
      description={t("giveBody")}
      trigger={
        <Button variant={batch ? "secondary" : "primary"} icon="plus">
          {t("give")}
        </Button>
      }
    >
      <Form
        id={batch ? `number-${batch.id}` : "number"}
        schema={newDocument}
        action={action}
        words={words}
        defaultValues={{
          registerId: registers[0]?.id ?? null,
          kind: "OFFICIAL_LETTER",
          subject: batch?.subject ?? "",
          recipients: "",
          issuedOn: today,
          signerTitle,
          signerName: "",
          batchId: batch?.id ?? null,
        }}
        onDone={({ number }) => {
          setOpen(false);
          toast.done(t("given", { number }));
        }}
      >
        {registers.length > 1 && (
          <FormSelect
            name="registerId"
            label={t("register")}
            numeric
            choices={registers.map(({ id, label }) => ({ value: String(id), label }))}
          />
        )}
        {!batch && (
          <div className="grid gap-4 sm:grid-cols-2">
            <FormSelect
              name="kind"
              label={t("kind")}
              choices={documentKinds.map((value) => ({ value, label: kinds(value) }))}
            />
            <FormSelect
              name="batchId"
              label={t("batch")}
              numeric
              optional
              empty={t("noBatch")}
              choices={batches.map(({ id, label }) => ({ value: String(id), label }))}
            />
          </div>
        )}
        <FormTextarea name="subject" label={t("subject")} help={t("subjectHelp")} rows={2} />
        <FormDay name="issuedOn" label={t("issuedOn")} max={today} />
        <FormText name="recipients" label={t("recipients")} optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormTextarea name="signerTitle" label={t("signerTitle")} rows={2} optional />
          <FormText name="signerName" label={t("signerName")} optional />
        </div>
        <div>
          <SubmitButton>{t("give")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
