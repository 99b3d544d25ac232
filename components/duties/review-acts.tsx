"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { decidedExtension, explainedReport, returnedReport } from "@/lib/reports/submission-schema";
import type { Action } from "@/lib/web/action";
import { useDutyWords } from "./use-duty-words";

export type ReviewActs = {
  giveBack: Action<unknown>;
  accept: Action<{ accepted: number }>;
  reopen: Action<unknown>;
  excuse: Action<unknown>;
  recall: Action<unknown>;
  decide: Action<unknown>;
};

type Seen = { id: number; version: number };

/** An act with one text: a reason, or a note. */
function Explained({
  name,
  field = "reason",
  schema,
  fixed,
  action,
  trigger,
}: {
  name: "reopen" | "excuse" | "refuse";
  field?: "reason" | "note";
  schema: z.ZodType;
  fixed: object;
  action: Action<unknown>;
  trigger: ReactElement;
}) {
  const t = useTranslations("duties.review");
  const words = useDutyWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(`${name}.title`)}
      description={t(`${name}.body`)}
      trigger={trigger}
    >
      <Form
        id={`${name}-report`}
        schema={schema}
        action={action}
        words={words}
        fixed={fixed}
        defaultValues={{ [field]: "" }}
        onDone={() => setOpen(false)}
      >
        <FormTextarea name={field} label={t("reason")} rows={3} />
        <div>
          <SubmitButton>{t(`${name}.confirm`)}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

type FieldChoice = { value: string; label: string };

/** Reasons at single fields of the report. */
function Reasons({ fields: choices }: { fields: readonly FieldChoice[] }) {
  const t = useTranslations("duties.review.return");
  const { fields, append, remove } = useFieldArray({ name: "reasons" });
  return (
    <>
      {fields.map((row, index) => (
        <div key={row.id} className="space-y-3 rounded-card border border-mist-200 p-3">
          <FormSelect name={`reasons.${index}.field`} label={t("field")} choices={[...choices]} />
          <FormTextarea name={`reasons.${index}.reason`} label={t("reason")} rows={2} maxLength={500} />
          <Button size="sm" variant="quiet" icon="trash" onClick={() => remove(index)}>
            {t("remove")}
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" icon="plus" onClick={() => append({ field: choices[0]?.value ?? "", reason: "" })}>
          {t("add")}
        </Button>
      </div>
    </>
  );
}

/** Sends a report back: a note on the whole, reasons at fields, or both. */
function GiveBack({ seen, fields, action }: { seen: Seen; fields: readonly FieldChoice[]; action: Action<unknown> }) {
  const t = useTranslations("duties.review.return");
  const words = useDutyWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("body")}
      trigger={<Button icon="undo-2">{t("act")}</Button>}
    >
      <Form
        id={`return-${seen.id}`}
        schema={returnedReport}
        action={action}
        words={words}
        fixed={seen}
        defaultValues={{ note: "", reasons: [] }}
        onDone={() => setOpen(false)}
      >
        <FormTextarea name="note" label={t("note")} rows={3} />
        <Reasons fields={fields} />
        <div>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** What the reviewing unit may do with a report in its state. */
export function ReviewButtons({
  seen,
  moves,
  fields,
  acts,
}: {
  seen: Seen;
  moves: readonly string[];
  fields: readonly FieldChoice[];
  acts: ReviewActs;
}) {
  const t = useTranslations("duties.review");
  const { refused } = useDutyWords();
  const common = useTranslations("common.refusals");
  const toast = useToast();
  const run = async (call: Promise<{ ok: boolean; code?: string }>, said: string) => {
    const result = await call;
    if (result.ok) {
      toast.done(said);
      return undefined;
    }
    const code = (result.code ?? "unexpected") as "changed_meanwhile";
    return refused(code) ?? common(common.has(code) ? code : "not_allowed_now", { reference: "–" });
  };
  return (
    <>
      {moves.includes("return") && <GiveBack seen={seen} fields={fields} action={acts.giveBack} />}
      {moves.includes("accept") && (
        <ConfirmDialog
          trigger={
            <Button variant="primary" icon="check">
              {t("accept.act")}
            </Button>
          }
          title={t("accept.title")}
          confirm={t("accept.act")}
          onConfirm={() => run(acts.accept({ reports: [seen] }), t("accept.done"))}
        >
          <p>{t("accept.body")}</p>
        </ConfirmDialog>
      )}
      {moves.includes("reopen") && (
        <Explained
          name="reopen"
          schema={explainedReport}
          fixed={seen}
          action={acts.reopen}
          trigger={<Button icon="undo-2">{t("reopen.act")}</Button>}
        />
      )}
      {moves.includes("excuse") && (
        <Explained
          name="excuse"
          schema={explainedReport}
          fixed={seen}
          action={acts.excuse}
          trigger={<Button variant="quiet">{t("excuse.act")}</Button>}
        />
      )}
      {moves.includes("recall") && (
        <ConfirmDialog
          trigger={<Button>{t("recall.act")}</Button>}
          title={t("recall.title")}
          confirm={t("recall.act")}
          onConfirm={() => run(acts.recall(seen), t("recall.done"))}
        />
      )}
    </>
  );
}

/** More time that is asked for: granted by one click, refused with a word. */
export function ExtensionDecision({ id, decide }: { id: number; decide: Action<unknown> }) {
  const t = useTranslations("duties.review");
  const { refused } = useDutyWords();
  return (
    <>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            {t("grant.act")}
          </Button>
        }
        title={t("grant.title")}
        confirm={t("grant.act")}
        onConfirm={async () => {
          const result = await decide({ id, grant: true, note: "" });
          return result.ok ? undefined : (refused(result.code) ?? t("grant.failed"));
        }}
      />
      <Explained
        name="refuse"
        field="note"
        schema={decidedExtension}
        fixed={{ id, grant: false }}
        action={decide}
        trigger={<Button size="sm">{t("refuse.act")}</Button>}
      />
    </>
  );
}
