import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { RowAnswers } from "@/lib/reports/answers";
import type { Field } from "@/lib/reports/field";
import { titleColumns } from "./columns";

type Row = { key: string | number; label: string; answers: RowAnswers };

/** The rows of a table with many columns, to read: each with its name, its answers beside each other, and the sums below. */
export function RecordView({
  columns,
  rows,
  cell,
  sums,
  empty,
}: {
  columns: readonly Field[];
  rows: readonly Row[];
  /** An answer with what was said of it; empty where there is neither. */
  cell: (column: Field, row: Row) => ReactNode;
  sums: readonly (readonly [key: string, sum: string])[];
  empty: string;
}) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  if (rows.length === 0) return <p className="text-mist-600">{empty}</p>;
  const [naming, rest] = [columns.slice(0, titleColumns), columns.slice(titleColumns)];
  const pairs = (items: readonly { key: string; label: string; value: ReactNode }[]) => (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-4">
      {items
        .filter(({ value }) => value !== "")
        .map(({ key, label, value }) => (
          <div key={key} className="min-w-0">
            <dt className="text-mist-600 text-sm">{label}</dt>
            <dd className="figures break-words text-mist-900">{value}</dd>
          </div>
        ))}
    </dl>
  );
  return (
    <div className="rounded-card border border-mist-200">
      <ol className="divide-y divide-mist-200">
        {rows.map((row) => (
          <li key={row.key} className="min-w-0 px-3 py-3 sm:px-4">
            <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
              <span className="text-mist-600 text-sm">{row.label}</span>
              {naming.map((column, at) => (
                <Fragment key={column.key}>
                  {at > 0 && <span aria-hidden="true">·</span>}
                  <span className="font-semibold text-harbour-900">{cell(column, row) || "–"}</span>
                </Fragment>
              ))}
            </div>
            {pairs(rest.map((column) => ({ key: column.key, label: column.label[locale], value: cell(column, row) })))}
          </li>
        ))}
      </ol>
      {sums.length > 0 && (
        <div className="border-mist-200 border-t bg-mist-50 px-3 py-3 sm:px-4">
          <p className="mb-2 font-semibold text-harbour-900">{t("sum")}</p>
          {pairs(
            sums.map(([key, value]) => ({
              key,
              label: columns.find((column) => column.key === key)?.label[locale] ?? key,
              value,
            })),
          )}
        </div>
      )}
    </div>
  );
}
