"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Attempt, attemptFor } from "@/components/forms/attempt";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Choice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/core/result";
import { answeredCorrection, copiedDossier, dossierMessage, explainedDossier } from "@/lib/subsidies/dossier-schema";
import { findingValues } from "@/lib/subsidies/finding-words";
import { type FindingCode, findingCodes } from "@/lib/subsidies/findings";
import type { Policy } from "@/lib/subsidies/policy";
import type { DossierActs } from "./dossier-acts";
import { useDossierWords } from "./use-dossier-words";

type Seen = { id: number; version: number };

/** Judges the dossier anew when it is opened: the roster, the course or others may have changed. Shows nothing. */
export function Recheck({ id, recompute }: { id: number; recompute: DossierActs["recompute"] }) {
  const router = useRouter();
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    recompute({ id }).then(
      (result) => result.ok && result.value.changed > 0 && router.refresh(),
      () => {
        // Without a connection the page shows what was found last; handing in judges once more.
      },
    );
  }, [id, recompute, router]);
  return null;
}

/** Hands the dossier in; where it is kept back, the places are named. One submit however often one clicks. */
export function HandIn({
  seen,
  policy,
  again,
  submit,
}: {
  seen: Seen;
  policy: Policy;
  again: boolean;
  submit: DossierActs["submit"];
}) {
  const t = useTranslations("dossiers.check");
  const s = useTranslations("subsidies.findings");
  const locale = useLocale();
  const toast = useToast();
  const { sayRefusal } = useWords(useDossierWords());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const attempt = useRef<Attempt | null>(null);
  const known = (code: string): code is FindingCode => (findingCodes as readonly string[]).includes(code);
  return (
    <div className="space-y-4">
      <Button
        variant="primary"
        aria-disabled={pending || undefined}
        onClick={async () => {
          if (pending) return;
          setPending(true);
          attempt.current = attemptFor(seen, attempt.current);
          const result = await submit(seen, { idempotencyKey: attempt.current.key }).catch(
            (): Refusal => ({ ok: false, code: "network" }),
          );
          setPending(false);
          if (result.ok) {
            setRefusal(null);
            toast.done(t("handedIn", { code: result.value.code, no: result.value.no }));
          } else setRefusal(result);
        }}
      >
        {again ? t("handInAgain") : t("handIn")}
      </Button>
      {refusal && (
        <Notice kind="refused" live title={sayRefusal(refusal)}>
          {refusal.fields && (
            <ul className="mt-1 list-disc pl-5">
              {refusal.fields.map(({ path, code, params }) => {
                const { paper = "", rate = "", ...values } = params ?? {};
                const finding = {
                  ...{ code: known(code) ? code : "no_rate", severity: "ASKS" as const, clause: null },
                  ...{ paper: String(paper), rate: String(rate), params: values },
                };
                const blank = { months: "", of: "", from: "", to: "", raw: "", amount: "" };
                const words = s(finding.code, { ...blank, ...findingValues(policy, finding, locale) });
                return (
                  <li key={path.join("/")}>
                    {params?.name
                      ? t("place", { position: Number(params.position), name: String(params.name) })
                      : t("whole")}{" "}
                    {words}
                  </li>
                );
              })}
              {Number(refusal.params?.places ?? 0) > refusal.fields.length && (
                <li>{t("morePlaces", { count: Number(refusal.params?.places) - refusal.fields.length })}</li>
              )}
            </ul>
          )}
        </Notice>
      )}
    </div>
  );
}

/** Takes the dossier back, with the reason. */
export function Withdraw({ seen, withdraw }: { seen: Seen; withdraw: DossierActs["withdraw"] }) {
  const t = useTranslations("dossiers.withdraw");
  const [open, setOpen] = useState(false);
  const words = useDossierWords();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("body")}
      trigger={<Button variant="quiet">{t("act")}</Button>}
    >
      <Form
        id={`withdraw-${seen.id}`}
        schema={explainedDossier}
        action={withdraw}
        fixed={seen}
        defaultValues={{ reason: "" }}
        words={words}
        onDone={() => setOpen(false)}
      >
        <FormTextarea name="reason" label={t("reason")} rows={3} />
        <SubmitButton>{t("act")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** A new dossier with the same people, for the same course or another one. */
export function CopyDossier({
  id,
  base,
  courses,
  copy,
}: {
  id: number;
  base: string;
  courses: readonly Choice[];
  copy: DossierActs["copy"];
}) {
  const t = useTranslations("dossiers.copy");
  const router = useRouter();
  const words = useDossierWords();
  return (
    <Dialog title={t("title")} description={t("body")} trigger={<Button icon="copy">{t("act")}</Button>}>
      <Form
        id={`copy-${id}`}
        schema={copiedDossier}
        action={copy}
        fixed={{ id }}
        defaultValues={{ courseId: courses[0]?.value ?? "" }}
        words={words}
        onDone={(made) => router.push(`${base}/${made.id}`)}
      >
        <FormSelect name="courseId" label={t("course")} choices={courses} />
        <SubmitButton>{t("act")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** Writes to the officer. */
export function WriteMessage({ id, owner, write }: { id: number; owner: number; write: DossierActs["write"] }) {
  const t = useTranslations("dossiers.messages");
  const words = useDossierWords();
  return (
    <Form
      id={`message-${id}`}
      schema={dossierMessage}
      action={write}
      fixed={{ id }}
      defaultValues={{ body: "" }}
      autosave={{ owner }}
      words={words}
      again
    >
      <FormTextarea name="body" label={t("body")} rows={3} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </Form>
  );
}

/** What the applicant says to a correction. */
export function AnswerCorrection({
  id,
  correctionId,
  owner,
  answer,
  answerAsked,
}: {
  id: number;
  correctionId: number;
  owner: number;
  answer: string;
  answerAsked: DossierActs["answerAsked"];
}) {
  const t = useTranslations("dossiers.corrections");
  const words = useDossierWords();
  return (
    <Form
      id={`correction-${correctionId}`}
      schema={answeredCorrection}
      action={answerAsked}
      fixed={{ id, correctionId }}
      defaultValues={{ answer }}
      autosave={{ owner }}
      words={words}
    >
      <FormTextarea name="answer" label={t("answer")} rows={2} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
