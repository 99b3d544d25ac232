"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type Attempt, attemptFor } from "@/components/forms/attempt";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { publish } from "../actions";
import { useBatchWords } from "./use-batch-words";

/** Publishes a batch, once: a second try after a lost answer carries the same key. */
export function PublishButton({
  batch,
  name,
  summary,
  back,
}: {
  batch: { id: number; version: number };
  name: string;
  summary: string;
  back: string;
}) {
  const t = useTranslations("batches.publish");
  const { sayRefusal } = useWords(useBatchWords());
  const router = useRouter();
  const attempt = useRef<Attempt | null>(null);
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t("confirm")}</Button>}
      title={t("confirmTitle", { batch: name })}
      confirm={t("confirm")}
      onConfirm={async () => {
        attempt.current = attemptFor(batch, attempt.current);
        const result = await publish(batch, { idempotencyKey: attempt.current.key });
        if (!result.ok) return sayRefusal(result);
        router.push(back);
        return undefined;
      }}
    >
      <p>{summary}</p>
      <p className="mt-1">{t("whatFrozen")}</p>
    </ConfirmDialog>
  );
}
