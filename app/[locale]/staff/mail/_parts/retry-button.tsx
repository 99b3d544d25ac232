"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/core/result";

/** Starts mails again; what came of it is said beside the button. */
export function RetryButton<I>({
  action,
  input,
  primary,
  children,
}: {
  action: (input: I) => Promise<Result<unknown>>;
  input: I;
  primary?: boolean;
  children: string;
}) {
  const t = useTranslations();
  const [pending, start] = useTransition();
  const [words, setWords] = useState("");
  const run = () =>
    start(async () => {
      try {
        const result = await action(input);
        if (result.ok) return setWords(t("admin.mail.retried"));
        const key = `common.refusals.${result.code}` as "common.refusals.unexpected";
        setWords(t(t.has(key) ? key : "common.refusals.unexpected", { reference: "", ...result.params }));
      } catch {
        setWords(t("common.refusals.network"));
      }
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        icon="rotate-ccw"
        variant={primary ? "primary" : "secondary"}
        aria-disabled={pending || undefined}
        onClick={pending ? undefined : run}
      >
        {children}
      </Button>
      <span role="status" className="text-mist-700 text-sm">
        {words}
      </span>
    </div>
  );
}
