"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { href } from "@/lib/i18n/paths";
import { decide, draft, drop } from "../actions";
import { useFormWords } from "./use-form-words";

/** Begins the next version and leads to it. */
export function NewVersion({ formId }: { formId: number }) {
  const t = useTranslations("forms.version");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const { sayRefusal } = useWords(useFormWords());
  const [pending, setPending] = useState(false);
  return (
    <Button
      variant="primary"
      icon="plus"
      aria-disabled={pending || undefined}
      onClick={async () => {
        if (pending) return;
        setPending(true);
        const result = await draft({ formId });
        setPending(false);
        if (result.ok) router.push(href(locale, "staff", "forms", "versions", result.value.id));
        else toast.failed(sayRefusal(result));
      }}
    >
      {t("new")}
    </Button>
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
  const router = useRouter();
  const { sayRefusal } = useWords(useFormWords());
  return (
    <ConfirmDialog
      danger
      trigger={
        <Button variant="quiet" icon="trash">
          {t("drop")}
        </Button>
      }
      title={t("dropTitle", { no })}
      confirm={t("drop")}
      onConfirm={async () => {
        const result = await drop(seen);
        if (!result.ok) return sayRefusal(result);
        const { formId } = result.value;
        router.push(formId === null ? href(locale, "staff", "forms") : href(locale, "staff", "forms", formId));
        return undefined;
      }}
    >
      {t("dropBody")}
    </ConfirmDialog>
  );
}
