"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DossierActs } from "./dossier-acts";
import { useDossierWords } from "./use-dossier-words";

/** Takes a request for a change back, as long as nobody has decided on it. */
export function TakeChangeBack({
  seen,
  takeChangeBack,
}: {
  seen: { id: number; requestId: number; version: number };
  takeChangeBack: DossierActs["takeChangeBack"];
}) {
  const t = useTranslations("dossiers.change");
  const { sayRefusal } = useWords(useDossierWords());
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" icon="undo-2">
          {t("takeBack")}
        </Button>
      }
      title={t("takeBackTitle")}
      confirm={t("takeBack")}
      onConfirm={async () => {
        const result = await takeChangeBack(seen);
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      {t("takeBackBody")}
    </ConfirmDialog>
  );
}
