"use client";

import { useTranslations } from "next-intl";
import { FormCheckbox, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { PayDialog } from "@/components/payments/pay-dialog";
import { usePaymentWords } from "@/components/payments/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EitherPayee, PayWhen } from "@/lib/db/generated/enums";
import {
  explainedPaymentAct,
  gatheredPayments,
  type PaymentTotals,
  saidTerms,
  sentPayments,
} from "@/lib/payments/schema";
import type { PaymentMove } from "@/lib/payments/workflow";
import { backFromCheck, backFromLeader, check, dissolve, drop, gather, propose, say, send } from "../actions";

type Shown = { id: number; version: number; seen: PaymentTotals };
const forward = { propose, check, dissolve };
const back = { returnProposed: backFromCheck, returnChecked: backFromLeader };

/** The acts that somebody may make on a batch now; the totals that stand in sight go along. */
export function BatchActs({ batch, moves }: { batch: Shown; moves: readonly PaymentMove[] }) {
  const t = useTranslations("payments");
  const { sayRefusal } = useWords(usePaymentWords());
  return moves.map((move) => {
    const words = { title: t(`move.${move}.title`), confirm: t(`move.${move}.act`), done: t(`move.${move}.done`) };
    if (move === "returnProposed" || move === "returnChecked")
      return (
        <PayDialog
          key={move}
          id={`${move}-${batch.id}`}
          schema={explainedPaymentAct}
          action={back[move]}
          fixed={batch}
          values={{ reason: "" }}
          {...words}
          trigger={<Button icon="undo-2">{words.confirm}</Button>}
        >
          <FormTextarea name="reason" label={t("reason")} rows={3} />
        </PayDialog>
      );
    if (move === "send")
      return (
        <PayDialog
          key={move}
          id={`send-${batch.id}`}
          schema={sentPayments}
          action={send}
          fixed={batch}
          values={{ document: "" }}
          {...words}
          body={t("sendBody")}
          trigger={
            <Button variant="primary" icon="send">
              {words.confirm}
            </Button>
          }
        >
          <FormText name="document" label={t("document")} help={t("documentHelp")} />
        </PayDialog>
      );
    return (
      <ConfirmDialog
        key={move}
        danger={move === "dissolve"}
        trigger={<Button variant={move === "dissolve" ? "quiet" : "primary"}>{words.confirm}</Button>}
        title={words.title}
        confirm={words.confirm}
        onConfirm={async () => {
          const result = await forward[move](batch);
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        <p>{t("totals", batch.seen)}</p>
      </ConfirmDialog>
    );
  });
}

/** Takes a transfer out of a batch that is being gathered. */
export function DropAct({ batch, lineId, name }: { batch: Omit<Shown, "seen">; lineId: number; name: string }) {
  const t = useTranslations("payments");
  const { sayRefusal } = useWords(usePaymentWords());
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="quiet" aria-label={`${t("drop")}: ${name}`}>
          {t("drop")}
        </Button>
      }
      title={t("dropOf", { name })}
      confirm={t("drop")}
      onConfirm={async () => {
        const result = await drop({ ...batch, lineId });
        return result.ok ? undefined : sayRefusal(result);
      }}
    />
  );
}

/** Gathers what is payable now into a batch. */
export function GatherAct({ policyId, title }: { policyId: number; title: string }) {
  const t = useTranslations("payments");
  return (
    <PayDialog
      id={`gather-${policyId}`}
      schema={gatheredPayments}
      action={gather}
      fixed={{ policyId }}
      values={{ title }}
      title={t("gather")}
      body={t("gatherBody")}
      confirm={t("gather")}
      done={t("gathered")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("gather")}
        </Button>
      }
    >
      <FormText name="title" label={t("batchTitle")} />
    </PayDialog>
  );
}

/** Says when a policy's money falls due and to whom what may go to either. */
export function TermsAct({
  policyId,
  terms,
}: {
  policyId: number;
  terms: { payWhen: PayWhen; eitherTo: EitherPayee; basis: string | null; verified: boolean };
}) {
  const t = useTranslations("payments");
  const { payWhen, eitherTo, basis, verified } = terms;
  return (
    <PayDialog
      id={`terms-${policyId}`}
      schema={saidTerms}
      action={say}
      fixed={{ policyId }}
      values={{ payWhen, eitherTo, basis: basis ?? "", verified }}
      title={t("terms.title")}
      body={t("terms.body")}
      confirm={t("terms.save")}
      done={t("terms.saved")}
      trigger={
        <Button size="sm" icon="pencil">
          {t("terms.change")}
        </Button>
      }
    >
      <FormSelect
        name="payWhen"
        label={t("terms.whenLabel")}
        choices={Object.values(PayWhen).map((value) => ({ value, label: t(`terms.when.${value}`) }))}
      />
      <FormSelect
        name="eitherTo"
        label={t("terms.eitherLabel")}
        choices={Object.values(EitherPayee).map((value) => ({ value, label: t(`terms.either.${value}`) }))}
      />
      <FormTextarea name="basis" label={t("terms.basis")} help={t("terms.basisHelp")} rows={2} />
      <FormCheckbox name="verified" label={t("terms.verified")} />
    </PayDialog>
  );
}
