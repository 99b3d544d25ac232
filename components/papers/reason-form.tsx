"use client";

import { type ReactElement, useState } from "react";
import type { z } from "zod";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { Action } from "@/lib/web/action";
import { usePaperWords } from "./use-paper-words";

/** An act that is explained: a dialog with one reason. */
export function ReasonForm({
  id,
  action,
  schema,
  fixed,
  trigger,
  words: { title, body, reason, confirm },
}: {
  id: string;
  action: Action<unknown>;
  schema: z.ZodType;
  fixed: { id: number; version?: number };
  trigger: ReactElement;
  words: { title: string; body: string; reason: string; confirm: string };
}) {
  const words = usePaperWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} description={body} trigger={trigger}>
      <Form
        id={id}
        schema={schema}
        action={action}
        words={words}
        fixed={fixed}
        defaultValues={{ reason: "" }}
        onDone={() => setOpen(false)}
      >
        <FormTextarea name="reason" label={reason} rows={2} />
        <div>
          <SubmitButton variant="danger">{confirm}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
