"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSelection } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast";
import { declined } from "@/lib/subsidies/registration-schema";
import type { Action } from "@/lib/web/action";

type Outcomes = { outcomes: { id: number; outcome: "entered" | "joined" | "over" }[] };

/** Confirms or declines the registrations that are ticked, and says what became of them. */
export function RegistrationBar({
  container,
  confirm,
  decline,
}: {
  container: string;
  confirm: Action<Outcomes>;
  decline: Action<unknown>;
}) {
  const t = useTranslations("registration.desk");
  const { ids, set } = useSelection(container);
  const { sayRefusal } = useWords();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [declines, setDeclines] = useState(false);
  if (ids.length === 0) return null;
  const chosen = ids.map(Number);
  return (
    <BulkBar label={t("bulk")}>
      <p>{t("chosen", { count: ids.length })}</p>
      <Button
        size="sm"
        icon="check"
        aria-disabled={pending || undefined}
        onClick={async () => {
          if (pending) return;
          setPending(true);
          const result = await confirm({ ids: chosen });
          setPending(false);
          if (!result.ok) return toast.failed(sayRefusal(result));
          const count = (what: string) => result.value.outcomes.filter(({ outcome }) => outcome === what).length;
          toast.done(t("confirmed", { entered: count("entered"), joined: count("joined"), over: count("over") }));
          set(false);
        }}
      >
        {t("confirm")}
      </Button>
      <Dialog
        open={declines}
        onOpenChange={setDeclines}
        title={t("declineTitle", { count: ids.length })}
        description={t("declineBody")}
        trigger={<Button size="sm">{t("decline")}</Button>}
      >
        <Form
          id="decline"
          schema={declined}
          action={decline}
          fixed={{ ids: chosen }}
          defaultValues={{ reason: "" }}
          onDone={() => {
            setDeclines(false);
            toast.done(t("declined"));
            set(false);
          }}
        >
          <FormTextarea name="reason" label={t("reason")} rows={3} />
          <SubmitButton>{t("decline")}</SubmitButton>
        </Form>
      </Dialog>
    </BulkBar>
  );
}
