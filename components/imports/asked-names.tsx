"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Result } from "@/lib/core/result";
import { useImportWords } from "./use-import-words";

type Candidate = { id: number; nameVi: string; taxCode: string };

/** Names that may mean several enterprises: one answer serves all rows with that name. */
export function AskedNames({
  id,
  version,
  names,
  action,
}: {
  id: number;
  version: number;
  names: readonly { name: string; candidates: readonly Candidate[] }[];
  action: (input: unknown) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("imports");
  const { sayRefusal } = useImportWords();
  const toast = useToast();
  const [failure, setFailure] = useState("");
  const [pending, start] = useTransition();
  const choose = (name: string, enterpriseId: number) =>
    start(async () => {
      setFailure("");
      const result = await action({ id, version, name, enterpriseId }).catch(() => ({
        ok: false as const,
        code: "network",
      }));
      if (result.ok) toast.done(t("apply.named"));
      else setFailure(sayRefusal(result));
    });
  return (
    <Card title={t("asked.title")}>
      <p className="mb-3 max-w-measure text-mist-700">{t("asked.body")}</p>
      {failure && (
        <Notice kind="refused" live className="mb-3">
          {failure}
        </Notice>
      )}
      <ul className="divide-y divide-mist-100">
        {names.map(({ name, candidates }) => (
          <li key={name} className="py-3 first:pt-0">
            <p className="font-semibold text-harbour-900">{t("asked.name", { name })}</p>
            <ul className="mt-2 flex flex-col gap-2">
              {candidates.map((candidate) => (
                <li key={candidate.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                  <span className="min-w-0">
                    {candidate.nameVi} <span className="figures text-mist-600 text-sm">{candidate.taxCode}</span>
                  </span>
                  <Button
                    size="sm"
                    aria-label={t("asked.choose", { name: `${candidate.nameVi} ${candidate.taxCode}` })}
                    aria-disabled={pending || undefined}
                    onClick={() => !pending && choose(name, candidate.id)}
                  >
                    {t("asked.choose", { name: candidate.taxCode })}
                  </Button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
