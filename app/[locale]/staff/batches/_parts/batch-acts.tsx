"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { BatchProposal } from "@/lib/vacancies/batch-rules";
import { withdrawnBatch } from "@/lib/vacancies/batch-schema";
import type { BatchMove } from "@/lib/vacancies/batch-workflow";
import { close, collect, review, withdraw } from "../actions";
import { BatchForm } from "./batch-form";
import { useBatchWords } from "./use-batch-words";

/** The acts that the workflow allows on a batch; publishing has a page of its own. */
export function BatchActs({
  batch,
  name,
  values,
  moves,
  editable,
  published,
  open,
}: {
  batch: { id: number; version: number };
  name: string;
  values: BatchProposal;
  moves: readonly BatchMove[];
  editable: boolean;
  published: boolean;
  /** Listings of the batch that are still open. */
  open: number;
}) {
  const t = useTranslations("batches");
  const words = useBatchWords();
  const { sayRefusal } = useWords(words);
  const [shown, setShown] = useState<"edit" | "withdraw" | null>(null);
  const { id, version } = batch;
  const seen = { id, version };
  const run = async (act: typeof review) => {
    const result = await act(seen);
    return result.ok ? undefined : sayRefusal(result);
  };
  return (
    <>
      {editable && (
        <Dialog
          open={shown === "edit"}
          onOpenChange={(next) => setShown(next ? "edit" : null)}
          title={t("edit.title")}
          trigger={<Button icon="pencil">{t("edit.open")}</Button>}
        >
          <BatchForm values={values} batch={seen} onDone={() => setShown(null)} />
        </Dialog>
      )}
      {moves.includes("review") && (
        <ConfirmDialog
          trigger={<Button>{t("act.review")}</Button>}
          title={t("act.reviewTitle")}
          confirm={t("act.review")}
          onConfirm={() => run(review)}
        >
          {t("act.reviewBody")}
        </ConfirmDialog>
      )}
      {moves.includes("collectAgain") && (
        <ConfirmDialog
          trigger={<Button>{t("act.collectAgain")}</Button>}
          title={t("act.collectAgain")}
          confirm={t("act.collectAgain")}
          onConfirm={() => run(collect)}
        />
      )}
      {moves.includes("close") && (
        <ConfirmDialog
          trigger={<Button>{t("act.close")}</Button>}
          title={t("act.closeTitle")}
          confirm={t("act.close")}
          onConfirm={() => run(close)}
        >
          {t("act.closeBody")}
        </ConfirmDialog>
      )}
      {moves.includes("withdraw") && (
        <Dialog
          open={shown === "withdraw"}
          onOpenChange={(next) => setShown(next ? "withdraw" : null)}
          title={t("withdraw.title", { batch: name })}
          description={published ? t("withdraw.after", { count: open }) : t("withdraw.before")}
          trigger={<Button variant="danger">{t("act.withdraw")}</Button>}
        >
          <Form
            id={`withdraw-batch-${id}`}
            schema={withdrawnBatch}
            action={withdraw}
            defaultValues={{ note: "" }}
            fixed={seen}
            words={words}
            onDone={() => setShown(null)}
          >
            <FormTextarea name="note" label={t("withdraw.note")} maxLength={1000} />
            <div className="flex justify-end">
              <SubmitButton variant="danger">{t("withdraw.confirm")}</SubmitButton>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  );
}
