"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormText } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { newDelegation } from "@/lib/subsidies/approval-schema";
import { delegate, revoke } from "../actions";

/** Names a deputy for a period, on a paper. */
export function DelegationForm({
  today,
  deputies,
}: {
  today: string;
  deputies: readonly { value: string; label: string }[];
}) {
  const t = useTranslations("dossierReview");
  return (
    <ActDialog
      id="delegate"
      schema={newDelegation}
      action={delegate}
      fixed={{}}
      values={{ toUserId: deputies[0]?.value ?? "", fromOn: today, untilOn: today, document: "" }}
      title={t("delegateTitle")}
      body={t("delegateBody")}
      confirm={t("delegate")}
      done={t("delegated")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("delegate")}
        </Button>
      }
    >
      <FormSelect name="toUserId" label={t("to")} choices={[...deputies]} />
      <FormDay name="fromOn" label={t("fromDay")} />
      <FormDay name="untilOn" label={t("untilDay")} />
      <FormText name="document" label={t("paper")} />
    </ActDialog>
  );
}

export function RevokeAct({ row, name }: { row: { id: number; version: number }; name: string }) {
  const t = useTranslations("dossierReview");
  const { sayRefusal } = useWords(useDossierReviewWords());
  return (
    <ConfirmDialog
      danger
      trigger={<Button size="sm">{t("revoke")}</Button>}
      title={t("revokeTitle", { name })}
      confirm={t("revoke")}
      onConfirm={async () => {
        const result = await revoke(row);
        return result.ok ? undefined : sayRefusal(result);
      }}
    />
  );
}
