"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { ReportForm } from "@/components/reports/report-form";
import { ReportView } from "@/components/reports/report-view";
import { Notice } from "@/components/ui/notice";
import { ok } from "@/lib/core/result";
import { type Answers, answersSchema } from "@/lib/reports/answers";
import type { FormDefinition } from "@/lib/reports/definition";

/** The form as who reports will see it, and as it is read after: it can be tried with its rules, and nothing is kept. */
export function Preview({ id, definition }: { id: number; definition: FormDefinition }) {
  const t = useTranslations("forms.version");
  const [tried, setTried] = useState<Answers | null>(null);
  return (
    <>
      <ReportForm
        id={`preview-${id}`}
        definition={definition}
        content={null}
        action={async (input) => {
          const parsed = answersSchema(definition).safeParse((input as { content: unknown }).content);
          setTried(parsed.data ?? null);
          return ok(null);
        }}
      >
        {tried && (
          <Notice kind="done" live>
            {t("triedWell")}
          </Notice>
        )}
        <div>
          <SubmitButton variant="secondary">{t("try")}</SubmitButton>
        </div>
      </ReportForm>
      {tried && (
        <section aria-label={t("asRead")} className="mt-8 space-y-4">
          <h2 className="text-xl">{t("asRead")}</h2>
          <ReportView definition={definition} content={tried} />
        </section>
      )}
    </>
  );
}
