import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { FoldAll } from "@/components/ui/fold-all";
import { PhoneFold } from "@/components/ui/phone-fold";
import { Table } from "@/components/ui/table";
import type { Answers, RowAnswers, Value } from "@/lib/reports/answers";
import { showAnswer } from "@/lib/reports/compare";
import type { FormDefinition } from "@/lib/reports/definition";
import { type Field, type Table as FormTable, isNumeric } from "@/lib/reports/field";
import { figuresOf } from "@/lib/reports/figures";
import { mostGridColumns } from "./columns";
import { RecordView } from "./record-view";

/**
 * A form with its answers, to read and to print; `reasons` by path are what the reviewer said. `whole`: nothing is folded to
 * begin with, for whoever decides on it or signs it.
 */
export function ReportView({
  definition,
  content,
  reasons = {},
  whole = false,
}: {
  definition: FormDefinition;
  content: Answers;
  reasons?: Readonly<Record<string, string>> | undefined;
  whole?: boolean | undefined;
}) {
  const t = useTranslations("reports.form");
  const locale = useLocale();
  const id = useId();
  const figures = figuresOf(definition, content);
  const answered = (field: Field, value: Value | undefined, path: string): ReactNode => {
    const text = showAnswer(field, value, locale);
    const reason = reasons[path];
    if (!text && !reason) return "";
    return (
      <>
        <span className="whitespace-pre-line">{text || "–"}</span>
        {reason && <span className="mt-1 block font-semibold text-amber text-sm">{t("reason", { reason })}</span>}
      </>
    );
  };

  function tableOf(table: FormTable) {
    const own = content[table.key];
    const rows: { key: string | number; label: string; answers: RowAnswers }[] =
      table.rows.kind === "fixed"
        ? table.rows.rows.map((row) => ({
            key: row.key,
            label: row.label[locale],
            answers: (own as Record<string, RowAnswers> | undefined)?.[row.key] ?? {},
          }))
        : ((Array.isArray(own) ? own : []) as RowAnswers[]).map((answers, at) => ({
            key: at,
            label: String(at + 1),
            answers,
          }));
    const sums = table.columns.flatMap((column) => {
      const sum = figures[`${table.key}.${column.key}`];
      return sum === undefined ? [] : [[column.key, showAnswer(column, sum, locale)] as const];
    });
    const cell = (column: Field, { key, answers }: (typeof rows)[number]) =>
      answered(column, answers[column.key], `${table.key}.${key}.${column.key}`);
    const noted = (row: (typeof rows)[number]) =>
      whole || table.columns.some((column) => reasons[`${table.key}.${row.key}.${column.key}`] !== undefined);
    const labelOf = (key: string) => table.columns.find((column) => column.key === key)?.label[locale] ?? key;
    const plain = (
      <Table
        caption={table.label[locale]}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p className="text-mist-600">{t("noRows")}</p>}
        columns={[
          {
            key: "row-label",
            label: table.rows.kind === "fixed" ? t("item") : t("number"),
            primary: true,
            cell: ({ label }) => label,
          },
          ...table.columns.map((column) => ({
            key: column.key,
            label: column.label[locale],
            numeric: isNumeric(column),
            cell: (row: (typeof rows)[number]) => cell(column, row) || "–",
          })),
        ]}
        footer={sums.length > 0 ? { "row-label": t("sum"), ...Object.fromEntries(sums) } : undefined}
      />
    );
    return (
      <div key={table.key} className="min-w-0">
        <h3 className="mb-2 font-semibold text-base text-harbour-900">{table.label[locale]}</h3>
        {reasons[table.key] && (
          <p className="mb-2 font-semibold text-amber text-sm">{t("reason", { reason: reasons[table.key] ?? "" })}</p>
        )}
        {table.columns.length > mostGridColumns ? (
          <RecordView columns={table.columns} rows={rows} cell={cell} open={noted} sums={sums} empty={t("noRows")} />
        ) : rows.length > 1 ? (
          <PhoneFold
            open={rows.some(noted)}
            summary={[t("rows", { count: rows.length }), ...sums.map(([key, sum]) => `${labelOf(key)} ${sum}`)].join(
              " · ",
            )}
          >
            {plain}
          </PhoneFold>
        ) : (
          plain
        )}
      </div>
    );
  }

  const folds = definition.sections.some(({ items }) =>
    items.some((item) => item.kind === "table" && item.rows.kind === "free" && item.columns.length > mostGridColumns),
  );
  return (
    <div id={id} className="space-y-5">
      {folds && (
        <div className="no-print -mb-2 flex justify-end">
          <FoldAll within={id} opened={whole} words={{ open: t("openAll"), close: t("closeAll") }} />
        </div>
      )}
      {definition.sections.map((section) => {
        const fields = section.items.filter((item) => item.kind !== "table");
        return (
          <Card key={section.key} title={section.title[locale]}>
            <div className="space-y-5">
              {fields.length > 0 && (
                <DescriptionList
                  blank={t("notAnswered")}
                  items={fields.map((field) => ({
                    key: field.key,
                    label: field.label[locale],
                    value: answered(field, content[field.key] as Value, field.key),
                  }))}
                />
              )}
              {section.items.map((item) => (item.kind === "table" ? tableOf(item) : null))}
            </div>
          </Card>
        );
      })}
    </div>
  );
}
