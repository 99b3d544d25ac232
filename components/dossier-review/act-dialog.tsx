"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { OwnWords } from "@/components/forms/use-words";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import { useDossierReviewWords } from "./use-words";

/** One act with its fields behind a button; closes when it is done and says so. */
export function ActDialog<T>({
  id,
  schema,
  action,
  fixed,
  values,
  title,
  body,
  confirm,
  done,
  danger,
  trigger,
  words,
  children,
}: {
  id: string;
  schema: z.ZodType;
  action: Action<T>;
  fixed: FieldValues;
  values: FieldValues;
  title: string;
  body?: string | undefined;
  confirm: string;
  done: string;
  danger?: boolean | undefined;
  trigger: ReactElement;
  /** Words of another domain for its own codes. */
  words?: OwnWords | undefined;
  children?: ReactNode;
}) {
  const ofReview = useDossierReviewWords();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} description={body} trigger={trigger}>
      <Form
        id={id}
        schema={schema}
        action={action}
        words={words ?? ofReview}
        fixed={fixed}
        defaultValues={values}
        onDone={() => {
          setOpen(false);
          toast.done(done);
        }}
      >
        {children}
        <div>
          <SubmitButton variant={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
