"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormNumber } from "@/components/forms/typed-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { IconName } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { formatDay } from "@/lib/core/day";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { possibleExtensions } from "@/lib/vacancies/deadline";
import { contactChange, hiring, withdrawal } from "@/lib/vacancies/desk-schema";
import { vacancyWorkflow } from "@/lib/vacancies/workflow";
import { useAct } from "../../_parts/use-act";
import {
  changeContact,
  copyVacancy,
  extendDeadline,
  recallVacancy,
  removeVacancy,
  reopenVacancy,
  reportFilled,
  withdrawVacancy,
} from "../actions";
import { useVacancyWords } from "./words";

export type ActsProps = {
  id: number;
  version: number;
  status: VacancyStatus;
  submissionNo: number;
  headcount: number;
  filledCount: number;
  deadline: string | null;
  publishedOn: string | null;
  today: string;
  contact: { contactName: string | null; contactPhone: string | null; contactEmail: string | null };
};

type FormProps = Parameters<typeof Form>[0];

/** A short form over the page; closes when it is done. */
function FormDialog({
  icon,
  variant,
  words,
  button,
  ...form
}: Pick<FormProps, "id" | "schema" | "action" | "defaultValues" | "fixed" | "children"> & {
  icon: IconName;
  variant?: "primary" | undefined;
  button: string;
  words: { title: string; body: string; confirm: string; done: string };
}) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const own = useVacancyWords();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={icon} variant={variant}>
          {button}
        </Button>
      }
      title={words.title}
      description={words.body}
    >
      <Form
        {...form}
        words={own}
        onDone={() => {
          setOpen(false);
          toast.done(words.done);
        }}
      >
        {form.children}
        <SubmitButton>{words.confirm}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** What the enterprise may do with a vacancy in its present state, as the workflow's table says. */
export function Acts({ id, version, status, submissionNo, headcount, filledCount, deadline, ...vacancy }: ActsProps) {
  const t = useTranslations("vacancies.desk.acts");
  const field = useTranslations("vacancies.field");
  const locale = useLocale();
  const router = useRouter();
  const { act, attempt, pending } = useAct();
  const target = { id, version };
  const may = (move: Parameters<typeof vacancyWorkflow.can>[0]) => vacancyWorkflow.can(move, status, "enterprise");
  const list = href(locale, "enterprise", "vacancies");
  const words = (key: "filled" | "reopen" | "contact" | "withdraw") => ({
    title: t(`${key}.title`),
    body: key === "withdraw" && vacancy.publishedOn ? t("withdraw.publicBody") : t(`${key}.body`),
    confirm: t(`${key}.confirm`),
    done: t(`${key}.done`),
  });
  const extensions =
    status === "PUBLISHED" && deadline && vacancy.publishedOn
      ? possibleExtensions(deadline, vacancy.today, vacancy.publishedOn)
      : [];

  return (
    <div className="flex flex-wrap gap-2">
      {may("submit") && (
        <LinkButton
          as={Link}
          variant="primary"
          icon="pencil"
          href={href(locale, "enterprise", "vacancies", id, "edit")}
        >
          {t(status === "RETURNED" ? "correct" : "continue")}
        </LinkButton>
      )}
      {may("fill") && (
        <FormDialog
          id={`filled-${id}`}
          icon="users"
          variant="primary"
          button={t("filled.button")}
          words={words("filled")}
          schema={hiring}
          action={reportFilled}
          fixed={target}
          defaultValues={{ filledCount }}
        >
          <FormNumber name="filledCount" label={t("filled.label")} help={t("filled.help", { headcount })} />
        </FormDialog>
      )}
      {may("reopen") && deadline !== null && deadline >= vacancy.today && (
        <FormDialog
          id={`reopen-${id}`}
          icon="rotate-ccw"
          button={t("reopen.button")}
          words={words("reopen")}
          schema={hiring}
          action={reopenVacancy}
          fixed={target}
          defaultValues={{ filledCount: Math.max(0, headcount - 1) }}
        >
          <FormNumber name="filledCount" label={t("filled.label")} help={t("filled.help", { headcount })} />
        </FormDialog>
      )}
      {extensions.map((days) => (
        <Button
          key={days}
          icon="calendar"
          aria-disabled={pending || undefined}
          onClick={() => act(() => extendDeadline({ ...target, days }), t("extended"))}
        >
          {t("extend", { days })}
        </Button>
      ))}
      {(status === "APPROVED" || status === "PUBLISHED") && (
        <FormDialog
          id={`contact-${id}`}
          icon="phone"
          button={t("contact.button")}
          words={words("contact")}
          schema={contactChange}
          action={changeContact}
          fixed={target}
          defaultValues={vacancy.contact}
        >
          <FormText name="contactName" label={field("contactName")} optional maxLength={100} />
          <FormText name="contactPhone" label={field("contactPhone")} type="tel" maxLength={40} />
          <FormText name="contactEmail" label={field("contactEmail")} type="email" maxLength={200} />
        </FormDialog>
      )}
      {may("recall") && (
        <ConfirmDialog
          trigger={<Button icon="undo-2">{t("recall.button")}</Button>}
          title={t("recall.title")}
          confirm={t("recall.confirm")}
          onConfirm={() => attempt(() => recallVacancy(target), t("recall.done"))}
        >
          {t("recall.body")}
        </ConfirmDialog>
      )}
      <Button
        icon="copy"
        aria-disabled={pending || undefined}
        onClick={() =>
          act(
            () => copyVacancy({ id }),
            t("copied"),
            (made) => router.push(href(locale, "enterprise", "vacancies", made.id, "edit")),
          )
        }
      >
        {t("copy")}
      </Button>
      {may("withdraw") && (
        <FormDialog
          id={`withdraw-${id}`}
          icon="ban"
          button={t("withdraw.button")}
          words={words("withdraw")}
          schema={withdrawal}
          action={withdrawVacancy}
          fixed={target}
          defaultValues={{ reason: "" }}
        >
          <FormTextarea name="reason" label={t("withdraw.label")} help={t("withdraw.help")} maxLength={500} />
        </FormDialog>
      )}
      {status === "DRAFT" && submissionNo === 0 && (
        <ConfirmDialog
          danger
          trigger={
            <Button icon="trash" variant="quiet">
              {t("remove.button")}
            </Button>
          }
          title={t("remove.title")}
          confirm={t("remove.confirm")}
          onConfirm={() =>
            attempt(
              () => removeVacancy(target),
              t("remove.done"),
              () => router.push(list),
            )
          }
        >
          {t("remove.body")}
        </ConfirmDialog>
      )}
      {deadline && extensions.length > 0 && (
        <p className="w-full text-mist-600 text-sm">{t("deadlineNow", { day: formatDay(deadline) })}</p>
      )}
    </div>
  );
}
