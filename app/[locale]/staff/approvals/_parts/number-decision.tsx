"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import type { Day } from "@/lib/core/day";
import { numberedDecision } from "@/lib/subsidies/approval-schema";
import type { DecisionLetter } from "@/lib/subsidies/decision-letter";
import { numberAct } from "../actions";

/** Gives a decision its number: the button and the dialog behind it. */
export function NumberDecision({
  of,
  seen,
  registers,
  registerId,
  today,
  signerTitle,
}: {
  of: DecisionLetter["of"];
  seen: { id: number; version: number };
  registers: readonly { id: number; label: string }[];
  registerId: number | null;
  today: Day;
  signerTitle: string;
}) {
  const t = useTranslations("dossierReview.letter");
  return (
    <ActDialog
      id={`number-${of}-${seen.id}`}
      schema={numberedDecision}
      action={numberAct}
      fixed={{ ...seen, of }}
      values={{ registerId, issuedOn: today, signerTitle, signerName: "" }}
      title={t("give")}
      body={t("giveBody")}
      confirm={t("give")}
      done={t("given")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("give")}
        </Button>
      }
    >
      {registers.length > 1 && (
        <FormSelect
          name="registerId"
          label={t("register")}
          numeric
          choices={registers.map(({ id, label }) => ({ value: String(id), label }))}
        />
      )}
      <FormDay name="issuedOn" label={t("issuedOn")} max={today} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextarea name="signerTitle" label={t("signerTitle")} rows={2} optional />
        <FormText name="signerName" label={t("signerName")} optional />
      </div>
    </ActDialog>
  );
}
