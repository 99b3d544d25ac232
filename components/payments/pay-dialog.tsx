"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import { usePaymentWords } from "./use-words";

/** One act with its fields behind a button; closes when it is done and says so. */
export function PayDialog<T>({
  id,
  schema,
  action,
  fixed = {},
  values,
  title,
  body,
  confirm,
  done,
  trigger,
  onDone,
  children,
}: {
  id: string;
  schema: z.ZodType;
  action: Action<T>;
  fixed?: FieldValues;
  values: FieldValues;
  title: string;
  body?: string | undefined;
  confirm: string;
  done: string;
  trigger: ReactElement;
  onDone?: ((value: T) => void) | undefined;
  children?: ReactNode;
}) {
  const toast = useToast();
  const words = usePaymentWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} description={body} trigger={trigger}>
      <Form
        id={id}
        schema={schema}
        action={action}
        words={words}
        fixed={fixed}
        defaultValues={values}
        onDone={(value) => {
          setOpen(false);
          if (onDone) onDone(value);
          else toast.done(done);
        }}
      >
        {children}
        <div>
          <SubmitButton>{confirm}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
