import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Held } from "@/lib/reports/oversight-queries";

export type HeldRow = Held & {
  key: string | number;
  name: string;
  detail?: string;
  nameHref?: string;
  lateHref?: string;
  waitingHref?: string;
  /** Late reports that the unit itself owes, where units are listed. */
  owes?: { count: number; href: string };
};

/** What is held up, grouped in one way; numbers lead to the lists of just these reports. */
export function HeldTable({
  title,
  lede,
  label,
  rows,
}: {
  title: string;
  lede?: string;
  label: string;
  rows: readonly HeldRow[];
}) {
  const t = useTranslations("oversight.column");
  const locale = useLocale();
  const number = (value: number, to: string | undefined, name: string) =>
    value > 0 && to ? (
      <Link className="tap underline" href={to}>
        {formatCount(value, locale)}
        <span className="sr-only"> {name}</span>
      </Link>
    ) : (
      formatCount(value, locale)
    );
  const units = rows.some(({ owes }) => owes);
  return (
    <Card title={title} flush>
      {lede && <p className="max-w-measure px-5 pb-3 text-mist-600 text-sm">{lede}</p>}
      <Table
        as={Link}
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            label,
            primary: true,
            cell: (row) => <RowTitle as={Link} title={row.name} href={row.nameHref} detail={row.detail} />,
          },
          { key: "late", label: t("late"), numeric: true, cell: (row) => number(row.late, row.lateHref, row.name) },
          { key: "returned", label: t("returned"), numeric: true, cell: (row) => formatCount(row.returned, locale) },
          {
            key: "oldestDue",
            label: t("oldestDue"),
            numeric: true,
            cell: (row) => (row.oldestDue ? formatDay(row.oldestDue) : "–"),
          },
          {
            key: "waiting",
            label: t("waiting"),
            numeric: true,
            cell: (row) => number(row.waiting, row.waitingHref, row.name),
          },
          {
            key: "since",
            label: t("since"),
            numeric: true,
            cell: (row) => (row.waitingSince ? formatDay(dayOf(row.waitingSince)) : "–"),
          },
          ...(units
            ? [
                {
                  key: "owes",
                  label: t("owes"),
                  numeric: true,
                  cell: (row: HeldRow) => row.owes && number(row.owes.count, row.owes.href, row.name),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
