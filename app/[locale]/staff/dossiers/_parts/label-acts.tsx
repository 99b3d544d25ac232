"use client";

import { useTranslations } from "next-intl";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormText } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { labelled } from "@/lib/subsidies/review-schema";
import { label } from "../actions";

type Look = "deep" | "secondary";

/** Puts a label on dossiers. */
export function PutLabel({ ids, variant }: { ids: readonly number[]; variant: Look }) {
  const t = useTranslations("dossierReview");
  return (
    <ActDialog
      id="label-dossiers"
      schema={labelled}
      action={label}
      fixed={{ ids, on: true }}
      values={{ label: "" }}
      title={t("labelTitle")}
      confirm={t("labelAdd")}
      done={t("labelDone")}
      trigger={
        <Button variant={variant} size={variant === "deep" ? "md" : "sm"}>
          {t("labelAdd")}
        </Button>
      }
    >
      <FormText name="label" label={t("label")} maxLength={40} />
    </ActDialog>
  );
}

/** Takes one of the labels that dossiers bear off all of them. */
export function TakeLabelOff({ ids, labels }: { ids: readonly number[]; labels: readonly string[] }) {
  const t = useTranslations("dossierReview");
  return (
    <ActDialog
      id="unlabel-dossiers"
      schema={labelled}
      action={label}
      fixed={{ ids, on: false }}
      values={{ label: labels[0] ?? "" }}
      title={t("labelOffTitle", { count: ids.length })}
      confirm={t("labelOff")}
      done={t("labelOffDone")}
      trigger={<Button variant="deep">{t("labelOff")}</Button>}
    >
      <FormSelect name="label" label={t("label")} choices={labels.map((value) => ({ value, label: value }))} />
    </ActDialog>
  );
}

/** The labels of one dossier, each with the way to take it off. */
export function OwnLabels({ id, labels, acts }: { id: number; labels: readonly string[]; acts: boolean }) {
  const t = useTranslations("dossierReview");
  const toast = useToast();
  const { sayRefusal } = useWords(useDossierReviewWords());
  return (
    <span className="flex flex-wrap items-center gap-2">
      {labels.map((one) => (
        <span key={one} className="inline-flex items-center">
          <Badge icon="circle-dot">{one}</Badge>
          {acts && (
            <Button
              size="sm"
              variant="quiet"
              icon="x"
              aria-label={t("labelOffOf", { label: one })}
              onClick={async () => {
                const result = await label({ ids: [id], label: one, on: false });
                if (result.ok) toast.done(t("labelOffDone"));
                else toast.failed(sayRefusal(result));
              }}
            />
          )}
        </span>
      ))}
      {acts && <PutLabel ids={[id]} variant="secondary" />}
    </span>
  );
}
