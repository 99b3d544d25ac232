import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import {
  type FigureMeasure,
  type Figures,
  type FiguresQuery,
  figureMeasures,
  figuresAddress,
  unknownKey,
} from "@/lib/budget/figures";
import { type FigureRow, figureRowsPerPage } from "@/lib/budget/figures-queries";
import type { figureWords } from "@/lib/budget/figures-words";
import { formatCount } from "@/lib/core/money";

/** Bars to look at and a table to read; each number leads to its people. */
export function FigureTables({
  figures: { rows, total, sums },
  reasons,
  query,
  words,
  here,
}: {
  figures: { rows: FigureRow[]; total: number; sums: Figures };
  reasons: readonly { reason: string | null; persons: number }[];
  query: FiguresQuery;
  words: ReturnType<typeof figureWords>;
  here: string;
}) {
  const t = useTranslations("supportFigures");
  const locale = useLocale();
  const { by, page } = query;
  const count = (value: number) => formatCount(value, locale);
  const to = (more: Partial<FiguresQuery>) => here + figuresAddress({ ...query, page: 1, ...more });
  const keyOf = (row: FigureRow) => row.key ?? unknownKey;
  const number = (value: number, measure: FigureMeasure, more: Partial<FiguresQuery> = {}) =>
    value === 0 ? (
      count(0)
    ) : (
      <Link href={to({ ...more, measure })} className="tap underline decoration-mist-300 underline-offset-4">
        {count(value)}
      </Link>
    );
  const bars = (measure: FigureMeasure) => (
    <section key={measure} className="min-w-0">
      <h3 className="mb-3 font-semibold text-harbour-900">
        {t("measureOf", { measure: t(`measure.${measure}`), count: sums[measure] })}
      </h3>
      <BarList
        max={Math.max(1, ...rows.map((row) => row[measure]))}
        rows={rows
          .filter((row) => row[measure] > 0)
          .slice(0, 8)
          .map((row) => ({
            key: keyOf(row),
            label: words.key(by, row.key),
            value: row[measure],
            text: count(row[measure]),
            href: to({ [by]: keyOf(row), measure }),
          }))}
      />
    </section>
  );
  if (total === 0)
    return (
      <Card>
        <EmptyState icon="layers" title={t("empty")}>
          {t("emptyBody")}
        </EmptyState>
      </Card>
    );
  return (
    <div className="space-y-5">
      <Card title={t(`by.${by}`)}>
        <div className="grid gap-x-10 gap-y-7 md:grid-cols-2">
          {figureMeasures.filter((measure) => sums[measure] > 0).map(bars)}
        </div>
      </Card>
      <Card flush title={t("table")}>
        <Table
          as={Link}
          caption={t("table")}
          rows={rows}
          rowKey={keyOf}
          footer={{
            key: t("total"),
            ...Object.fromEntries(figureMeasures.map((measure) => [measure, number(sums[measure], measure)])),
            ...{ asked: count(sums.askedAmount), granted: count(sums.approvedAmount), given: count(sums.paidAmount) },
          }}
          columns={[
            {
              key: "key",
              label: t(`by.${by}`),
              primary: true,
              cell: (row) => <RowTitle as={Link} href={to({ [by]: keyOf(row) })} title={words.key(by, row.key)} />,
            },
            ...figureMeasures.map((measure) => ({
              key: measure,
              label: t(`measure.${measure}`),
              numeric: true,
              cell: (row: FigureRow) => number(row[measure], measure, { [by]: keyOf(row) }),
            })),
            {
              key: "asked",
              label: t("askedAmount"),
              numeric: true,
              wideOnly: true,
              cell: (row) => count(row.askedAmount),
            },
            {
              key: "granted",
              label: t("approvedAmount"),
              numeric: true,
              wideOnly: true,
              cell: (row) => count(row.approvedAmount),
            },
            { key: "given", label: t("paidAmount"), numeric: true, cell: (row) => count(row.paidAmount) },
          ]}
        />
        <div className="p-5">
          <Pagination
            as={Link}
            page={page}
            pages={Math.max(1, Math.ceil(total / figureRowsPerPage))}
            href={(next) => here + figuresAddress({ ...query, page: next })}
          />
        </div>
      </Card>
      {reasons.length > 0 && (
        <Card title={t("reasons")}>
          <BarList
            rows={reasons.map((one) => ({
              key: one.reason ?? unknownKey,
              label: words.reason(one.reason),
              value: one.persons,
              text: count(one.persons),
              href: to({ measure: "refused", reason: one.reason ?? unknownKey }),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
