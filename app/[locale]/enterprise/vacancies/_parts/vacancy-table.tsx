import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RowTitle, type Sort, Table } from "@/components/ui/table";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { Wage } from "@/components/vacancies/wage";
import { dateToDay, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import type { DeskRow } from "@/lib/vacancies/vacancy-queries";
import { Filled } from "./filled";

/** The enterprise's vacancies, a row each. Sorting is by link; without `sortHref` the order is fixed. */
export function VacancyTable({
  caption,
  rows,
  sort,
  sortHref,
  empty,
}: {
  caption: string;
  rows: readonly DeskRow[];
  sort?: Sort | undefined;
  sortHref?: ((sort: Sort) => string) | undefined;
  empty?: ReactNode;
}) {
  const t = useTranslations("vacancies.desk");
  const locale = useLocale();
  return (
    <Table<DeskRow>
      as={Link}
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={[
        {
          key: "title",
          label: t("column.title"),
          primary: true,
          sortable: true,
          cell: (row) => (
            <RowTitle
              as={Link}
              href={href(locale, "enterprise", "vacancies", row.id)}
              title={row.titleVi || t("untitled")}
              detail={
                row.batch && t("batchName", { no: row.batch.no, month: row.batch.month, year: String(row.batch.year) })
              }
            />
          ),
        },
        { key: "status", label: t("column.status"), cell: (row) => <StatusBadge status={row.status} /> },
        {
          key: "headcount",
          label: t("column.headcount"),
          sortable: true,
          numeric: true,
          cell: (row) =>
            row.publishedAt ? (
              <Filled filled={row.filledCount} headcount={row.headcount} />
            ) : (
              formatCount(row.headcount, locale)
            ),
        },
        { key: "wage", label: t("column.wage"), wideOnly: true, cell: (row) => <Wage content={row} /> },
        {
          key: "deadline",
          label: t("column.deadline"),
          sortable: true,
          numeric: true,
          cell: (row) => (row.deadline ? formatDay(dateToDay(row.deadline)) : "–"),
        },
      ]}
    />
  );
}
