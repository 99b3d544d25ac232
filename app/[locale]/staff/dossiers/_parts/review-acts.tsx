"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Result } from "@/lib/core/result";
import type { DossierState } from "@/lib/db/generated/enums";
import { askedOpinion, notedCorrection, opinionUnits, sentCorrections } from "@/lib/subsidies/review-schema";
import { askAct, assign, closeAct, noteAct, openAct, seenAct, sendAct } from "../actions";

const kinds = ["MISSING", "WRONG", "OUTDATED"] as const;
const renewEvery = 5 * 60_000;

/** What an officer does with a dossier as a whole; while it is examined, others are told that it is open. */
export function ReviewHeaderActs({
  seen,
  state,
  userId,
  holderId,
  waiting,
  unseen,
  examines,
}: {
  seen: { id: number; version: number };
  state: DossierState;
  userId: number;
  holderId: number | null;
  waiting: number;
  unseen: boolean;
  examines: boolean;
}) {
  const t = useTranslations("dossierReview");
  const units = useTranslations("dossierReview.unit");
  const { sayRefusal } = useWords(useDossierReviewWords());
  const toast = useToast();
  const [other, setOther] = useState<string | null>(null);
  const { id } = seen;
  useEffect(() => {
    if (!examines) return;
    const open = async () => {
      const result = await openAct({ id }).catch(() => null);
      if (result?.ok) setOther(result.value.by);
    };
    void open();
    const timer = setInterval(open, renewEvery);
    return () => {
      clearInterval(timer);
      closeAct({ id }).catch(() => null);
    };
  }, [examines, id]);
  const say = (result: Result<unknown>, done: string) => toast.done(result.ok ? done : sayRefusal(result));
  const takes = ["SUBMITTED", "IN_REVIEW", "CORRECTING"].includes(state) && holderId !== userId;
  return (
    <>
      {other && (
        <p role="status" className="font-semibold text-amber">
          {t("openBy", { name: other })}
        </p>
      )}
      {takes && (
        <Button
          variant="primary"
          onClick={async () => say(await assign({ items: [seen], toUserId: userId }), t("taken"))}
        >
          {t("take")}
        </Button>
      )}
      {unseen && <Button onClick={async () => say(await seenAct({ id }), t("seenDone"))}>{t("markSeen")}</Button>}
      {examines && (
        <>
          <ActDialog
            id={`correct-${id}`}
            schema={notedCorrection}
            action={noteAct}
            fixed={{ id }}
            values={{ kind: "MISSING", position: "", field: "", paperCode: "", message: "" }}
            title={t("correctTitle")}
            body={t("correctBody")}
            confirm={t("correct")}
            done={t("corrected")}
            trigger={<Button icon="plus">{t("correct")}</Button>}
          >
            <FormSelect
              name="kind"
              label={t("kind")}
              choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <FormText name="position" label={t("position")} inputMode="numeric" optional />
            <FormText name="field" label={t("field")} optional />
            <FormText name="paperCode" label={t("paperCode")} optional />
            <FormTextarea name="message" label={t("message")} rows={3} />
          </ActDialog>
          {waiting > 0 && (
            <ActDialog
              id={`send-${id}`}
              schema={sentCorrections}
              action={sendAct}
              fixed={seen}
              values={{ note: "" }}
              title={t("sendTitle", { count: waiting })}
              body={t("sendBody")}
              confirm={t("send")}
              done={t("sent")}
              trigger={
                <Button variant="primary" icon="undo-2">
                  {t("send")}
                </Button>
              }
            >
              <FormTextarea name="note" label={t("note")} rows={3} optional />
            </ActDialog>
          )}
          <ActDialog
            id={`opinion-${id}`}
            schema={askedOpinion}
            action={askAct}
            fixed={{ id }}
            values={{ unit: "SUPERVISION", question: "", dueOn: "" }}
            title={t("askTitle")}
            confirm={t("ask")}
            done={t("asked")}
            trigger={<Button>{t("ask")}</Button>}
          >
            <FormSelect
              name="unit"
              label={t("unitLabel")}
              choices={opinionUnits.map((value) => ({ value, label: units(value) }))}
            />
            <FormTextarea name="question" label={t("question")} rows={3} />
            <FormDay name="dueOn" label={t("answerBy")} />
          </ActDialog>
        </>
      )}
    </>
  );
}
