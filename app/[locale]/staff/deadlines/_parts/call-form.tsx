"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormRadios, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { callOutcomes, madeCall } from "@/lib/deadlines/escalation-list";
import type { Action } from "@/lib/web/action";

/** Notes what came of a call: the button and the dialog behind it. `of`: whom, for readers. */
export function CallForm({ action, id, of }: { action: Action<unknown>; id: number; of: string }) {
  const t = useTranslations("reminders.late.call");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={of}
      trigger={
        <Button size="sm" icon="phone" aria-label={`${t("open")}: ${of}`}>
          {t("open")}
        </Button>
      }
    >
      <Form
        id={`call-${id}`}
        schema={madeCall}
        action={action}
        fixed={{ assignmentId: id }}
        defaultValues={{ outcome: "REACHED", note: "" }}
        onDone={() => {
          setOpen(false);
          toast.done(t("done"));
        }}
      >
        <FormRadios
          name="outcome"
          label={t("outcome")}
          choices={callOutcomes.map((value) => ({ value, label: t(value) }))}
        />
        <FormTextarea name="note" label={t("note")} rows={3} maxLength={1_000} optional />
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
