"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { usePlainForm } from "./plain-form";

/** A secret in the answer of the form around it, shown until the page is left; a button copies it, one click marks it whole. */
export function ShownOnce({ name, title, help }: { name: string; title: string; help: string }) {
  const { state } = usePlainForm();
  const t = useTranslations("common.actions");
  const answer = state.result?.ok ? state.result.value : null;
  const secret = answer && typeof answer === "object" ? (answer as Record<string, unknown>)[name] : undefined;
  if (typeof secret !== "string") return null;
  return (
    <Notice kind="done" title={title} live>
      <p>{help}</p>
      <code className="mt-2 block select-all whitespace-pre-wrap break-all rounded-control bg-card p-2">{secret}</code>
      <p className="mt-2">
        <CopyButton text={secret} label={t("copy")} done={t("copied")} />
      </p>
    </Notice>
  );
}
