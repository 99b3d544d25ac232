"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/forms/use-words";
import { usePaperWords } from "@/components/papers/use-paper-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { decide } from "../../actions";

/** Puts a version in force; `id` null is the one that the portal brings along. */
export function UseButton({ id, name }: { id: number | null; name: string }) {
  const t = useTranslations("papers.templates");
  const { sayRefusal } = useWords(usePaperWords());
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="quiet">
          {t("use")}
          <span className="sr-only">: {name}</span>
        </Button>
      }
      title={t("useOne", { name })}
      confirm={t("use")}
      onConfirm={async () => {
        const result = await decide({ kind: "LETTER", id });
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      {t("useBody")}
    </ConfirmDialog>
  );
}
