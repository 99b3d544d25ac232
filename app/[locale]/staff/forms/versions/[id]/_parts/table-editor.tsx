"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Fold } from "@/components/forms/fold";
import { ListActs } from "@/components/forms/list-acts";
import { FormNumber } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { fieldOf, fixedRows, freeKey, freeRows } from "@/lib/reports/editing";
import { FieldEditor } from "./field-editor";
import { ItemTitle } from "./item-title";
import { NamedList } from "./named-list";

type Column = { key: string; kind: string; label?: { vi?: string; en?: string } };

/** One table of the form that is made: its columns, and the rows they are asked for. */
export function TableEditor({ name }: { name: string }) {
  const t = useTranslations("forms.builder");
  const rowKinds = useTranslations("forms.rowKind");
  const locale = useLocale();
  const { setValue, getValues } = useFormContext();
  const columns = useFieldArray({ name: `${name}.columns` });
  const rows = useWatch({ name: `${name}.rows.kind` }) as "fixed" | "free";
  const written = (useWatch({ name: `${name}.columns` }) ?? []) as Column[];
  return (
    <>
      <BothFields name={`${name}.label`} label={t("label")} maxLength={200} />
      <FormText
        name={`${name}.key`}
        label={t("key")}
        help={t("keyHelp")}
        maxLength={40}
        spellCheck={false}
        fieldClass="max-w-md"
      />
      <BothFields name={`${name}.help`} label={t("help")} optional maxLength={1000} />
      <section className="flex min-w-0 flex-col gap-2" aria-label={t("columns")}>
        <h4 className="font-semibold text-harbour-900 text-sm">{t("columns")}</h4>
        {columns.fields.map((column, at) => {
          const own = `${name}.columns.${at}`;
          return (
            <Fold
              key={column.id}
              name={own}
              begin={!written[at]?.label?.vi}
              title={<ItemTitle name={own} />}
              acts={
                <ListActs
                  list={`${name}.columns`}
                  at={at}
                  count={columns.fields.length}
                  least={1}
                  title={written[at]?.label?.[locale] || String(at + 1)}
                  move={columns.move}
                  remove={columns.remove}
                />
              }
            >
              <FieldEditor name={own} place={rows === "fixed" ? "column" : "freeColumn"} />
            </Fold>
          );
        })}
        <div>
          <Button
            size="sm"
            icon="plus"
            onClick={() =>
              columns.append(
                fieldOf(
                  "integer",
                  freeKey(
                    "column",
                    written.map(({ key }) => key),
                  ),
                ),
                {
                  focusName: `${name}.columns.${columns.fields.length}.label.vi`,
                },
              )
            }
          >
            {t("addColumn")}
          </Button>
        </div>
      </section>
      <SelectField
        name={`${name}.rows.kind`}
        id={`${name}-rows`}
        label={t("rows")}
        value={rows}
        fieldClass="max-w-md"
        choices={(["fixed", "free"] as const).map((value) => ({ value, label: rowKinds(value) }))}
        onChange={(event) => {
          const made = event.target.value === "free" ? freeRows() : fixedRows();
          setValue(`${name}.rows`, made, { shouldDirty: true });
          // Rows that nobody knows beforehand cannot be filled beforehand.
          if (event.target.value === "free")
            (getValues(`${name}.columns`) as Column[]).forEach((_, at) => {
              setValue(`${name}.columns.${at}.prefill`, "");
            });
        }}
      />
      {rows === "fixed" ? (
        <NamedList name={`${name}.rows.rows`} keyName="key" prefix="row" title={t("rowList")} most={100} />
      ) : (
        <div className="grid min-w-0 gap-3 sm:grid-cols-3">
          <FormNumber name={`${name}.rows.least`} label={t("leastRows")} />
          <FormNumber name={`${name}.rows.most`} label={t("mostRows")} />
          <FormSelect
            name={`${name}.rows.groupBy`}
            label={t("groupBy")}
            empty={t("noGroup")}
            choices={written
              .filter(({ kind }) => kind === "choice")
              .map(({ key, label }) => ({ value: key, label: label?.[locale] || key }))}
          />
        </div>
      )}
    </>
  );
}
