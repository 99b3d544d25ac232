"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { FormDay, FormMoney } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { decidedProposal, newProposal, pausedYear, proposalKinds } from "@/lib/budget/schema";
import { decide, pause, propose, resume, takeIn, withdraw } from "../actions";
import { useBudgetWords } from "./use-words";

type Row = { id: number; version: number };
export type Choice = { value: string; label: string };

/** What the office asks a leader to decide: money of a year. */
export function ProposeAct({ policies, year, today }: { policies: readonly Choice[]; year: number; today: string }) {
  const t = useTranslations("budget");
  return (
    <ActDialog
      id="budget-propose"
      schema={newProposal}
      action={propose}
      words={useBudgetWords()}
      fixed={{}}
      values={{
        ...{ policyId: policies[0]?.value ?? "", year: String(year), kind: "ALLOCATE", toYear: "", amount: null },
        ...{ document: "", documentOn: today, note: "" },
      }}
      title={t("propose")}
      body={t("proposeBody")}
      confirm={t("propose")}
      done={t("proposed")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("propose")}
        </Button>
      }
    >
      <FormSelect name="policyId" label={t("policy")} choices={[...policies]} />
      <FormText name="year" label={t("year")} inputMode="numeric" />
      <FormSelect
        name="kind"
        label={t("what")}
        choices={proposalKinds.map((value) => ({ value, label: t(`proposalKind.${value}`) }))}
      />
      <FormMoney name="amount" label={t("amount")} help={t("amountHelp")} />
      <FormText name="toYear" label={t("toYear")} help={t("toYearHelp")} inputMode="numeric" />
      <FormText name="document" label={t("document")} help={t("documentHelp")} />
      <FormDay name="documentOn" label={t("documentOn")} />
      <FormTextarea name="note" label={t("note")} rows={2} />
    </ActDialog>
  );
}

/** A leader's decision on a proposal; refusing says why. */
export function DecideActs({ row, title }: { row: Row; title: string }) {
  const t = useTranslations("budget");
  const words = useBudgetWords();
  const { sayRefusal } = useWords(words);
  return (
    <span className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            {t("approve")}
          </Button>
        }
        title={t("approveTitle")}
        confirm={t("approve")}
        onConfirm={async () => {
          const result = await decide({ ...row, decision: "APPROVED" });
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        <p>{title}</p>
      </ConfirmDialog>
      <ActDialog
        id={`budget-refuse-${row.id}`}
        schema={decidedProposal}
        action={decide}
        words={words}
        fixed={{ ...row, decision: "REFUSED" }}
        values={{ note: "" }}
        title={t("refuse")}
        body={title}
        confirm={t("refuse")}
        done={t("refused")}
        danger
        trigger={<Button size="sm">{t("refuse")}</Button>}
      >
        <FormTextarea name="note" label={t("reason")} rows={3} />
      </ActDialog>
    </span>
  );
}

export function WithdrawAct({ row, title }: { row: Row; title: string }) {
  const t = useTranslations("budget");
  const { sayRefusal } = useWords(useBudgetWords());
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="quiet">
          {t("withdraw")}
        </Button>
      }
      title={t("withdraw")}
      confirm={t("withdraw")}
      onConfirm={async () => {
        const result = await withdraw(row);
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      <p>{title}</p>
    </ConfirmDialog>
  );
}

/** Pauses a year's money, or ends the pause. */
export function PauseAct({ row, paused }: { row: Row; paused: boolean }) {
  const t = useTranslations("budget");
  const words = useBudgetWords();
  const { sayRefusal } = useWords(words);
  if (paused)
    return (
      <ConfirmDialog
        trigger={<Button variant="primary">{t("resume")}</Button>}
        title={t("resume")}
        confirm={t("resume")}
        onConfirm={async () => {
          const result = await resume(row);
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        <p>{t("resumeBody")}</p>
      </ConfirmDialog>
    );
  return (
    <ActDialog
      id={`budget-pause-${row.id}`}
      schema={pausedYear}
      action={pause}
      words={words}
      fixed={row}
      values={{ reason: "" }}
      title={t("pause")}
      body={t("pauseBody")}
      confirm={t("pause")}
      done={t("paused")}
      trigger={<Button>{t("pause")}</Button>}
    >
      <FormTextarea name="reason" label={t("reason")} rows={3} />
    </ActDialog>
  );
}

/** Takes in the dossiers of a year that the ledger does not know yet. */
export function TakeInAct({ policyId, year }: { policyId: number; year: number }) {
  const t = useTranslations("budget");
  const { sayRefusal } = useWords(useBudgetWords());
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{t("takeIn")}</Button>}
      title={t("takeIn")}
      confirm={t("takeIn")}
      onConfirm={async () => {
        const result = await takeIn({ policyId, year });
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      <p>{t("takeInBody", { year: String(year) })}</p>
    </ConfirmDialog>
  );
}
