import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Due } from "@/components/duties/due";
import { ReportBadge } from "@/components/duties/report-badge";
import { Checkbox } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import type { Day } from "@/lib/core/day";
import type { ReviewRow } from "@/lib/reports/review-queries";

const minute = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** Reports that the unit reads. */
export function ReviewTable({
  rows,
  decides,
  base,
  today,
  filtered,
}: {
  rows: readonly ReviewRow[];
  /** Whether the reader may decide on the report: only such a one can be ticked. */
  decides: (row: ReviewRow) => boolean;
  base: string;
  today: Day;
  filtered: boolean;
}) {
  const t = useTranslations("duties");
  const locale = useLocale();
  const format = useFormatter();
  const own = (vi: string | null, en: string | null) => (locale === "en" && en) || vi;
  const who = (row: ReviewRow) => row.who ?? (row.unit ? t(`unit.${row.unit as "OFFICE"}`) : "");
  return (
    <Table
      as={Link}
      caption={t("review.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="circle-check" title={t(filtered ? "review.emptyFiltered" : "review.empty")} />}
      columns={[
        {
          key: "box",
          label: t("review.tick"),
          hideLabel: true,
          cell: (row) =>
            row.state === "SUBMITTED" &&
            decides(row) && (
              <Checkbox
                data-row-box=""
                value={`${row.id}:${row.version}`}
                hideLabel
                label={t("review.tickOne", { name: who(row) })}
              />
            ),
        },
        {
          key: "who",
          label: t("column.who"),
          primary: true,
          cell: (row) => (
            <RowTitle as={Link} href={`${base}/${row.id}`} title={who(row)} detail={own(row.parkVi, row.parkEn)} />
          ),
        },
        {
          key: "report",
          label: t("column.report"),
          cell: (row) => (
            <>
              {own(row.obligationVi, row.obligationEn)}
              {row.nil && <span className="block text-mist-600 text-sm">{t("versions.nil")}</span>}
            </>
          ),
        },
        { key: "due", label: t("column.due"), cell: (row) => <Due report={row} today={today} /> },
        {
          key: "state",
          label: t("column.state"),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2 lg:whitespace-nowrap">
              <ReportBadge state={row.state} />
              {row.asked && <span className="font-semibold text-amber text-sm">{t("review.asks")}</span>}
            </span>
          ),
        },
        {
          key: "at",
          label: t("column.at"),
          numeric: true,
          cell: (row) => row.submittedAt && format.dateTime(row.submittedAt, minute),
        },
      ]}
    />
  );
}
