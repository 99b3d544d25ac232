"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { Result } from "@/lib/core/result";
import { useImportWords } from "./use-import-words";

export function Discard({
  id,
  version,
  action,
}: {
  id: number;
  version: number;
  action: (input: unknown) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("imports.apply");
  const { sayRefusal } = useImportWords();
  const toast = useToast();
  return (
    <ConfirmDialog
      danger
      trigger={
        <Button variant="quiet" icon="trash">
          {t("discard")}
        </Button>
      }
      title={t("discardTitle")}
      confirm={t("discard")}
      onConfirm={async () => {
        const result = await action({ id, version });
        if (!result.ok) return sayRefusal(result);
        toast.done(t("discarded"));
        return undefined;
      }}
    >
      {t("discardBody")}
    </ConfirmDialog>
  );
}
