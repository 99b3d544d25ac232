import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { type Column, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import type { ComparedBatch } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";

const groups = ["MANAGER", "HIGH_TECHNICAL", "MID_TECHNICAL", "OTHER"] as const;

/** A batch beside those before it: bars for the eye, the same numbers as a table. The first row is the batch itself. */
export function Comparison({ rows }: { rows: readonly ComparedBatch[] }) {
  const t = useTranslations("batches");
  const words = useTranslations("vacancies.positionGroup");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const [own, ...earlier] = rows;
  if (!own || earlier.length === 0) return <p className="text-mist-700">{t("compare.none")}</p>;
  const against = (row: ComparedBatch) => {
    const difference = row.headcount - own.headcount;
    if (row === own) return "–";
    if (difference === 0) return t("compare.same");
    return t(difference > 0 ? "compare.up" : "compare.down", { count: Math.abs(difference) });
  };
  const columns: Column<ComparedBatch>[] = [
    {
      key: "name",
      label: t("column.name"),
      primary: true,
      cell: (row) => <span className={row === own ? "font-semibold" : undefined}>{batchName(locale, row)}</span>,
    },
    { key: "enterprises", label: t("column.enterprises"), numeric: true, cell: (row) => count(row.enterprises) },
    { key: "headcount", label: t("column.headcount"), numeric: true, cell: (row) => count(row.headcount) },
    ...groups.map((group) => ({
      key: group,
      label: words(group),
      numeric: true,
      cell: (row: ComparedBatch) => count(row.byPositionGroup[group]),
    })),
    { key: "change", label: t("column.change"), numeric: true, cell: against },
  ];
  return (
    <div className="space-y-5">
      <section aria-label={t("compare.chart")} className="max-w-measure">
        <BarList
          rows={rows.map((row) => ({
            key: row.id,
            label: row === own ? `${batchName(locale, row)} (${t("compare.this")})` : batchName(locale, row),
            value: row.headcount,
            text: count(row.headcount),
          }))}
        />
      </section>
      <div className="-mx-5 overflow-x-auto">
        <Table caption={t("compare.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} />
      </div>
    </div>
  );
}
