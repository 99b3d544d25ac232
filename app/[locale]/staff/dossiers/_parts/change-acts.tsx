"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormTextarea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { grantedChange, refusedChange } from "@/lib/subsidies/change";
import { grantChangeAct, refuseChangeAct } from "../actions";

/** Grants a change with the sum that stands in sight, or refuses it with the reason. */
export function ChangeActs({
  seen,
  after,
}: {
  seen: { id: number; requestId: number; version: number };
  after: number;
}) {
  const t = useTranslations("dossierReview");
  return (
    <div className="flex flex-wrap gap-2">
      <ActDialog
        id={`grant-change-${seen.requestId}`}
        schema={grantedChange}
        action={grantChangeAct}
        fixed={{ ...seen, after }}
        values={{ note: "" }}
        title={t("grantChangeTitle")}
        body={t("grantChangeBody")}
        confirm={t("grantChange")}
        done={t("changeGranted")}
        trigger={<Button variant="primary">{t("grantChange")}</Button>}
      >
        <FormTextarea name="note" label={t("note")} rows={2} optional />
      </ActDialog>
      <ActDialog
        id={`refuse-change-${seen.requestId}`}
        schema={refusedChange}
        action={refuseChangeAct}
        fixed={seen}
        values={{ note: "" }}
        title={t("refuseChangeTitle")}
        confirm={t("refuseChange")}
        done={t("changeRefused")}
        danger
        trigger={<Button>{t("refuseChange")}</Button>}
      >
        <FormTextarea name="note" label={t("reason")} rows={3} />
      </ActDialog>
    </div>
  );
}
