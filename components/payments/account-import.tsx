"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormFile } from "@/components/forms/file-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AccountRow } from "@/lib/payments/account-import-commands";
import { accountTable } from "@/lib/payments/account-schema";
import type { Action } from "@/lib/web/action";
import { PayDialog } from "./pay-dialog";

/** Takes a table of learners' accounts in and says what became of each row. */
export function AccountImport({ action }: { action: Action<{ taken: number; rows: AccountRow[] }> }) {
  const t = useTranslations("payments.import");
  const [result, setResult] = useState<{ taken: number; rows: AccountRow[] } | null>(null);
  const refused = result?.rows.filter(({ outcome }) => outcome !== "ok" && outcome !== "known") ?? [];
  return (
    <div className="space-y-4">
      <PayDialog
        id="account-table"
        schema={accountTable}
        action={action}
        values={{ accountFile: null }}
        title={t("title")}
        body={t("body")}
        confirm={t("take")}
        done=""
        onDone={setResult}
        trigger={<Button icon="upload">{t("title")}</Button>}
      >
        <FormFile name="accountFile" label={t("file")} help={t("fileHelp")} accept=".xlsx,.csv,.txt" />
      </PayDialog>
      {result && (
        <Notice
          live
          kind={refused.length > 0 ? "waiting" : "done"}
          title={t("taken", { taken: result.taken, rows: result.rows.length })}
        >
          {refused.length > 0 && (
            <ul className="list-disc pl-5">
              {refused.slice(0, 100).map(({ row, outcome }) => (
                <li key={row}>{t("row", { row, why: t(`outcome.${outcome}`) })}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </div>
  );
}
