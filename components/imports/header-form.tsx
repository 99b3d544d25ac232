"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import { useImportWords } from "./use-import-words";

/** Points at another sheet or other rows as the headings. */
export function HeaderForm({
  id,
  version,
  sheets,
  sheet,
  first,
  last,
  action,
}: {
  id: number;
  version: number;
  sheets: readonly string[];
  sheet: number;
  first: number;
  last: number;
  action: (input: unknown) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("imports.mapping");
  const { sayRefusal } = useImportWords();
  const [failure, setFailure] = useState("");
  const [pending, start] = useTransition();
  return (
    <form
      className="flex flex-col gap-3"
      action={(data) =>
        start(async () => {
          setFailure("");
          const number = (name: string) => Number(data.get(name));
          const result = await action({
            id,
            version,
            sheet: sheets.length > 1 ? number("sheet") : sheet,
            headerFirst: number("headerFirst"),
            headerLast: number("headerLast"),
          }).catch(() => ({ ok: false as const, code: "network" }));
          if (!result.ok) setFailure(sayRefusal(result));
        })
      }
    >
      {failure && (
        <Notice kind="refused" live>
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-3">
        {sheets.length > 1 && (
          <SelectField
            name="sheet"
            label={t("sheet")}
            defaultValue={String(sheet)}
            choices={sheets.map((name, at) => ({ value: String(at), label: name }))}
            fieldClass="basis-56"
          />
        )}
        <TextField
          name="headerFirst"
          label={t("headerFirst")}
          type="number"
          min={1}
          max={100_000}
          defaultValue={first}
          required
          fieldClass="w-32"
        />
        <TextField
          name="headerLast"
          label={t("headerLast")}
          type="number"
          min={1}
          max={100_000}
          defaultValue={last}
          required
          fieldClass="w-32"
        />
        <Button type="submit" aria-disabled={pending || undefined}>
          {t("useHeader")}
        </Button>
      </div>
    </form>
  );
}
