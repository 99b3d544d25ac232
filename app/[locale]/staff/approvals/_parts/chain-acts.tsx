"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/lib/core/money";
import { explainedAct, type ListTotals } from "@/lib/subsidies/approval-schema";
import { rateRelease } from "@/lib/subsidies/policy-schema";
import type { ApprovalMove } from "@/lib/subsidies/workflow";
import { approve, backToHead, backToOfficer, check, dissolve, propose, release, takeOut } from "../actions";

type Shown = { id: number; version: number; seen: ListTotals };
const forward = { propose, check, approve, dissolve };
const back = { returnToOfficer: backToOfficer, returnToHead: backToHead };

/** The acts that somebody may make on a list now; the totals that stand in sight go along. */
export function ChainActs({ list, moves }: { list: Shown; moves: readonly ApprovalMove[] }) {
  const t = useTranslations("dossierReview");
  const locale = useLocale();
  const { sayRefusal } = useWords(useDossierReviewWords());
  const { dossiers, persons, amount } = list.seen;
  const totals = {
    dossiers: formatCount(dossiers, locale),
    persons: formatCount(persons, locale),
    amount: formatCount(amount, locale),
  };
  return moves.map((move) =>
    move === "returnToOfficer" || move === "returnToHead" ? (
      <ActDialog
        key={move}
        id={`${move}-${list.id}`}
        schema={explainedAct}
        action={back[move]}
        fixed={list}
        values={{ reason: "" }}
        title={t(`chain.${move}.title`)}
        confirm={t(`chain.${move}.act`)}
        done={t(`chain.${move}.done`)}
        trigger={<Button icon="undo-2">{t(`chain.${move}.act`)}</Button>}
      >
        <FormTextarea name="reason" label={t("reason")} rows={3} />
      </ActDialog>
    ) : (
      <ConfirmDialog
        key={move}
        danger={move === "dissolve"}
        trigger={<Button variant={move === "dissolve" ? "quiet" : "primary"}>{t(`chain.${move}.act`)}</Button>}
        title={t(`chain.${move}.title`)}
        confirm={t(`chain.${move}.act`)}
        onConfirm={async () => {
          const result = await forward[move](list);
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        <p>{t("totals", totals)}</p>
      </ConfirmDialog>
    ),
  );
}

/** A leader's word that an unverified rate may be granted. */
export function ReleaseAct({ policyVersionId, rateCode }: { policyVersionId: number; rateCode: string }) {
  const t = useTranslations("dossierReview");
  return (
    <ActDialog
      id={`release-${rateCode}`}
      schema={rateRelease}
      action={release}
      fixed={{ versionId: policyVersionId, rateCode }}
      values={{ reason: "" }}
      title={t("releaseTitle")}
      body={t("releaseBody")}
      confirm={t("release")}
      done={t("released")}
      trigger={<Button size="sm">{t("release")}</Button>}
    >
      <FormTextarea name="reason" label={t("reason")} rows={3} />
    </ActDialog>
  );
}

export function TakeOutAct({
  list,
  dossierId,
  code,
}: {
  list: { id: number; version: number };
  dossierId: number;
  code: string;
}) {
  const t = useTranslations("dossierReview");
  const { sayRefusal } = useWords(useDossierReviewWords());
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="quiet" aria-label={t("takeOutOf", { code })}>
          {t("takeOut")}
        </Button>
      }
      title={t("takeOutOf", { code })}
      confirm={t("takeOut")}
      onConfirm={async () => {
        const result = await takeOut({ ...list, dossierId });
        return result.ok ? undefined : sayRefusal(result);
      }}
    />
  );
}
