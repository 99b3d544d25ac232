"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { reopenedPeriod } from "@/lib/reports/period-schema";
import { close, reopen } from "../actions";

type Words = Record<"act" | "title" | "body" | "done", string>;

/** Closes a period, after a question. */
export function ClosePeriod({ id, words }: { id: number; words: Words }) {
  const refusals = useTranslations("common.refusals");
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={<Button icon="check">{words.act}</Button>}
      title={words.title}
      confirm={words.act}
      onConfirm={async () => {
        const result = await close({ id });
        if (!result.ok) {
          const code = result.code as "changed_meanwhile";
          return refusals(refusals.has(code) ? code : "not_allowed_now", { reference: "–" });
        }
        toast.done(words.done);
        return undefined;
      }}
    >
      <p>{words.body}</p>
    </ConfirmDialog>
  );
}

/** Opens a closed period again, with the reason. */
export function ReopenPeriod({ id, words }: { id: number; words: Words & { reason: string } }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words.title}
      description={words.body}
      trigger={<Button icon="undo-2">{words.act}</Button>}
    >
      <Form
        id="reopen-period"
        schema={reopenedPeriod}
        action={reopen}
        fixed={{ id }}
        defaultValues={{ reason: "" }}
        onDone={() => {
          setOpen(false);
          toast.done(words.done);
        }}
      >
        <FormTextarea name="reason" label={words.reason} rows={3} />
        <div>
          <SubmitButton>{words.act}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
