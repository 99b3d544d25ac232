"use client";

import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { usePlainForm } from "./plain-form";

/** An address in the answer of the form around it, as the next step to take: a link, also where it leads to another site. */
export function ShownLink({ name, title, label }: { name: string; title: string; label: string }) {
  const { state } = usePlainForm();
  const answer = state.result?.ok ? state.result.value : null;
  const address = answer && typeof answer === "object" ? (answer as Record<string, unknown>)[name] : undefined;
  if (typeof address !== "string") return null;
  return (
    <Notice
      kind="done"
      title={title}
      live
      actions={
        <LinkButton href={address} variant="primary" icon="arrow-right">
          {label}
        </LinkButton>
      }
    />
  );
}
