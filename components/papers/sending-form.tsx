"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { FormCheckbox, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { FormFile } from "@/components/forms/file-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Dialog } from "@/components/ui/dialog";
import type { Day } from "@/lib/core/day";
import type { Sending } from "@/lib/papers/dissemination-queries";
import { channels, correctedSending, newSending } from "@/lib/papers/dissemination-schema";
import type { Action } from "@/lib/web/action";
import { usePaperWords } from "./use-paper-words";

/** Records that a batch went out, or corrects an entry: the dialog behind `trigger`. */
export function SendingForm({
  action,
  batchId,
  correcting,
  published,
  today,
  documents,
  trigger,
}: {
  action: Action<unknown>;
  batchId: number;
  correcting?: Sending | undefined;
  /** The day on which the batch came out. */
  published: Day;
  today: Day;
  /** Letters of the batch that bear a number. */
  documents: readonly { id: number; label: string }[];
  trigger: ReactElement;
}) {
  const t = useTranslations("papers.sendings");
  const names = useTranslations("papers.channel");
  const words = usePaperWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(correcting ? "correct" : "record")}
      description={t(correcting ? "correctBody" : "recordBody")}
      trigger={trigger}
    >
      <Form
        id={correcting ? `correct-${correcting.id}` : `sending-${batchId}`}
        schema={correcting ? correctedSending : newSending}
        action={action}
        words={words}
        fixed={correcting ? { id: correcting.id } : { batchId }}
        defaultValues={{
          channel: correcting?.channel ?? "FANPAGE",
          sentOn: correcting?.sentOn ?? today,
          receiver: correcting?.receiver ?? "",
          link: correcting?.link?.startsWith("/") ? "" : (correcting?.link ?? ""),
          file: null,
          documentId: correcting?.document?.id ?? null,
          ...(correcting && { reason: "", keepsFile: correcting.file !== null }),
        }}
        onDone={() => setOpen(false)}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <FormSelect
            name="channel"
            label={t("channel")}
            choices={channels.map((value) => ({ value, label: names(value) }))}
          />
          <FormDay name="sentOn" label={t("sentOn")} min={published} max={today} />
        </div>
        <FormText name="receiver" label={t("receiver")} help={t("receiverHelp")} optional />
        <FormText name="link" label={t("link")} type="url" inputMode="url" placeholder="https://" optional />
        {documents.length > 0 && (
          <FormSelect
            name="documentId"
            label={t("document")}
            numeric
            optional
            empty={t("noDocument")}
            choices={documents.map(({ id, label }) => ({ value: String(id), label }))}
          />
        )}
        <FormFile
          name="file"
          label={t("file")}
          help={t("fileHelp")}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          optional
        />
        {correcting?.file && <FormCheckbox name="keepsFile" label={t("keepsFile", { name: correcting.file.name })} />}
        {correcting && <FormTextarea name="reason" label={t("reason")} rows={2} />}
        <div>
          <SubmitButton>{t(correcting ? "correctSave" : "recordSave")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
