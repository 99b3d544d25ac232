"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { type Attempt, attemptFor } from "@/components/forms/attempt";
import { FormRadios, FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import type { Choice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/core/result";
import { type ChangeRequest, changeForm, type ToldEffect } from "@/lib/subsidies/change";
import { ChangeEffectList } from "./change-effect";
import type { DossierActs } from "./dossier-acts";
import { useDossierWords } from "./use-dossier-words";

const kinds = ["DROP_PERSON", "DATES", "TUITION"] as const satisfies ChangeRequest["kind"][];

/** The fields of the kind of change that is chosen. */
function KindFields({ persons }: { persons: readonly Choice[] }) {
  const t = useTranslations("dossiers.change");
  const kind: unknown = useWatch({ name: "change.kind" });
  if (kind === "DATES")
    return (
      <>
        <FormDay name="change.startsOn" label={t("startsOn")} />
        <FormDay name="change.endsOn" label={t("endsOn")} />
        <FormNumber name="change.months" label={t("months")} help={t("monthsHelp")} />
      </>
    );
  if (kind === "TUITION") return <FormNumber name="change.tuition" label={t("tuition")} help={t("tuitionHelp")} />;
  return (
    <>
      <FormSelect name="change.position" label={t("person")} empty={t("choosePerson")} choices={persons} numeric />
      <FormDay name="change.droppedOn" label={t("droppedOn")} />
      <FormNumber name="change.monthsAttended" label={t("monthsAttended")} help={t("monthsAttendedHelp")} />
    </>
  );
}

/** A change after the decision: first what it would leave in đồng, then, as it stands in sight, it is asked for. */
export function ChangeForm({
  seen,
  owner,
  course,
  persons,
  position,
  previewChange,
  askChange,
}: {
  seen: { id: number; version: number };
  owner: number;
  course: { startsOn: string; endsOn: string; months: number; tuition: number };
  /** Whom the decision supports, by their place in the dossier. */
  persons: readonly Choice[];
  position: number | null;
  previewChange: DossierActs["previewChange"];
  askChange: DossierActs["askChange"];
}) {
  const t = useTranslations("dossiers.change");
  const words = useDossierWords();
  const { sayRefusal } = useWords(words);
  const toast = useToast();
  const [shown, setShown] = useState<{ input: object; effect: ToldEffect } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const attempt = useRef<Attempt | null>(null);
  const show: DossierActs["previewChange"] = async (input, meta) => {
    const result = await previewChange(input, meta);
    setRefusal(null);
    setShown(result.ok ? { input: input as object, effect: result.value } : null);
    return result;
  };
  const { startsOn, endsOn, months, tuition } = course;
  return (
    <div className="space-y-5">
      {/* What was computed is no longer what is typed. */}
      <div onChange={() => setShown(null)}>
        <Form
          id={`change-${seen.id}`}
          schema={changeForm}
          action={show}
          fixed={{ id: seen.id }}
          defaultValues={{
            change: {
              ...{ kind: "DROP_PERSON", position, droppedOn: "", monthsAttended: null },
              ...{ startsOn, endsOn, months, tuition },
            },
            reason: "",
          }}
          words={words}
          autosave={{ owner }}
        >
          <FormRadios
            name="change.kind"
            label={t("kind")}
            choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <KindFields persons={persons} />
          <FormTextarea name="reason" label={t("reason")} rows={3} />
          <div>
            <SubmitButton variant={shown ? "quiet" : "primary"}>{t("show")}</SubmitButton>
          </div>
        </Form>
      </div>
      {shown && (
        <Notice
          kind={shown.effect.after < shown.effect.before ? "waiting" : "info"}
          live
          title={t(shown.effect.after < shown.effect.before ? "lessens" : "movesOnly")}
          actions={
            <Button
              variant="primary"
              aria-disabled={pending || undefined}
              onClick={async () => {
                if (pending) return;
                setPending(true);
                const input = { ...shown.input, ...seen, after: shown.effect.after };
                attempt.current = attemptFor(input, attempt.current);
                const result = await askChange(input, { idempotencyKey: attempt.current.key }).catch(
                  (): Refusal => ({ ok: false, code: "network" }),
                );
                setPending(false);
                if (!result.ok) return setRefusal(result);
                setShown(null);
                toast.done(t("sent"));
              }}
            >
              {t("send")}
            </Button>
          }
        >
          <ChangeEffectList effect={shown.effect} />
          {refusal && (
            <p role="alert" className="mt-2 font-semibold text-brick">
              {sayRefusal(refusal)}
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
