import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { cohortWords } from "@/lib/cohorts/figure-words";
import {
  type CohortDimension,
  type CohortFigures,
  type CohortMeasure,
  type CohortQuery,
  type CohortRow,
  cohortAddress,
  notSaid,
} from "@/lib/cohorts/figures";
import { cohortRowsPerPage } from "@/lib/cohorts/figures-queries";
import { formatCount } from "@/lib/core/money";

const measures: readonly CohortMeasure[] = [
  "programmes",
  "students",
  "women",
  "intake",
  "graduates",
  "interns",
  "parkInterns",
];

/** Where a row leads: down to the programmes of a school, and from a programme to the schools that teach it. */
const below: Record<CohortDimension, CohortDimension> = {
  ...{ field: "programme", level: "field", kind: "school", province: "school", school: "programme" },
  ...{ programme: "school", year: "field", accreditation: "programme" },
};

export function FigureTable({
  rows,
  total,
  totals,
  compared,
  query,
  against,
  here,
}: {
  rows: readonly CohortRow[];
  total: number;
  totals: CohortFigures;
  compared: ReadonlyMap<string | null, CohortFigures> | null;
  query: CohortQuery;
  against: number | undefined;
  here: string;
}) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const words = cohortWords(locale);
  const { by, page, sort, direction, with: _, ...filters } = query;
  const count = (value: number) => formatCount(value, locale);
  const to = (more: Partial<CohortQuery>) => here + cohortAddress({ ...query, page: 1, ...more });
  const keyOf = (row: CohortRow) => row.key ?? notSaid;
  const down = (row: CohortRow) =>
    here +
    cohortAddress({
      ...filters,
      [by]: keyOf(row),
      by: below[by],
    } as Partial<CohortQuery>);
  return (
    <Card flush title={t("figures.by", { by: t(`by.${by}`) })}>
      {query.year === undefined && <p className="px-5 pb-2 text-mist-600 text-sm">{t("figures.yearsAdded")}</p>}
      <Table
        as={Link}
        caption={t("figures.by", { by: t(`by.${by}`) })}
        rows={rows}
        rowKey={keyOf}
        sort={{ key: sort, direction }}
        sortHref={(next) => to({ sort: next.key as CohortQuery["sort"], direction: next.direction })}
        footer={{ name: t("figures.total"), ...Object.fromEntries(measures.map((one) => [one, count(totals[one])])) }}
        empty={
          <EmptyState icon="layers" title={t("figures.empty")}>
            {t("figures.emptyBody")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            label: t(`by.${by}`),
            primary: true,
            sortable: true,
            cell: (row) => (
              <RowTitle
                as={Link}
                href={row.key === null && by === "programme" ? undefined : down(row)}
                title={words.key(by, row.key, row.name)}
                detail={
                  by === "school"
                    ? undefined
                    : [row.code, t("figures.schools", { count: row.schools })].filter(Boolean).join(" · ")
                }
              />
            ),
          },
          ...measures.map((one) => ({
            key: one,
            label: t(`measure.${one}`),
            numeric: true,
            sortable: true,
            cell: (row: CohortRow) => count(row[one]),
          })),
          ...(compared && against
            ? [
                {
                  key: "before",
                  label: t("figures.studentsOf", { year: String(against) }),
                  numeric: true,
                  wideOnly: true,
                  cell: (row: CohortRow) => count(compared.get(row.key)?.students ?? 0),
                },
              ]
            : []),
        ]}
      />
      <div className="p-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / cohortRowsPerPage))}
          href={(next) => to({ page: next })}
        />
      </div>
    </Card>
  );
}
