"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useWatch } from "react-hook-form";
import { FormTextarea } from "@/components/forms/fields";
import { controlId, useFormInfo } from "@/components/forms/form-context";
import { Card } from "@/components/ui/card";
import { plausibility } from "@/lib/cohorts/plausibility";
import { useFindingWords } from "./use-finding-words";

/**
 * What of the answers that are being typed is unlike last year, each with the place and a field to explain it; nothing where
 * nothing is. The command asks for the same (lib/cohorts/handing-in-commands.ts).
 */
export function Explanations({ previous, year }: { previous: unknown; year: number }) {
  const t = useTranslations("cohorts.explain");
  const words = useFindingWords();
  const { id } = useFormInfo();
  const content: unknown = useDeferredValue(useWatch({ name: "content" }));
  const findings = plausibility(content, previous, year);
  if (findings.length === 0) return null;
  return (
    <Card title={t("title", { count: findings.length })}>
      <p className="mb-4 max-w-measure text-mist-600">{t("body")}</p>
      <ul className="space-y-5">
        {findings.map((finding) => (
          <li key={finding.key}>
            <FormTextarea
              name={`explanations.${finding.key}`}
              rows={2}
              maxLength={1_000}
              label={words(finding)}
              help={
                <a
                  className="tap inline-block text-harbour-600 underline underline-offset-2"
                  href={`#${controlId(id, `content.${finding.path.join(".")}`)}`}
                  onClick={(event) => {
                    const place = document.getElementById(controlId(id, `content.${finding.path.join(".")}`));
                    // A row that is folded has no field yet: its table is the place then.
                    const table = document.getElementById(controlId(id, `content.${finding.path[0]}.root`));
                    event.preventDefault();
                    (place ?? table)?.focus();
                    (place ?? table)?.scrollIntoView({ block: "center" });
                  }}
                >
                  {t("go")}
                </a>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
