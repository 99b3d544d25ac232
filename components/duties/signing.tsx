"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { unsignedReport } from "@/lib/reports/submission-schema";
import type { ReporterActs } from "./acts";
import { useDutyWords } from "./use-duty-words";

/**
 * Answers that wait for a colleague's signature: to read, and for whoever did not prepare them to sign or to give back. The
 * form (`edit`) comes back when somebody wants to change them.
 */
export function Signing({
  seen,
  mine,
  by,
  at,
  acts,
  read,
  edit,
}: {
  seen: { id: number; version: number };
  /** The reader has asked for it. */
  mine: boolean;
  by: string | null;
  /** In words. */
  at: string;
  acts: Pick<ReporterActs, "submit" | "giveBack">;
  read: ReactNode;
  edit: ReactNode;
}) {
  const t = useTranslations("duties.sign");
  const words = useDutyWords();
  const [editing, setEditing] = useState(false);
  const [refusing, setRefusing] = useState(false);
  if (editing) return edit;
  const change = (
    <Button icon="pencil" onClick={() => setEditing(true)}>
      {t("edit")}
    </Button>
  );
  return (
    <>
      {mine ? (
        <Notice kind="waiting" title={t("mine", { at })} actions={change}>
          {t("mineBody")}
        </Notice>
      ) : (
        <Notice
          kind="waiting"
          title={t("yours", { name: by ?? t("someone") })}
          actions={
            <>
              <ConfirmDialog
                trigger={
                  <Button variant="primary" icon="check">
                    {t("sign")}
                  </Button>
                }
                title={t("signTitle")}
                confirm={t("sign")}
                onConfirm={async () => {
                  const result = await acts.submit(seen);
                  if (result.ok) return undefined;
                  const [first] = result.fields ?? [];
                  return words.refused(result.code, result.params) ?? (first && words.problem?.(first)) ?? t("failed");
                }}
              >
                <p>{t("signBody")}</p>
              </ConfirmDialog>
              <Dialog
                open={refusing}
                onOpenChange={setRefusing}
                title={t("refuseTitle")}
                description={t("refuseBody")}
                trigger={<Button icon="rotate-ccw">{t("refuse")}</Button>}
              >
                <Form
                  id="refuse-signature"
                  schema={unsignedReport}
                  action={acts.giveBack}
                  words={words}
                  fixed={seen}
                  defaultValues={{ note: "" }}
                  onDone={() => setRefusing(false)}
                >
                  <FormTextarea name="note" label={t("note")} rows={3} maxLength={1_000} />
                  <div>
                    <SubmitButton>{t("refuseConfirm")}</SubmitButton>
                  </div>
                </Form>
              </Dialog>
              {change}
            </>
          }
        >
          {t("yoursBody")}
        </Notice>
      )}
      {read}
    </>
  );
}
