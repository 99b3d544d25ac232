"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { ReportForm } from "@/components/reports/report-form";
import { Notice } from "@/components/ui/notice";
import { ok } from "@/lib/core/result";
import type { FormDefinition } from "@/lib/reports/definition";

/** The form as who reports will see it: it can be tried and its rules checked, and nothing is kept. */
export function Preview({ id, definition }: { id: number; definition: FormDefinition }) {
  const t = useTranslations("forms.version");
  const [sound, setSound] = useState(false);
  return (
    <ReportForm
      id={`preview-${id}`}
      definition={definition}
      content={null}
      action={async () => ok(null)}
      onDone={() => setSound(true)}
    >
      {sound && (
        <Notice kind="done" live>
          {t("triedWell")}
        </Notice>
      )}
      <div>
        <SubmitButton variant="secondary">{t("try")}</SubmitButton>
      </div>
    </ReportForm>
  );
}
