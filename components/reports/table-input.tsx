"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { useField } from "@/components/forms/fields";
import { controlId, useFormInfo } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { FieldError } from "@/components/ui/field";
import { showAnswer } from "@/lib/reports/compare";
import { isNumeric, type Table } from "@/lib/reports/field";
import { mostGridColumns } from "./columns";
import { FieldInput, type FieldNotes } from "./field-input";
import { RecordRows } from "./record-rows";

export type NotesOf = (path: string) => FieldNotes;

/**
 * A table of a form. Each row is a group of fields: on a wide screen they stand under the columns' heads, on a phone each
 * row is a card with its labels; the order of the keyboard is the same. Rows of very many columns are cards everywhere.
 */
export function TableInput({ table, name, notes }: { table: Table; name: string; notes: NotesOf }) {
  const locale = useLocale();
  const { id } = useFormInfo();
  const root = `${name}.root`;
  const { error } = useField(root);
  const { columns, help, key } = table;
  const grid = {
    "--columns": `minmax(9rem, 1.4fr) repeat(${columns.length}, minmax(7.5rem, 1fr)) 3rem`,
  } as React.CSSProperties;
  const { reason } = notes(key);
  const t = useTranslations("reports.form");
  return (
    <section aria-labelledby={controlId(id, root)} className="flex min-w-0 flex-col gap-2">
      <h3
        id={controlId(id, root)}
        tabIndex={-1}
        className="font-semibold text-base text-harbour-900 outline-offset-4"
        aria-describedby={error ? `${controlId(id, root)}-error` : undefined}
      >
        {table.label[locale]}
      </h3>
      {help && <p className="max-w-measure text-mist-600 text-sm">{help[locale]}</p>}
      {reason && <p className="font-semibold text-amber text-sm">{t("reason", { reason })}</p>}
      <FieldError id={controlId(id, root)}>{error}</FieldError>
      {table.rows.kind === "free" && columns.length > mostGridColumns ? (
        <RecordRows table={table} name={name} most={table.rows.most} notes={notes} />
      ) : (
        // Positioned, or what only readers see in its cells would widen the page.
        <div className="min-w-0 md:relative md:overflow-x-auto md:rounded-card md:border md:border-mist-200">
          <div className="md:min-w-fit">
            <div
              aria-hidden="true"
              className="hidden gap-2 bg-mist-50 px-3 py-2 md:grid md:grid-cols-(--columns)"
              style={grid}
            >
              <span />
              {columns.map((column) => (
                <span key={column.key} className="font-semibold text-harbour-900 text-sm">
                  {column.label[locale]}
                  {"unit" in column && column.unit && <span className="font-normal"> ({column.unit[locale]})</span>}
                  {column.required && " *"}
                </span>
              ))}
            </div>
            {table.rows.kind === "fixed" ? (
              table.rows.rows.map((row) => (
                <Row
                  key={row.key}
                  table={table}
                  name={`${name}.${row.key}`}
                  path={`${key}.${row.key}`}
                  title={row.label[locale]}
                  grid={grid}
                  notes={notes}
                />
              ))
            ) : (
              <FreeRows table={table} name={name} grid={grid} notes={notes} most={table.rows.most} />
            )}
            <Sums table={table} name={name} grid={grid} />
          </div>
        </div>
      )}
    </section>
  );
}

type Shared = { table: Table; name: string; grid: React.CSSProperties; notes: NotesOf };

function Row({
  table,
  name,
  path,
  title,
  grid,
  notes,
  onRemove,
}: Shared & { path: string; title: string; onRemove?: (() => void) | undefined }) {
  const t = useTranslations("reports.form");
  return (
    <fieldset
      style={grid}
      className="grid min-w-0 grid-cols-2 gap-3 border-mist-200 px-3 py-3 max-md:mb-3 max-md:rounded-card max-md:border md:grid-cols-(--columns) md:gap-2 md:border-t md:py-2"
    >
      <legend className="sr-only">{title}</legend>
      <span
        aria-hidden="true"
        className="min-w-0 self-center font-medium text-mist-900 max-md:col-span-full max-md:self-start max-md:font-semibold"
      >
        {title}
      </span>
      {table.columns.map((column) => (
        <div key={column.key} className={classes("min-w-0", !isNumeric(column) && "max-md:col-span-full")}>
          <FieldInput
            field={column}
            name={`${name}.${column.key}`}
            row={title}
            notes={notes(`${path}.${column.key}`)}
          />
        </div>
      ))}
      {onRemove && (
        <Button
          variant="quiet"
          size="sm"
          icon="trash"
          aria-label={t("removeRow", { row: title })}
          title={t("removeRow", { row: title })}
          onClick={onRemove}
          className="self-center max-md:col-span-full max-md:justify-self-end"
        />
      )}
    </fieldset>
  );
}

function FreeRows({ table, name, most, ...rest }: Shared & { most: number }) {
  const t = useTranslations("reports.form");
  const add = useRef<HTMLButtonElement>(null);
  const { fields, append, remove } = useFieldArray({ name });
  const first = table.columns[0]?.key ?? "";
  const empty = () => Object.fromEntries(table.columns.map(({ key, kind }) => [key, kind === "choices" ? [] : null]));
  return (
    <>
      {fields.map((row, at) => (
        <Row
          key={row.id}
          table={table}
          name={`${name}.${at}`}
          path={`${table.key}.${at}`}
          title={t("row", { number: at + 1 })}
          onRemove={() => {
            remove(at);
            add.current?.focus();
          }}
          {...rest}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3 md:border-mist-200 md:border-t md:px-3 md:py-2">
        <Button
          ref={add}
          size="sm"
          icon="plus"
          aria-disabled={fields.length >= most || undefined}
          onClick={() => fields.length < most && append(empty(), { focusName: `${name}.${fields.length}.${first}` })}
        >
          {t("addRow")}
        </Button>
        <span className="text-mist-600 text-sm">{t("rowsOf", { count: fields.length, most })}</span>
      </div>
    </>
  );
}

/** What the columns that are added up come to, while they are typed. */
function Sums({ table, name, grid }: Pick<Shared, "table" | "name" | "grid">) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  const answers: unknown = useWatch({ name });
  const summed = table.columns.filter((column) => isNumeric(column) && "sum" in column && column.sum);
  if (summed.length === 0 || typeof answers !== "object" || answers === null) return null;
  const rows = Object.values(answers) as Record<string, unknown>[];
  const sum = (key: string) =>
    rows.reduce((all, row) => all + (typeof row?.[key] === "number" ? (row[key] as number) : 0), 0);
  return (
    <div
      style={grid}
      className="figures border-mist-200 bg-mist-50 px-3 py-2 font-semibold text-mist-900 max-md:flex max-md:flex-col max-md:rounded-card max-md:border md:grid md:grid-cols-(--columns) md:gap-2 md:border-t"
    >
      <span>{t("sum")}</span>
      {table.columns.map((column) => (
        <span key={column.key} className={summed.includes(column) ? "md:px-3" : "max-md:hidden"}>
          {summed.includes(column) && (
            <>
              <span className="font-normal text-mist-600 text-sm md:sr-only">{column.label[locale]}: </span>
              {showAnswer(column, Number(sum(column.key).toFixed(4)), locale)}
            </>
          )}
        </span>
      ))}
    </div>
  );
}
