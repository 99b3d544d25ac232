"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { difficultyStates, difficultyStep } from "@/lib/cohorts/difficulty-schema";
import type { DifficultyState } from "@/lib/db/generated/enums";
import { follow } from "../actions";

/** Notes what was done about a difficulty. */
export function FollowForm({
  seen,
  state,
  school,
}: {
  seen: { id: number; version: number };
  state: DifficultyState;
  school: string;
}) {
  const t = useTranslations("calls.difficulty");
  const [shown, setShown] = useState(false);
  const toast = useToast();
  return (
    <Dialog
      open={shown}
      onOpenChange={setShown}
      title={t("followTitle", { school })}
      description={t("followBody")}
      trigger={
        <Button size="sm" icon="pencil" aria-label={t("followOf", { school })}>
          {t("follow")}
        </Button>
      }
    >
      <Form
        id={`difficulty-${seen.id}`}
        schema={difficultyStep}
        action={follow}
        fixed={seen}
        defaultValues={{ state: state === "OPEN" ? "IN_PROGRESS" : state, note: "" }}
        onDone={() => {
          setShown(false);
          toast.done(t("followed"));
        }}
      >
        <FormSelect
          name="state"
          label={t("state")}
          choices={difficultyStates.map((value) => ({ value, label: t(value) }))}
        />
        <FormTextarea name="note" label={t("note")} help={t("noteHelp")} rows={4} />
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
