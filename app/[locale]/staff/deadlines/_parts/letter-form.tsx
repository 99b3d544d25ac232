"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormCheckboxes, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Notice } from "@/components/ui/notice";
import { type Day, formatDay } from "@/lib/core/day";
import { newLateLetter } from "@/lib/deadlines/escalation-letter-schema";
import type { LetterCandidate } from "@/lib/deadlines/escalation-work-queries";
import type { Action } from "@/lib/web/action";
import { useLateWords } from "./use-late-words";

/** Issues one numbered letter to the organisations that are chosen; those whose turn it is are chosen to begin with. */
export function LetterForm({
  action,
  period,
  candidates,
  registers,
  today,
  answerBy,
}: {
  action: Action<{ id: number; number: string }>;
  period: number;
  candidates: readonly LetterCandidate[];
  registers: readonly { id: number; label: string }[];
  today: Day;
  answerBy: Day;
}) {
  const t = useTranslations("reminders.late.letters");
  const locale = useLocale();
  const words = useLateWords();
  const router = useRouter();
  const [issued, setIssued] = useState<{ id: number; number: string } | null>(null);
  if (issued)
    return (
      <Notice kind="done" live title={t("issued", { number: issued.number })}>
        <a href={`/api/exports/letters/${issued.id}?locale=${locale}`} className="underline" download>
          {t("download")}
        </a>
      </Notice>
    );
  return (
    <Form
      id={`late-letter-${period}`}
      schema={newLateLetter}
      action={action}
      words={words}
      defaultValues={{
        assignmentIds: candidates.filter(({ due }) => due).map(({ id }) => String(id)),
        registerId: registers[0]?.id ?? null,
        issuedOn: today,
        answerBy,
        signerTitle: "",
        signerName: "",
      }}
      onDone={(done) => {
        setIssued(done);
        router.refresh();
      }}
    >
      <FormCheckboxes
        name="assignmentIds"
        label={t("whom", { count: candidates.length })}
        choices={candidates.map((one) => ({
          value: String(one.id),
          label: one.organisation,
          help: [
            one.parkVi,
            t("dueLate", { day: formatDay(one.dueOn), days: one.daysLate }),
            one.due ? t("turn") : null,
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormSelect
          name="registerId"
          label={t("register")}
          numeric
          choices={registers.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <FormDay name="issuedOn" label={t("issuedOn")} max={today} />
        <FormDay name="answerBy" label={t("answerBy")} min={today} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextarea name="signerTitle" label={t("signerTitle")} rows={2} optional />
        <FormText name="signerName" label={t("signerName")} optional />
      </div>
      <div>
        <SubmitButton>{t("issue")}</SubmitButton>
      </div>
    </Form>
  );
}
