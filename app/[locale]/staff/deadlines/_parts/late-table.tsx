import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { RowTitle, type Sort, Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { LateRow } from "@/lib/deadlines/escalation-queries";
import { namedPeriod } from "@/lib/deadlines/recurrence";

/** A page of late reports. */
export function LateTable({
  rows,
  sort,
  sortHref,
  rowHref,
  empty,
}: {
  rows: readonly LateRow[];
  sort: Sort;
  sortHref: (sort: Sort) => string;
  rowHref: (id: number) => string;
  empty: ReactNode;
}) {
  const t = useTranslations("reminders.late");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  return (
    <Table
      as={Link}
      caption={t("caption")}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={[
        {
          key: "name",
          label: t("who"),
          primary: true,
          sortable: true,
          cell: (row) => (
            <RowTitle
              as={Link}
              href={rowHref(row.id)}
              title={row.organisation ?? (row.unit ? units(row.unit) : "")}
              detail={namedPeriod(locale === "vi" ? row.obligationVi : row.obligationEn, row.slot)}
            />
          ),
        },
        {
          key: "park",
          label: t("park"),
          sortable: true,
          cell: (row) => (locale === "vi" ? row.parkVi : row.parkEn) ?? "–",
        },
        { key: "due", label: t("due"), numeric: true, sortable: true, cell: (row) => formatDay(row.dueOn) },
        { key: "days", label: t("daysLate"), numeric: true, cell: (row) => formatCount(row.daysLate, locale) },
        {
          key: "asked",
          label: t("lastAsked"),
          numeric: true,
          wideOnly: true,
          cell: (row) => (row.remindedAt ? formatDay(dayOf(row.remindedAt)) : t("never")),
        },
        {
          key: "state",
          label: t("reach"),
          cell: (row) => (
            <span className="flex flex-wrap gap-1.5">
              {!row.hasAccount && <Badge tone="waiting">{t("noAccount")}</Badge>}
              {row.bounced && <Badge tone="refused">{t("bounced")}</Badge>}
              {row.state === "RETURNED" && <Badge tone="info">{t("returnedState")}</Badge>}
              {row.calls > 0 && <Badge icon="phone">{t("callCount", { count: row.calls })}</Badge>}
              {row.letters > 0 && <Badge icon="file-text">{t("letterCount", { count: row.letters })}</Badge>}
            </span>
          ),
        },
      ]}
    />
  );
}
