import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { PeriodRow } from "@/lib/deadlines/obligation-queries";

/** The periods with how far each is answered. */
export function Periods({ periods, today }: { periods: readonly PeriodRow[]; today: Day }) {
  const t = useTranslations("deadlines");
  const locale = useLocale();
  const standing = (row: PeriodRow) => {
    if (row.opensOn > today) return <Badge tone="neutral">{t("detail.coming", { day: formatDay(row.opensOn) })}</Badge>;
    if (row.dueOn >= today) return <Badge tone="info">{t("detail.open")}</Badge>;
    return <Badge tone="neutral">{t("detail.over")}</Badge>;
  };
  return (
    <Card flush title={t("detail.periods")}>
      <Table
        caption={t("detail.periods")}
        rows={periods}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="calendar" title={t("detail.noPeriods")} />}
        columns={[
          {
            key: "due",
            label: t("detail.due"),
            primary: true,
            cell: (row) => (
              <>
                <span className="figures font-semibold text-harbour-900">{formatDay(row.dueOn)}</span>
                <span className="figures block text-mist-600 text-sm">
                  {t("detail.covers", { from: formatDay(row.coversFrom), to: formatDay(row.coversTo) })}
                </span>
              </>
            ),
          },
          { key: "state", label: t("obligations.state"), cell: standing },
          {
            key: "answered",
            label: t("obligations.answered"),
            numeric: true,
            cell: (row) =>
              t("detail.ofAll", { some: formatCount(row.answered, locale), all: formatCount(row.owe, locale) }),
          },
          {
            key: "accepted",
            label: t("detail.accepted"),
            numeric: true,
            cell: (row) => formatCount(row.accepted, locale),
          },
          { key: "late", label: t("obligations.late"), numeric: true, cell: (row) => formatCount(row.late, locale) },
        ]}
      />
    </Card>
  );
}
