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
import { unverification } from "@/lib/organisations/schema";
import type { Action } from "@/lib/web/action";

/** Confirms that the account is the enterprise's, or takes that back with a reason. */
export function Verification({
  seen,
  name,
  verified,
  verify,
  unverify,
}: {
  seen: { id: number; version: number };
  name: string;
  verified: boolean;
  verify: Action<unknown>;
  unverify: Action<unknown>;
}) {
  const t = useTranslations("register.verify");
  const { sayRefusal } = useWords();
  const [open, setOpen] = useState(false);
  if (!verified)
    return (
      <ConfirmDialog
        title={t("question", { name })}
        confirm={t("verify")}
        trigger={
          <Button size="sm" icon="circle-check">
            {t("verify")}
          </Button>
        }
        onConfirm={async () => {
          const result = await verify(seen);
          return result.ok ? undefined : sayRefusal(result);
        }}
      >
        {t("body")}
      </ConfirmDialog>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("unverifyTitle")}
      description={t("unverifyBody")}
      trigger={
        <Button size="sm" variant="quiet">
          {t("unverify")}
        </Button>
      }
    >
      <Form
        id={`unverify-${seen.id}`}
        schema={unverification}
        action={unverify}
        fixed={seen}
        defaultValues={{ reason: "" }}
        onDone={() => setOpen(false)}
      >
        <FormTextarea name="reason" label={t("reason")} rows={3} />
        <SubmitButton variant="danger">{t("unverify")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
