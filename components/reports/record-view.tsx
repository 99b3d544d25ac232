import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { RowAnswers } from "@/lib/reports/answers";
import { showAnswer } from "@/lib/reports/compare";
import type { Field } from "@/lib/reports/field";
import { titleColumns } from "./columns";

type Row = { key: string | number; label: string; answers: RowAnswers };

/** More rows than these stand behind one line that says how many they are. */
const mostInSight = 20;

/**
 * The rows of a table with many columns, to read: each folds under its name and what it is of, with its answers beside each
 * other, and the sums below. Folding needs no script, and on paper all is open.
 */
export function RecordView({
  columns,
  rows,
  cell,
  open,
  sums,
  empty,
}: {
  columns: readonly Field[];
  rows: readonly Row[];
  /** An answer with what was said of it; empty where there is neither. */
  cell: (column: Field, row: Row) => ReactNode;
  /** Rows that are open from the start. */
  open: (row: Row) => boolean;
  sums: readonly (readonly [key: string, sum: string])[];
  empty: string;
}) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  if (rows.length === 0) return <p className="text-mist-600">{empty}</p>;
  const [naming, rest] = [columns.slice(0, titleColumns), columns.slice(titleColumns)];
  /** What tells rows apart besides their names: what was chosen of a few. */
  const kinds = rest.filter(({ kind }) => kind === "choice").slice(0, 2);
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
  const list = (
    <ol className="divide-y divide-mist-200">
      {rows.map((row) => (
        <li key={row.key} className="min-w-0">
          <details className="paper-open group/row min-w-0" open={open(row)}>
            <summary className="flex min-h-11 cursor-pointer list-none items-baseline gap-2 px-3 py-2 sm:px-4">
              <Icon
                name="chevron-right"
                size={16}
                className="shrink-0 self-center text-mist-600 group-open/row:rotate-90"
              />
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 break-words">
                <span className="text-mist-600 text-sm">{row.label}</span>
                {naming.map((column, at) => (
                  <Fragment key={column.key}>
                    {at > 0 && <span aria-hidden="true">·</span>}
                    <span className="min-w-0 font-semibold text-harbour-900">{cell(column, row) || "–"}</span>
                  </Fragment>
                ))}
                <span className="text-mist-600 text-sm">
                  {kinds
                    .map((column) => showAnswer(column, row.answers[column.key], locale))
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
            </summary>
            <div className="px-3 pt-1 pb-3 sm:px-4">
              {pairs(
                rest.map((column) => ({ key: column.key, label: column.label[locale], value: cell(column, row) })),
              )}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
  return (
    <div className="rounded-card border border-mist-200">
      {rows.length > mostInSight ? (
        <details className="paper-open group/all min-w-0" open={rows.some(open)}>
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 border-mist-200 px-3 py-2 font-semibold text-harbour-900 group-open/all:border-b sm:px-4">
            <Icon name="chevron-right" size={16} className="text-mist-600 group-open/all:rotate-90" />
            {t("rows", { count: rows.length })}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
      {sums.length > 0 && (
        <div className="border-mist-200 border-t bg-mist-50 px-3 py-3 sm:px-4">
          <p className="mb-2 font-semibold text-harbour-900">{t("sum")}</p>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3 lg:grid-cols-4">
            {sums.map(([key, value]) => (
              <div key={key} className="flex min-w-0 items-baseline justify-between gap-2">
                <dt className="text-mist-600 text-sm">
                  {columns.find((column) => column.key === key)?.label[locale] ?? key}
                </dt>
                <dd className="figures font-semibold text-mist-900">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
