import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/core/day";
import type { OwedReport } from "@/lib/reports/owed-queries";
import type { OwedTab } from "@/lib/reports/submission-schema";
import { Due } from "./due";
import { ReportBadge } from "./report-badge";

/** What one owes, by due day. `base` is the address of the list; a report's page lies below it. */
export function OwedList({
  items,
  tab,
  base,
  today,
}: {
  items: readonly OwedReport[];
  tab: OwedTab;
  base: string;
  today: Day;
}) {
  const t = useTranslations("duties");
  const locale = useLocale();
  return (
    <Card flush as="div">
      <Table
        as={Link}
        caption={t(`tab.${tab}`)}
        rows={items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={tab === "open" ? "circle-check" : "calendar"} title={t(`empty.${tab}`)}>
            {t(`emptyBody.${tab}`)}
          </EmptyState>
        }
        columns={[
          {
            key: "report",
            label: t("column.report"),
            primary: true,
            cell: (row) => (
              <RowTitle
                as={Link}
                href={`${base}/${row.id}`}
                title={locale === "vi" ? row.nameVi : row.nameEn}
                detail={t("covers", { from: formatDay(row.coversFrom), to: formatDay(row.coversTo) })}
              />
            ),
          },
          { key: "due", label: t("column.due"), cell: (row) => <Due report={row} today={today} /> },
          {
            key: "state",
            label: t("column.state"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <ReportBadge state={row.state} />
                {row.toSign && <Badge tone="waiting">{t("sign.badge")}</Badge>}
                {row.asked && (
                  <span className="text-mist-600 text-sm">{t("asked", { day: formatDay(row.asked) })}</span>
                )}
                {tab === "coming" && (
                  <span className="text-mist-600 text-sm">{t("opens", { day: formatDay(row.opensOn) })}</span>
                )}
              </span>
            ),
          },
          { key: "reader", label: t("column.reader"), wideOnly: true, cell: (row) => t(`unit.${row.reviewer}`) },
        ]}
      />
    </Card>
  );
}
