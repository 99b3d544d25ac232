"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Fold } from "@/components/forms/fold";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { RowAnswers } from "@/lib/reports/answers";
import { showAnswer } from "@/lib/reports/compare";
import { type Field, isNumeric, type Table } from "@/lib/reports/field";
import { titleColumns } from "./columns";
import { FieldInput, type FieldNotes } from "./field-input";

/** A dozen choices stand beside each other, not below. */
const manyChoices =
  "[&_fieldset>div]:grid [&_fieldset>div]:grid-cols-2 [&_fieldset>div]:gap-x-4 sm:[&_fieldset>div]:grid-cols-4";

/** So many rows open by themselves; more would be an endless page. */
const mostOpen = 3;

const wide = ({ kind }: Field) => kind === "choices" || kind === "longText";

/** What a folded row is called: its first columns, and what its figures say. */
function Title({ table, name, number }: { table: Table; name: string; number: string }) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  const answers = useWatch({ name }) as RowAnswers | undefined;
  const shown = (column: Field) => showAnswer(column, answers?.[column.key], locale);
  const named = table.columns.slice(0, titleColumns).map(shown).filter(Boolean).join(" · ");
  const figures = table.columns.filter((column) => isNumeric(column) && "sum" in column && column.sum && shown(column));
  return (
    <>
      <span className="text-mist-600 text-sm">{number}</span>
      <span className="font-semibold text-harbour-900">{named || t("emptyRow")}</span>
      {figures.length > 0 && (
        <span className="figures text-mist-600 text-sm">
          {figures.map((column) => `${column.label[locale]} ${shown(column)}`).join(" · ")}
        </span>
      )}
    </>
  );
}

/**
 * The rows of a table with many columns, a card each that folds: its title is the first columns, its fields stand in lines
 * with their labels. A row with something wrong is open.
 */
export function RecordRows({
  table,
  name,
  most,
  notes,
}: {
  table: Table;
  name: string;
  most: number;
  notes: (path: string) => FieldNotes;
}) {
  const t = useTranslations("reports.form");
  const add = useRef<HTMLButtonElement>(null);
  /** The row that was just made opens. */
  const [made, setMade] = useState(-1);
  const { fields, append, insert, remove } = useFieldArray({ name });
  const { getValues } = useFormContext();
  const first = table.columns[0]?.key ?? "";
  const empty = () => Object.fromEntries(table.columns.map(({ key, kind }) => [key, kind === "choices" ? [] : null]));
  const full = fields.length >= most;
  const few = fields.length <= mostOpen;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {fields.map((row, at) => {
        const title = t("row", { number: at + 1 });
        const path = `${name}.${at}`;
        const noted = table.columns.some(({ key }) => notes(`${table.key}.${at}.${key}`).reason);
        return (
          <Fold
            key={row.id}
            name={path}
            begin={few || noted || at === made}
            title={<Title table={table} name={path} number={title} />}
            acts={
              <span className="flex">
                <Button
                  variant="quiet"
                  size="sm"
                  icon="copy"
                  aria-disabled={full || undefined}
                  aria-label={t("duplicateRow", { row: title })}
                  title={t("duplicateRow", { row: title })}
                  onClick={() => {
                    if (full) return;
                    setMade(at + 1);
                    insert(at + 1, structuredClone(getValues(path)), { focusName: `${name}.${at + 1}.${first}` });
                  }}
                />
                <Button
                  variant="quiet"
                  size="sm"
                  icon="trash"
                  aria-label={t("removeRow", { row: title })}
                  title={t("removeRow", { row: title })}
                  onClick={() => {
                    remove(at);
                    add.current?.focus();
                  }}
                />
              </span>
            }
          >
            <fieldset className="grid min-w-0 grid-cols-2 gap-3 lg:grid-cols-4">
              <legend className="sr-only">{title}</legend>
              {table.columns.map((column) => (
                <div
                  key={column.key}
                  className={classes(
                    "min-w-0",
                    wide(column) ? "col-span-full" : !isNumeric(column) && "max-sm:col-span-full",
                    column.kind === "choices" && manyChoices,
                  )}
                >
                  <FieldInput
                    card
                    field={column}
                    name={`${path}.${column.key}`}
                    row={title}
                    notes={notes(`${table.key}.${at}.${column.key}`)}
                  />
                </div>
              ))}
            </fieldset>
          </Fold>
        );
      })}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          ref={add}
          size="sm"
          icon="plus"
          aria-disabled={full || undefined}
          onClick={() => {
            if (full) return;
            setMade(fields.length);
            append(empty(), { focusName: `${name}.${fields.length}.${first}` });
          }}
        >
          {t("addRow")}
        </Button>
        <span className="text-mist-600 text-sm">{t("rowsOf", { count: fields.length, most })}</span>
      </div>
      <RecordSums table={table} name={name} />
    </div>
  );
}

/** What the columns that are added up come to, while they are typed. */
function RecordSums({ table, name }: { table: Table; name: string }) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  const answers: unknown = useWatch({ name });
  const rows = (Array.isArray(answers) ? answers : []) as (Record<string, unknown> | null)[];
  const summed = table.columns.filter((column) => isNumeric(column) && "sum" in column && column.sum);
  if (summed.length === 0) return null;
  const sum = (key: string) =>
    rows.reduce((all, row) => all + (typeof row?.[key] === "number" ? (row[key] as number) : 0), 0);
  return (
    <dl
      aria-label={t("sum")}
      className="figures grid grid-cols-2 gap-x-6 gap-y-1 rounded-card border border-mist-200 bg-mist-50 px-3 py-2 sm:grid-cols-3 lg:grid-cols-5"
    >
      {summed.map((column) => (
        <div key={column.key} className="flex flex-wrap justify-between gap-x-2">
          <dt className="text-mist-600 text-sm">{column.label[locale]}</dt>
          <dd className="font-semibold text-mist-900">
            {showAnswer(column, Number(sum(column.key).toFixed(4)), locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
