"use client";

import { useTranslations } from "next-intl";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormCheckbox, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { reviewMessage } from "@/lib/subsidies/review-schema";
import { dropAct, messageAct, settleAct } from "../actions";

export function CorrectionActs({
  id,
  correctionId,
  act,
}: {
  id: number;
  correctionId: number;
  act: "drop" | "settle" | null;
}) {
  const t = useTranslations("dossierReview");
  const { sayRefusal } = useWords(useDossierReviewWords());
  const toast = useToast();
  if (!act) return null;
  return (
    <Button
      size="sm"
      onClick={async () => {
        const result = await (act === "drop" ? dropAct : settleAct)({ id, correctionId });
        toast.done(result.ok ? t(act === "drop" ? "dropDone" : "settleDone") : sayRefusal(result));
      }}
    >
      {t(act)}
    </Button>
  );
}

/** A message to the applicant, or a note that stays in the house. */
export function MessageForm({ id }: { id: number }) {
  const t = useTranslations("dossierReview");
  return (
    <Form
      id={`message-${id}`}
      schema={reviewMessage}
      action={messageAct}
      fixed={{ id }}
      defaultValues={{ body: "", internal: false }}
      again
      className="mb-5"
    >
      <FormTextarea name="body" label={t("message")} rows={3} />
      <FormCheckbox name="internal" label={t("internalHelp")} />
      <div>
        <SubmitButton>{t("write")}</SubmitButton>
      </div>
    </Form>
  );
}
