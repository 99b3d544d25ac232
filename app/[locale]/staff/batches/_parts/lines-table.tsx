import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { RowTitle, Table } from "@/components/ui/table";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { Wage } from "@/components/vacancies/wage";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import type { BatchLine } from "@/lib/vacancies/batch-changes";

/** The frozen lines of a batch as they were published, and how each stands now. */
export function LinesTable({ lines }: { lines: readonly BatchLine[] }) {
  const t = useTranslations("batches.lines");
  const words = useTranslations("vacancies.positionGroup");
  const locale = useLocale();
  const vi = locale === "vi";
  return (
    <Table
      caption={t("caption")}
      rows={lines}
      rowKey={(line) => line.position}
      columns={[
        {
          key: "position",
          label: t("position"),
          wideOnly: true,
          cell: (line) => <span className="figures">{line.position}</span>,
        },
        {
          key: "title",
          label: t("title2"),
          primary: true,
          cell: ({ content }) => (
            <RowTitle
              as={Link}
              href={href(locale, "staff", "review", content.id)}
              title={(vi ? null : content.titleEn) ?? content.titleVi}
              detail={(vi ? null : content.enterprise.nameEn) ?? content.enterprise.nameVi}
            />
          ),
        },
        {
          key: "park",
          label: t("park"),
          cell: ({ content }) => (vi ? content.park.shortNameVi : content.park.shortNameEn),
        },
        { key: "group", label: t("group"), cell: ({ content }) => words(content.positionGroup) },
        {
          key: "headcount",
          label: t("headcount"),
          numeric: true,
          cell: ({ content }) => formatCount(content.headcount, locale),
        },
        { key: "wage", label: t("wage"), numeric: true, cell: ({ content }) => <Wage content={content} /> },
        {
          key: "deadline",
          label: t("deadline"),
          numeric: true,
          cell: ({ content }) => (content.deadline ? formatDay(content.deadline) : "–"),
        },
        { key: "now", label: t("now"), cell: (line) => <StatusBadge status={line.now.status} /> },
      ]}
    />
  );
}
