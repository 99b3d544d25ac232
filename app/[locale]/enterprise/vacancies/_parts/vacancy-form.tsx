"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Form } from "@/components/forms/form";
import type { Choice } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { ContentNames } from "@/components/vacancies/field-value";
import type { Result } from "@/lib/core/result";
import { href } from "@/lib/i18n/paths";
import type { Finding } from "@/lib/vacancies/findings";
import type { VacancyContent } from "@/lib/vacancies/schema";
import type { SectionKey } from "@/lib/vacancies/sections";
import { savable, typedOf, typedSubmission } from "@/lib/vacancies/typed";
import { saveDraft, submitVacancy } from "../actions";
import { Steps } from "./steps";
import { useVacancyWords } from "./words";

export type VacancyFormProps = {
  id: number;
  version: number;
  content: VacancyContent;
  /** The user's id: whose words the device keeps. */
  owner: number;
  startAt: SectionKey;
  parks: readonly Choice[];
  names: ContentNames;
  findings: readonly Finding[];
  enterpriseName: string;
  maySubmit: boolean;
};

/** A problem of `content.titleVi` in the command's input is one of `titleVi` in the form. */
const ofForm = <T,>(result: Result<T>): Result<T> =>
  result.ok || !result.fields
    ? result
    : {
        ...result,
        fields: result.fields.map((field) => ({ ...field, path: field.path.filter((part) => part !== "content") })),
      };

/** The need, step by step. Each change is kept on the device at once and on the server after a pause. */
export function VacancyForm({ id, version, content, owner, findings: first, ...about }: VacancyFormProps) {
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations("vacancies.desk");
  const toast = useToast();
  const words = useVacancyWords();
  const [findings, setFindings] = useState(first);
  // What the server has. Saving and submitting both write, so the version is counted here and not in the form's answer.
  const saved = useRef({ version, content });

  async function save(typed: Record<string, unknown>) {
    const next = savable(typed, saved.current.content);
    const result = ofForm(await saveDraft({ id, version: saved.current.version, content: next }));
    if (result.ok) {
      saved.current = { version: result.value.version, content: next };
      setFindings(result.value.findings);
    }
    return result;
  }

  return (
    <Form
      id={`vacancy-${id}`}
      schema={typedSubmission}
      defaultValues={typedOf(content)}
      fixed={{ version }}
      words={words}
      autosave={{ owner, save: (input) => save(input as Record<string, unknown>) }}
      action={async (input, meta) => {
        const kept = await save(input as Record<string, unknown>);
        return kept.ok ? submitVacancy({ id, version: kept.value.version }, meta) : kept;
      }}
      onDone={({ batch }) => {
        toast.done(t("submitted"), t("submittedTo", { no: batch.no, month: batch.month, year: batch.year }));
        router.push(href(locale, "enterprise", "vacancies", id));
      }}
    >
      <Steps {...about} findings={findings} />
    </Form>
  );
}
