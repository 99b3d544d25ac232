"use client";

import { useTranslations } from "next-intl";
import { FormCombobox } from "@/components/forms/combobox-field";
import { FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { PayDialog } from "@/components/payments/pay-dialog";
import { usePaymentWords } from "@/components/payments/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { decidedControl, judgedControl, proposedControl, returnedMoney } from "@/lib/payments/control-schema";
import { riskSignals, usualWeights } from "@/lib/payments/risk";
import { conclude, decide, judge, propose, record, searchOrganisations } from "../actions";

/** Draws a sample and proposes it. */
export function ProposeAct({
  policies,
  year,
  seed,
}: {
  policies: readonly { id: number; name: string }[];
  year: number;
  seed: string;
}) {
  const t = useTranslations("payments.control");
  const signals = useTranslations("payments.signal");
  return (
    <PayDialog
      id="control-round"
      schema={proposedControl}
      action={propose}
      values={{
        ...{ policyId: policies[0]?.id ?? "", year, organisationId: null, method: "RANDOM", size: 20, seed },
        ...{ weights: usualWeights, answerDays: 10, basis: "" },
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
      <FormSelect
        name="policyId"
        label={t("policy")}
        choices={policies.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormText name="year" label={t("year")} inputMode="numeric" />
        <FormText name="size" label={t("size")} inputMode="numeric" />
        <FormText name="answerDays" label={t("answerDays")} inputMode="numeric" />
      </div>
      <FormCombobox
        name="organisationId"
        label={t("organisation")}
        help={t("organisationHelp")}
        search={async (typed) =>
          (await searchOrganisations(typed)).map(({ id, name, detail }) => ({ value: id, label: name, detail }))
        }
        optional
      />
      <FormSelect
        name="method"
        label={t("methodLabel")}
        choices={(["RANDOM", "RISK"] as const).map((value) => ({ value, label: t(`method.${value}`) }))}
      />
      <FormText name="seed" label={t("seed")} help={t("seedHelp")} />
      <FormText name="basis" label={t("basis")} />
      <details>
        <summary className="tap cursor-pointer font-semibold text-harbour-600 text-sm">{t("weights")}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          {riskSignals.map((signal) => (
            <FormText key={signal} name={`weights.${signal}`} label={signals(signal)} inputMode="numeric" />
          ))}
        </div>
      </details>
    </PayDialog>
  );
}

/** A leader's decision on a sample. */
export function DecideRound({ id, version, approve }: { id: number; version: number; approve: boolean }) {
  const t = useTranslations("payments.control");
  const label = approve ? t("approve") : t("refuse");
  return (
    <PayDialog
      id={`round-${id}-${approve}`}
      schema={decidedControl}
      action={decide}
      fixed={{ id, version, approve }}
      values={{ note: "" }}
      title={label}
      body={approve ? t("approveBody") : undefined}
      confirm={label}
      done={t("decidedDone")}
      trigger={
        <Button size="sm" variant={approve ? "primary" : "secondary"}>
          {label}
        </Button>
      }
    >
      <FormTextarea name="note" label={t("note")} rows={2} />
    </PayDialog>
  );
}

/** What a controller found. */
export function JudgeAct({ id, version, paid }: { id: number; version: number; paid: number }) {
  const t = useTranslations("payments.control");
  const outcomes = useTranslations("payments.controlOutcome");
  return (
    <PayDialog
      id={`judge-${id}`}
      schema={judgedControl}
      action={judge}
      fixed={{ id, version }}
      values={{ outcome: "IN_ORDER", amount: 0, finding: "" }}
      title={t("judge")}
      body={t("judgeBody", { paid })}
      confirm={t("judge")}
      done={t("judged")}
      trigger={<Button variant="primary">{t("judge")}</Button>}
    >
      <FormSelect
        name="outcome"
        label={t("found")}
        choices={(["IN_ORDER", "ERROR", "NOT_ANSWERED"] as const).map((value) => ({ value, label: outcomes(value) }))}
      />
      <FormText name="amount" label={t("amount")} inputMode="numeric" />
      <FormTextarea name="finding" label={t("finding")} rows={4} />
    </PayDialog>
  );
}

/** A leader's word on what was found. */
export function ConcludeActs({ id, version }: { id: number; version: number }) {
  const t = useTranslations("payments.control");
  const { sayRefusal } = useWords(usePaymentWords());
  return [true, false].map((approve) => (
    <ConfirmDialog
      key={String(approve)}
      trigger={<Button variant={approve ? "primary" : "secondary"}>{approve ? t("conclude") : t("again")}</Button>}
      title={approve ? t("concludeTitle") : t("againTitle")}
      confirm={approve ? t("conclude") : t("again")}
      onConfirm={async () => {
        const result = await conclude({ id, version, approve });
        return result.ok ? undefined : sayRefusal(result);
      }}
    />
  ));
}

/** Money that came back. */
export function ReturnAct({ id, version, left, today }: { id: number; version: number; left: number; today: string }) {
  const t = useTranslations("payments.control");
  return (
    <PayDialog
      id={`return-${id}`}
      schema={returnedMoney}
      action={record}
      fixed={{ id, version }}
      values={{ amount: left, returnedOn: today, document: "" }}
      title={t("record")}
      confirm={t("record")}
      done={t("recorded")}
      trigger={
        <Button variant="primary" icon="undo-2">
          {t("record")}
        </Button>
      }
    >
      <FormText name="amount" label={t("amount")} inputMode="numeric" />
      <FormText name="returnedOn" label={t("returnedOn")} type="date" />
      <FormText name="document" label={t("document")} />
    </PayDialog>
  );
}
