"use client";

import { useTranslations } from "next-intl";
import { useMoneyWords } from "@/components/budget/use-money-words";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { explainedEstimate, proposedEstimate } from "@/lib/budget/estimate-schema";
import type { EstimateMove } from "@/lib/budget/estimate-workflow";
import { decidedProposal } from "@/lib/budget/schema";
import { decide, gather, giveBack, propose, submit, takeBack, withdraw } from "../actions";

type Seen = { id: number; version: number };

/** An act that needs no words but a yes. */
function Plain({
  name,
  variant,
  onConfirm,
  sum,
}: {
  name: "submit" | "gather" | "takeBack" | "approve";
  variant?: "primary" | "secondary";
  onConfirm: () => Promise<{ ok: true } | Parameters<ReturnType<typeof useWords>["sayRefusal"]>[0]>;
  sum?: string | undefined;
}) {
  const t = useTranslations("estimates");
  const { sayRefusal } = useWords(useMoneyWords());
  return (
    <ConfirmDialog
      trigger={<Button variant={variant ?? "secondary"}>{t(`act.${name}.act`)}</Button>}
      title={t(`act.${name}.title`)}
      confirm={t(`act.${name}.act`)}
      onConfirm={async () => {
        const result = await onConfirm();
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      <p>{t(`act.${name}.body`, { amount: sum ?? "" })}</p>
    </ConfirmDialog>
  );
}

/** The acts that somebody may make on an estimate now; the proposal's are those of the ledger. */
export function EstimateActs({
  estimate,
  proposal,
  moves,
  gathers,
  amount,
}: {
  estimate: Seen;
  proposal: Seen | null;
  moves: readonly EstimateMove[];
  gathers: boolean;
  /** đồng that is asked for, as shown. */
  amount: string;
}) {
  const t = useTranslations("estimates");
  const words = useMoneyWords();
  const explained = (name: "withdraw" | "return" | "refuse") =>
    moves.includes(name) && (
      <ActDialog
        key={name}
        id={`estimate-${name}-${estimate.id}`}
        schema={name === "refuse" ? decidedProposal : explainedEstimate}
        action={name === "withdraw" ? withdraw : name === "return" ? giveBack : decide}
        fixed={name === "refuse" && proposal ? { ...proposal, decision: "REFUSED" } : estimate}
        values={name === "refuse" ? { note: "" } : { reason: "" }}
        title={t(`act.${name}.title`)}
        confirm={t(`act.${name}.act`)}
        done={t(`act.${name}.done`)}
        words={words}
        trigger={<Button variant={name === "withdraw" ? "quiet" : "secondary"}>{t(`act.${name}.act`)}</Button>}
      >
        <FormTextarea name={name === "refuse" ? "note" : "reason"} label={t("reason")} rows={3} />
      </ActDialog>
    );
  return (
    <>
      {gathers && <Plain name="gather" onConfirm={() => gather(estimate)} />}
      {explained("withdraw")}
      {explained("return")}
      {moves.includes("takeBack") && proposal && <Plain name="takeBack" onConfirm={() => takeBack(proposal)} />}
      {explained("refuse")}
      {moves.includes("submit") && (
        <Plain name="submit" variant="primary" sum={amount} onConfirm={() => submit(estimate)} />
      )}
      {moves.includes("propose") && (
        <ActDialog
          id={`estimate-propose-${estimate.id}`}
          schema={proposedEstimate}
          action={propose}
          fixed={estimate}
          values={{ document: "", documentOn: null }}
          title={t("act.propose.title")}
          body={t("act.propose.body", { amount })}
          confirm={t("act.propose.act")}
          done={t("act.propose.done")}
          words={words}
          trigger={<Button variant="primary">{t("act.propose.act")}</Button>}
        >
          <FormText name="document" label={t("field.document")} help={t("help.document")} />
          <FormDay name="documentOn" label={t("field.documentOn")} />
        </ActDialog>
      )}
      {moves.includes("approve") && proposal && (
        <Plain
          name="approve"
          variant="primary"
          sum={amount}
          onConfirm={() => decide({ ...proposal, decision: "APPROVED", note: null })}
        />
      )}
    </>
  );
}
