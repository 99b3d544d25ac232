"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { LateFilter } from "@/lib/deadlines/escalation-list";
import type { Action } from "@/lib/web/action";
import { useLateWords } from "./use-late-words";

/** Asks for all late reports of the list as it is filtered, after a question that says how many they are. */
export function ChaseButton({
  action,
  filter,
  count,
}: {
  action: Action<{ people: number; reports: number; unreachable: number }>;
  filter: LateFilter;
  count: number;
}) {
  const t = useTranslations("reminders.late.chase");
  const { sayRefusal } = useWords(useLateWords());
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="primary" icon="send">
          {t("open", { count })}
        </Button>
      }
      title={t("title", { count })}
      confirm={t("confirm")}
      onConfirm={async () => {
        const result = await action(filter);
        if (!result.ok) return sayRefusal(result);
        toast.done(t("done", result.value));
        return undefined;
      }}
    >
      <p>{t("body")}</p>
    </ConfirmDialog>
  );
}
