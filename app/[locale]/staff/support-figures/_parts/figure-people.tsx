import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { type FigureMeasure, type FiguresQuery, figuresAddress } from "@/lib/budget/figures";
import { type FigurePerson, peoplePerPage } from "@/lib/budget/figures-queries";
import type { figureWords } from "@/lib/budget/figures-words";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";

/** The people behind a figure, with the way to the dossier of each. */
export function FigurePeople({
  people: { rows, total, amount },
  measure,
  query,
  words,
  here,
}: {
  people: { rows: FigurePerson[]; total: number; amount: number };
  measure: FigureMeasure;
  query: FiguresQuery;
  words: ReturnType<typeof figureWords>;
  here: string;
}) {
  const t = useTranslations("supportFigures");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const title = t("people", { count: total });
  return (
    <Card flush title={title}>
      <Table
        as={Link}
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="users" title={t("empty")} />}
        footer={{ name: t("total"), amount: count(amount) }}
        columns={[
          {
            key: "name",
            label: t("name"),
            primary: true,
            cell: (row) => (
              <RowTitle
                as={Link}
                href={row.dossierId ? href(locale, "staff", "dossiers", row.dossierId) : undefined}
                title={row.fullName ?? t("unknown")}
                detail={row.code ?? undefined}
              />
            ),
          },
          { key: "who", label: t("organisation"), cell: (row) => row.organisation },
          { key: "programme", label: t("programme"), cell: (row) => row.programme ?? "–" },
          {
            key: "at",
            label: t(`on.${measure}`),
            numeric: true,
            cell: (row) => (row.at ? formatDay(dayOf(row.at)) : "–"),
          },
          ...(measure === "refused"
            ? [{ key: "reason", label: t("reason"), cell: (row: FigurePerson) => words.reason(row.reason) }]
            : []),
          { key: "amount", label: t("amount"), numeric: true, cell: (row) => count(row.amount) },
        ]}
      />
      <div className="p-5">
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(total / peoplePerPage))}
          href={(page) => here + figuresAddress({ ...query, page })}
        />
      </div>
    </Card>
  );
}
