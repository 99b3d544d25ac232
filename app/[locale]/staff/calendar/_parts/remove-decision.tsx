"use client";

import { useTranslations } from "next-intl";
import { MovedList } from "@/components/deadlines/moved-list";
import { AskDialog } from "@/components/forms/ask-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { preview, remove } from "../actions";

/** Takes a decision out, after showing which due days that moves. */
export function RemoveDecision({ id, citation }: { id: number; citation: string }) {
  const t = useTranslations("deadlines.calendar");
  const toast = useToast();
  return (
    <AskDialog
      trigger={
        <Button size="sm" variant="quiet" icon="trash" aria-label={t("removeOne", { citation })}>
          {t("remove")}
        </Button>
      }
      title={t("removeOne", { citation })}
      ask={() => preview({ id, content: null })}
      show={({ moved }) => <MovedList moved={moved} />}
      confirm={t("remove")}
      danger
      act={() => remove({ id })}
      onDone={({ moved }) => toast.done(t("removed"), t("moves", { count: moved.length }))}
    />
  );
}
