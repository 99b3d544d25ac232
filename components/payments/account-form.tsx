"use client";

import { useTranslations } from "next-intl";
import { FormText } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { newAccount } from "@/lib/payments/account-schema";
import type { Action } from "@/lib/web/action";
import { PayDialog } from "./pay-dialog";

/** Gives the account of a learner or an organisation, the first one or another one. */
export function AccountForm({
  payee,
  name,
  known,
  action,
}: {
  payee: { kind: "LEARNER"; dossierId: number; position: number } | { kind: "ORGANISATION"; organisationId: number };
  name: string;
  /** There is one already: this is a change. */
  known: boolean;
  action: Action<unknown>;
}) {
  const t = useTranslations("payments.account");
  const label = known ? t("change") : t("enter");
  const id =
    payee.kind === "LEARNER" ? `account-${payee.dossierId}-${payee.position}` : `account-${payee.organisationId}`;
  return (
    <PayDialog
      id={id}
      schema={newAccount}
      action={action}
      fixed={{ payee }}
      values={{ holderName: name, bankName: "", bankBranch: "", accountNumber: "" }}
      title={t("of", { name })}
      body={t("formBody")}
      confirm={t("give")}
      done={t("given")}
      trigger={
        <Button size="sm" icon="pencil" aria-label={`${label}: ${name}`}>
          {label}
        </Button>
      }
    >
      <FormText name="holderName" label={t("holder")} autoComplete="off" />
      <FormText name="accountNumber" label={t("number")} autoComplete="off" inputMode="text" />
      <FormText name="bankName" label={t("bank")} />
      <FormText name="bankBranch" label={t("branch")} optional />
    </PayDialog>
  );
}
