import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { formatDecimal } from "@/lib/core/decimal";
import { changeWords, figureUnit } from "@/lib/reports/figure-words";
import type { Figure } from "@/lib/reports/figures";
import type { PeriodHead, Totals } from "@/lib/reports/period";

/** The figures of a period beside those of earlier ones; each total leads to the answers behind it. */
export function TotalsCard({
  figures,
  totals,
  earlier,
  to,
}: {
  figures: readonly Figure[];
  totals: Totals;
  earlier: readonly { period: PeriodHead; totals: Totals }[];
  to: (figure: string) => string;
}) {
  const t = useTranslations("periods");
  const locale = useLocale();
  if (figures.length === 0)
    return (
      <Card title={t("totals.title")}>
        <EmptyState title={t("totals.none")}>{t("totals.noneBody")}</EmptyState>
      </Card>
    );
  return (
    <Card title={t("totals.title")} flush>
      <p className="px-5 pb-3 text-mist-600">{t("totals.answers", { count: totals.answers })}</p>
      <Table
        as={Link}
        caption={t("totals.title")}
        rows={figures}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "figure",
            label: t("column.figure"),
            primary: true,
            cell: (figure) => (
              <span className={figure.key.split(".").length > 2 ? "pl-4 font-normal" : undefined}>
                {figure.label[locale]}
              </span>
            ),
          },
          { key: "unit", label: t("column.unit"), cell: (figure) => figureUnit(figure, locale) },
          {
            key: "total",
            label: t("column.total"),
            numeric: true,
            cell: ({ key }) => (
              <Link className="tap font-semibold underline" href={to(key)}>
                {formatDecimal(totals.sums[key] ?? 0, locale)}
              </Link>
            ),
          },
          {
            key: "change",
            label: t("column.change"),
            numeric: true,
            cell: ({ key }) => changeWords(totals.sums[key] ?? 0, earlier[0]?.totals.sums[key], locale),
          },
          ...earlier.map(({ period, totals: before }) => ({
            key: `before${period.id}`,
            label: t("column.before", { slot: period.slot }),
            numeric: true,
            wideOnly: true,
            cell: ({ key }: Figure) => (before.sums[key] === undefined ? "–" : formatDecimal(before.sums[key], locale)),
          })),
        ]}
      />
    </Card>
  );
}
