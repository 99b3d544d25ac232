"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { Result } from "@/lib/core/result";
import { useImportWords } from "./use-import-words";

type Act = (input: unknown) => Promise<Result<unknown>>;
export type FieldName = { key: string; name: string; required: boolean; sumOf: readonly string[] };
export type MappingColumn = {
  column: number;
  /** `C` */
  letters: string;
  header: string;
  field: string | null;
  certainty: number;
  samples: string[];
};

function Certainty({ value, chosen }: { value: number; chosen: boolean }) {
  const t = useTranslations("imports.mapping");
  if (!chosen) return null;
  if (value >= 1)
    return (
      <Badge tone="done" icon="check">
        {t("sure")}
      </Badge>
    );
  if (value >= 0.75)
    return (
      <Badge tone="info" icon="circle-dot">
        {t("likely")}
      </Badge>
    );
  return (
    <Badge tone="waiting" icon="warning">
      {t("doubtful")}
    </Badge>
  );
}

/** What each column of the table is: proposed with its certainty, to be put right. */
export function MappingForm({
  id,
  version,
  columns,
  fields,
  action,
}: {
  id: number;
  version: number;
  columns: readonly MappingColumn[];
  fields: readonly FieldName[];
  action: Act;
}) {
  const t = useTranslations("imports.mapping");
  const locale = useLocale();
  const { sayRefusal } = useImportWords();
  const [chosen, setChosen] = useState<Record<number, string>>(() =>
    Object.fromEntries(columns.map(({ column, field }) => [column, field ?? ""])),
  );
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState("");
  const [pending, start] = useTransition();
  const used = new Set(Object.values(chosen));
  const missing = fields.filter(
    ({ key, required, sumOf }) => required && !used.has(key) && !sumOf.some((part) => used.has(part)),
  );

  const check = () =>
    start(async () => {
      setFailure("");
      const said = Object.fromEntries(Object.entries(chosen).map(([column, field]) => [column, field || null]));
      const result = await action({ id, version, fields: said }).catch(() => ({ ok: false as const, code: "network" }));
      if (result.ok) return;
      // The key of a field says nothing to a reader: its name does.
      const problems = "fields" in result ? result.fields : undefined;
      const named = problems?.map((problem) => ({
        ...problem,
        params: { ...problem.params, field: fields.find(({ key }) => key === problem.params?.field)?.name ?? "" },
      }));
      setFailure(sayRefusal({ ...result, ...(named && { fields: named }) }));
    });

  return (
    <Card title={t("title")} flush>
      <div className="flex flex-col gap-3 px-5 pb-4">
        <p className="max-w-measure text-mist-700">{t("lede")}</p>
        {failure && (
          <Notice kind="refused" live>
            {failure}
          </Notice>
        )}
        {missing.length > 0 && (
          <Notice kind="waiting" live>
            {t("missing", { fields: new Intl.ListFormat(locale).format(missing.map(({ name }) => name)) })}
          </Notice>
        )}
      </div>
      <Table
        caption={t("title")}
        rows={columns}
        rowKey={({ column }) => column}
        columns={[
          {
            key: "column",
            label: t("column"),
            cell: ({ letters }) => <span className="figures">{letters}</span>,
            wideOnly: true,
          },
          {
            key: "header",
            label: t("header"),
            primary: true,
            cell: ({ header, letters }) => (
              <>
                <span className="md:hidden">{letters} · </span>
                {header}
              </>
            ),
          },
          {
            key: "samples",
            label: t("samples"),
            cell: ({ samples }) => (
              <span className="line-clamp-2 break-words text-mist-700 text-sm">{samples.join(" · ")}</span>
            ),
          },
          {
            key: "field",
            label: t("field"),
            className: "md:min-w-60",
            cell: ({ column, letters }) => (
              <Select
                aria-label={t("fieldOf", { column: letters })}
                value={chosen[column] ?? ""}
                onChange={(event) => {
                  setChosen({ ...chosen, [column]: event.target.value });
                  setTouched(new Set([...touched, column]));
                }}
                empty={t("leaveOut")}
                choices={fields.map(({ key, name }) => ({
                  value: key,
                  label: used.has(key) && chosen[column] !== key ? `${name} ·` : name,
                }))}
              />
            ),
          },
          {
            key: "certainty",
            label: t("certainty"),
            className: "md:whitespace-nowrap",
            cell: ({ column, certainty }) =>
              touched.has(column) ? (
                <Badge tone="done" icon="check">
                  {t("said")}
                </Badge>
              ) : (
                <Certainty value={certainty} chosen={Boolean(chosen[column])} />
              ),
          },
        ]}
      />
      <div className="px-5 py-4">
        <Button
          variant="primary"
          size="lg"
          icon="check"
          aria-disabled={pending || undefined}
          onClick={pending ? undefined : check}
        >
          {t("check")}
        </Button>
      </div>
    </Card>
  );
}
