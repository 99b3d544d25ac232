"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { askedExtension } from "@/lib/reports/submission-schema";
import type { ReporterActs } from "./acts";
import { useReportVersion } from "./report-version";
import { useDutyWords } from "./use-duty-words";

/** Asks for more time, with a reason. */
export function ExtensionForm({ id, ask }: { id: number; ask: ReporterActs["ask"] }) {
  const { version } = useReportVersion();
  const t = useTranslations("duties.extension");
  const words = useDutyWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("body")}
      trigger={<Button icon="clock">{t("ask")}</Button>}
    >
      <Form
        id={`extension-${id}`}
        schema={askedExtension}
        action={ask}
        words={words}
        fixed={{ id, version }}
        defaultValues={{ untilOn: "", reason: "" }}
        onDone={() => setOpen(false)}
      >
        <FormDay name="untilOn" label={t("until")} help={t("untilHint")} />
        <FormTextarea name="reason" label={t("reason")} rows={3} />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
