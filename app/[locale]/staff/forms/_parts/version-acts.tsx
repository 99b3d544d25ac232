"use client";

import { useLocale, useTranslations } from "next-intl";
import { BeginDraft, ThrowDraftAway } from "@/components/forms/draft-acts";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { href } from "@/lib/i18n/paths";
import { decide, draft, drop } from "../actions";
import { useFormWords } from "./use-form-words";

/** Begins the next version and leads to it. */
export function NewVersion({ formId }: { formId: number }) {
  const t = useTranslations("forms.version");
  const locale = useLocale();
  return (
    <BeginDraft
      label={t("new")}
      variant="primary"
      begin={() => draft({ formId })}
      address={({ id }) => href(locale, "staff", "forms", "versions", id)}
      words={useFormWords()}
    />
  );
}

type Seen = { id: number; version: number; no: number };

/** Brings a draft into force. */
export function PutInForce({ seen: { no, ...seen }, current }: { seen: Seen; current: number | null }) {
  const t = useTranslations("forms.version");
  const { sayRefusal } = useWords(useFormWords());
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t("putInForce")}</Button>}
      title={t("putInForceTitle", { no })}
      confirm={t("putInForce")}
      onConfirm={async () => {
        const result = await decide(seen);
        return result.ok ? undefined : sayRefusal(result);
      }}
    >
      {current === null ? t("putInForceFirst") : t("putInForceBody", { current })}
    </ConfirmDialog>
  );
}

/** Throws a draft away. */
export function DropDraft({ seen: { no, ...seen } }: { seen: Seen }) {
  const t = useTranslations("forms.version");
  const locale = useLocale();
  return (
    <ThrowDraftAway
      label={t("drop")}
      title={t("dropTitle", { no })}
      drop={() => drop(seen)}
      address={({ formId }) =>
        formId === null ? href(locale, "staff", "forms") : href(locale, "staff", "forms", formId)
      }
      words={useFormWords()}
    >
      {t("dropBody")}
    </ThrowDraftAway>
  );
}
