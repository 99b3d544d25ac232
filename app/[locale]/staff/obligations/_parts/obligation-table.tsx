import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ObligationBadge } from "@/components/deadlines/obligation-badge";
import { Badge } from "@/components/ui/badge";
import { RowTitle, type Sort, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { ObligationRow } from "@/lib/deadlines/obligation-queries";

/** A page of obligations: next due day, and how far the present period is answered. */
export function ObligationTable({
  rows,
  sort,
  sortHref,
  rowHref,
  empty,
}: {
  rows: readonly ObligationRow[];
  sort: Sort;
  sortHref: (sort: Sort) => string;
  rowHref: (id: number) => string;
  empty: ReactNode;
}) {
  const t = useTranslations("deadlines");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  const count = (number: number) => formatCount(number, locale);
  return (
    <Table
      as={Link}
      caption={t("obligations.title")}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={[
        {
          key: "name",
          label: t("obligations.name"),
          primary: true,
          sortable: true,
          cell: (row) => (
            <>
              <RowTitle
                as={Link}
                href={rowHref(row.id)}
                title={locale === "vi" ? row.nameVi : row.nameEn}
                detail={t(`obligations.whoOf.${row.who}`)}
              />
              <span className="mt-1 flex flex-wrap gap-1.5">
                <ObligationBadge state={row.state} />
                {!row.verified && <Badge tone="waiting">{t("toVerify")}</Badge>}
              </span>
            </>
          ),
        },
        { key: "reviewer", label: t("obligations.reviewer"), wideOnly: true, cell: (row) => units(row.reviewer) },
        {
          key: "due",
          label: t("obligations.next"),
          numeric: true,
          sortable: true,
          cell: (row) => (row.nextDueOn ? formatDay(row.nextDueOn) : "–"),
        },
        {
          key: "period",
          label: t("obligations.present"),
          numeric: true,
          cell: (row) => (row.dueOn ? formatDay(row.dueOn) : "–"),
        },
        { key: "owe", label: t("obligations.owe"), numeric: true, cell: (row) => (row.dueOn ? count(row.owe) : "–") },
        {
          key: "answered",
          label: t("obligations.answered"),
          numeric: true,
          cell: (row) => (row.dueOn ? count(row.answered) : "–"),
        },
        {
          key: "late",
          label: t("obligations.late"),
          numeric: true,
          sortable: true,
          cell: (row) =>
            row.late > 0 ? (
              <Badge tone="refused" icon="clock">
                {count(row.late)}
              </Badge>
            ) : row.dueOn ? (
              "0"
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
