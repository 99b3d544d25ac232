"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import { useInternshipWords } from "./use-internship-words";

/** A move that asks for something first: a reason, a day, a number. */
export function MoveDialog({
  id,
  schema,
  action,
  fixed,
  values,
  title,
  trigger,
  children,
}: {
  id: string;
  schema: z.ZodType;
  action: Action<unknown>;
  fixed: FieldValues;
  values: FieldValues;
  title: string;
  trigger: ReactElement;
  children: ReactNode;
}) {
  const t = useTranslations("internships");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} trigger={trigger}>
      <Form
        id={id}
        schema={schema}
        action={action}
        words={useInternshipWords()}
        fixed={fixed}
        defaultValues={values}
        onDone={() => {
          setOpen(false);
          toast.done(t("done"));
        }}
      >
        {children}
        <div>
          <SubmitButton>{title}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
