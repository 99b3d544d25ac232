"use client";

import { useTranslations } from "next-intl";
import { FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { PayDialog } from "@/components/payments/pay-dialog";
import { usePaymentWords } from "@/components/payments/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { rejectedAccount } from "@/lib/payments/account-schema";
import { confirm, reject } from "../actions";

/** What a second person makes of an account: it is right, or not and why. */
export function AccountActs({ id, name, account }: { id: number; name: string; account: string }) {
  const t = useTranslations("payments.account");
  const { sayRefusal } = useWords(usePaymentWords());
  return (
    <span className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary" aria-label={`${t("confirm")}: ${name}`}>
            {t("confirm")}
          </Button>
        }
        title={t("confirmOf", { name })}
        confirm={t("confirm")}
        onConfirm={async () => {
          const result = await confirm({ id });
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        <p>{t("confirmBody", { account })}</p>
      </ConfirmDialog>
      <PayDialog
        id={`reject-${id}`}
        schema={rejectedAccount}
        action={reject}
        fixed={{ id }}
        values={{ reason: "" }}
        title={t("rejectOf", { name })}
        confirm={t("reject")}
        done={t("rejected")}
        trigger={
          <Button size="sm" aria-label={`${t("reject")}: ${name}`}>
            {t("reject")}
          </Button>
        }
      >
        <FormTextarea name="reason" label={t("why")} rows={3} />
      </PayDialog>
    </span>
  );
}
