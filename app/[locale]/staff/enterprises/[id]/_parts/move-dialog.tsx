"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormRadios, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useRegisterWords } from "@/components/organisations/use-register-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { lifecycleChange } from "@/lib/organisations/schema";
import { type LifecycleMove, lifecycleWorkflow } from "@/lib/organisations/workflow";
import type { Action } from "@/lib/web/action";

/** A change of the lifecycle with its paper. Only the moves of the actor's unit are offered. */
export function MoveDialog({
  seen,
  moves,
  today,
  openListings,
  action,
}: {
  seen: { id: number; version: number };
  moves: readonly LifecycleMove[];
  today: string;
  openListings: number;
  action: Action<unknown>;
}) {
  const t = useTranslations("register.move");
  const [open, setOpen] = useState(false);
  const words = useRegisterWords();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("description")}
      trigger={<Button variant="primary">{t("open")}</Button>}
    >
      <Form
        id={`lifecycle-${seen.id}`}
        schema={lifecycleChange}
        action={action}
        fixed={seen}
        words={words}
        defaultValues={{
          move: moves[0],
          effectiveOn: today,
          documentNumber: "",
          documentDate: null,
          note: "",
        }}
        onDone={() => setOpen(false)}
      >
        <FormRadios name="move" label={t("which")} choices={moves.map((value) => ({ value, label: t(value) }))} />
        {openListings > 0 && moves.some((move) => lifecycleWorkflow.moves[move].to !== "OPERATING") && (
          <Notice kind="waiting">{t("openListings", { count: openListings })}</Notice>
        )}
        <FormDay name="effectiveOn" label={t("effectiveOn")} max={today} />
        <FormText name="documentNumber" label={t("documentNumber")} />
        <FormDay name="documentDate" label={t("documentDate")} max={today} />
        <FormTextarea name="note" label={t("note")} help={t("noteHelp")} rows={3} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
