"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { href } from "@/lib/i18n/paths";
import { repetition } from "@/lib/vacancies/desk-schema";
import { useVacancyWords } from "../vacancies/_parts/words";
import { createVacancy, repeatLastBatch } from "../vacancies/actions";
import { useAct } from "./use-act";

/** A new draft, opened at once. */
export function PostNeed({ variant = "primary" }: Pick<ButtonLook, "variant">) {
  const t = useTranslations("vacancies.desk");
  const locale = useLocale();
  const router = useRouter();
  const { act, pending } = useAct();
  return (
    <Button
      variant={variant}
      icon="plus"
      aria-disabled={pending || undefined}
      onClick={() =>
        act(
          () => createVacancy({}),
          t("draftMade"),
          ({ id }) => router.push(href(locale, "enterprise", "vacancies", id, "edit")),
        )
      }
    >
      {t("postNeed")}
    </Button>
  );
}

/** All listings of the last batch as drafts for the next, with one deadline for all. */
export function RepeatBatch({
  name,
  count,
  deadline,
}: {
  /** "đợt 2 tháng 7/2024" */
  name: string;
  count: number;
  /** Proposed last day to apply. */
  deadline: string;
}) {
  const t = useTranslations("vacancies.desk.repeat");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const words = useVacancyWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="copy">{t("button", { count })}</Button>}
      title={t("title", { name })}
      description={t("body", { count })}
    >
      <Form
        id="repeat-batch"
        schema={repetition}
        action={repeatLastBatch}
        defaultValues={{ deadline }}
        words={words}
        onDone={({ created }) => {
          setOpen(false);
          toast.done(t("done", { created }));
          router.push(`${href(locale, "enterprise", "vacancies")}?tab=mine`);
        }}
      >
        <FormDay name="deadline" label={t("deadline")} help={t("deadlineHelp")} />
        <SubmitButton>{t("confirm", { count })}</SubmitButton>
      </Form>
    </Dialog>
  );
}
