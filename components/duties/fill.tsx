"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Explanations } from "@/components/cohorts/explanations";
import { RollForward } from "@/components/cohorts/roll-forward";
import { FormFile } from "@/components/forms/file-field";
import { Form } from "@/components/forms/form";
import { useFormInfo } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";
import { ReportForm } from "@/components/reports/report-form";
import { useReportWords } from "@/components/reports/use-report-words";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SchoolAnswer } from "@/lib/cohorts/answer";
import type { FormDefinition } from "@/lib/reports/definition";
import { filledTemplate } from "@/lib/reports/submission-schema";
import type { TemplateFinding } from "@/lib/reports/template-reader";
import type { Action } from "@/lib/web/action";
import type { ReporterActs } from "./acts";
import { useReportVersion } from "./report-version";
import { useDutyWords } from "./use-duty-words";

type Filled = { id: number; version: number; owner: number; definition: FormDefinition; content: unknown };

function Saved() {
  const t = useTranslations("common.form");
  const { save } = useFormInfo();
  const said =
    save.kind === "saved"
      ? t("savedAt", { time: save.at.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) })
      : save.kind === "saving"
        ? t("saving")
        : save.kind === "retrying"
          ? t("notSaved")
          : save.kind === "here"
            ? t("draftHere")
            : "";
  return (
    <p role="status" className="text-mist-600 text-sm">
      {said}
    </p>
  );
}

/** The report as a form: saved while one types, handed in or given to a colleague to sign, or told to hold nothing. */
export function Fill({
  id,
  version,
  owner,
  definition,
  content,
  reasons,
  prefilled,
  signed = false,
  call,
  explanations,
  acts,
}: Filled & {
  reasons: Record<string, string>;
  /** Paths of what the portal filled in. */
  prefilled: string[];
  /** A colleague signs and hands in. */
  signed?: boolean | undefined;
  /** Of a data call: its year, and the answer of the year before to begin with and to compare with. */
  call: { year: number; previous: SchoolAnswer | null } | null;
  explanations: Record<string, string>;
  acts: Pick<ReporterActs, "save" | "submit" | "askSignature">;
}) {
  const t = useTranslations("duties.fill");
  const sign = useTranslations("duties.sign");
  const { refused, refusal } = useDutyWords();
  const handIn: Action<{ id: number; version: number }> = signed ? acts.askSignature : acts.submit;
  const [proposed, setProposed] = useState<string[]>([]);
  // Stable, or the form would take it for news of the server.
  const [beside] = useState(() => (call ? { explanations } : undefined));
  const known = useReportVersion();
  const save: ReporterActs["save"] = async (input, meta) => {
    const result = await acts.save(input, meta);
    if (result.ok) known.learn(result.value.version);
    return result;
  };
  return (
    <ReportForm
      id={`report-${id}`}
      definition={definition}
      content={content}
      reasons={reasons}
      known={prefilled}
      proposed={proposed}
      fixed={{ id, version }}
      beside={beside}
      head={call?.previous && <RollForward previous={call.previous} year={call.year} onProposed={setProposed} />}
      refusal={refusal}
      action={handIn}
      autosave={{ owner, save }}
    >
      {call && <Explanations previous={call.previous} year={call.year} />}
      {signed && <p className="max-w-measure text-mist-600 text-sm">{sign("how")}</p>}
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-mist-200 border-t bg-card px-4 py-3 sm:mx-0 sm:rounded-card sm:border">
        <SubmitButton>{signed ? sign("titleAsk") : t("submit")}</SubmitButton>
        {definition.nilAllowed && !signed && (
          <ConfirmDialog
            trigger={<Button>{t("nil")}</Button>}
            title={t("nilTitle")}
            confirm={t("nilConfirm")}
            onConfirm={async () => {
              const result = await acts.submit({ id, version: known.version, content: {}, nil: true });
              return result.ok ? undefined : (refused(result.code, result.params) ?? t("nilFailed"));
            }}
          >
            <p>{t("nilBody")}</p>
          </ConfirmDialog>
        )}
        <Saved />
      </div>
    </ReportForm>
  );
}

/** The same report in Excel: the template with what is typed so far, and the way back. */
export function ByFile({
  id,
  definition,
  template,
  fill,
}: Pick<Filled, "id" | "definition"> & { template: string; fill: ReporterActs["fill"] }) {
  const t = useTranslations("duties.file");
  const words = useReportWords(definition);
  const { version } = useReportVersion();
  const [open, setOpen] = useState(false);
  const [findings, setFindings] = useState<TemplateFinding[] | null>(null);
  return (
    <>
      <LinkButton href={template} icon="download" download>
        {t("template")}
      </LinkButton>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          // The file took the place of what was typed: the form opens anew with it.
          if (!next && findings) window.location.reload();
        }}
        title={t("title")}
        description={t("body")}
        trigger={<Button icon="upload">{t("upload")}</Button>}
      >
        {findings ? (
          <Notice kind={findings.length ? "waiting" : "done"} live title={t("read", { count: findings.length })}>
            {findings.length > 0 && (
              <LinkButton size="sm" href={`${template}&notes=1`} icon="download" download>
                {t("noted")}
              </LinkButton>
            )}
            {findings.length > 0 && (
              <ul className="mt-1 max-h-56 list-disc overflow-y-auto pl-5">
                {findings.slice(0, 50).map((one) => (
                  <li key={`${one.cell}${one.path.join(".")}`}>
                    {one.cell ? `${one.cell}: ` : ""}
                    {words.problem?.(one) ?? t("wrong")}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        ) : (
          <Form
            id={`report-file-${id}`}
            schema={filledTemplate}
            action={fill}
            words={words}
            fixed={{ id, version }}
            defaultValues={{ file: null }}
            onDone={(value) => setFindings(value.findings)}
          >
            <FormFile name="file" label={t("field")} accept=".xlsx" />
            <div>
              <SubmitButton>{t("take")}</SubmitButton>
            </div>
          </Form>
        )}
      </Dialog>
    </>
  );
}
