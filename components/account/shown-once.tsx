"use client";

import { Notice } from "@/components/ui/notice";
import { usePlainForm } from "./plain-form";

/** A secret in the answer of the form around it, shown until the page is left; one click marks it whole to be copied. */
export function ShownOnce({ name, title, help }: { name: string; title: string; help: string }) {
  const { state } = usePlainForm();
  const answer = state.result?.ok ? state.result.value : null;
  const secret = answer && typeof answer === "object" ? (answer as Record<string, unknown>)[name] : undefined;
  if (typeof secret !== "string") return null;
  return (
    <Notice kind="done" title={title} live>
      <p>{help}</p>
      <code className="mt-2 block select-all whitespace-pre-wrap break-all rounded-control bg-card p-2">{secret}</code>
    </Notice>
  );
}
