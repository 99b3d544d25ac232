"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { movedOffer } from "@/lib/cohorts/internship-schema";
import { type OfferMove, offerMoves, offerWorkflow } from "@/lib/cohorts/internship-workflow";
import type { InternshipOfferState } from "@/lib/db/generated/enums";
import type { Action } from "@/lib/web/action";
import { MoveDialog } from "./move-dialog";
import { useInternshipWords } from "./use-internship-words";

/** What the enterprise may do with its offer now. */
export function OfferActs({
  seen,
  state,
  move,
}: {
  seen: { id: number; version: number };
  state: InternshipOfferState;
  move: Action<unknown>;
}) {
  const t = useTranslations("internships");
  const { sayRefusal } = useWords(useInternshipWords());
  const toast = useToast();
  const [pending, start] = useTransition();
  const act = (which: OfferMove) =>
    start(async () => {
      const result = await move({ ...seen, move: which, reason: null });
      if (result.ok) toast.done(t("done"));
      else toast.failed(sayRefusal(result));
    });
  return offerMoves
    .filter((one) => offerWorkflow.can(one, state, "keeper"))
    .map((one) =>
      one === "withdraw" ? (
        <MoveDialog
          key={one}
          id={`withdraw-${seen.id}`}
          schema={movedOffer}
          action={move}
          fixed={{ ...seen, move: one }}
          values={{ reason: "" }}
          title={t("offerMove.withdraw")}
          trigger={<Button variant="quiet">{t("offerMove.withdraw")}</Button>}
        >
          <FormTextarea name="reason" label={t("reason")} />
        </MoveDialog>
      ) : (
        <Button key={one} aria-disabled={pending || undefined} onClick={() => !pending && act(one)}>
          {t(`offerMove.${one}`)}
        </Button>
      ),
    );
}
