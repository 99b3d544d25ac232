"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormRadios, FormTextarea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { givenOpinion } from "@/lib/subsidies/review-schema";
import { give } from "../actions";

const verdicts = ["AGREES", "AGREES_WITH_RESERVE", "DISAGREES"] as const;

/** A unit's answer to what it was asked. */
export function OpinionForm({ row }: { row: { id: number; version: number } }) {
  const t = useTranslations("dossierReview");
  return (
    <ActDialog
      id={`opinion-${row.id}`}
      schema={givenOpinion}
      action={give}
      fixed={row}
      values={{ verdict: "", answer: "" }}
      title={t("giveTitle")}
      confirm={t("give")}
      done={t("given")}
      trigger={<Button variant="primary">{t("give")}</Button>}
    >
      <FormRadios
        name="verdict"
        label={t("verdictLabel")}
        choices={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
      <FormTextarea name="answer" label={t("answerLabel")} rows={4} />
    </ActDialog>
  );
}
