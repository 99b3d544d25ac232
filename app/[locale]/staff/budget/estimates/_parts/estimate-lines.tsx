import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { type Estimate, type ShownEstimate, sumsOf } from "@/lib/budget/estimate";
import { estimateWords } from "@/lib/budget/estimate-file";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";

const linesPerPage = 50;

/** A scenario's sums by source, group, occupation and level, and below them each line that they are made of. */
export function EstimateLines({
  shown,
  estimate,
  page,
  here,
}: {
  shown: ShownEstimate;
  estimate: Estimate;
  page: number;
  here: string;
}) {
  const t = useTranslations("estimates");
  const locale = useLocale();
  const words = estimateWords(shown, locale);
  const count = (value: number) => formatCount(value, locale);
  const { scenario, lines } = estimate;
  const marked = (value: string, unverified: boolean) => (unverified ? `${value} (*)` : value);
  const empty = (
    <EmptyState icon="layers" title={t("noLines")}>
      {t("noLinesBody")}
    </EmptyState>
  );
  return (
    <>
      <Card flush title={t("sumsTitle", { scenario: scenario.name })}>
        <Table
          caption={t("sumsTitle", { scenario: scenario.name })}
          rows={sumsOf(lines)}
          rowKey={(row) => `${row.source}/${row.groupCode}/${row.occupationCode}/${row.level}`}
          empty={empty}
          footer={{
            ...{ what: t("total"), begin: count(estimate.persons), dropOut: count(estimate.dropOuts) },
            ...{ over: count(estimate.overIntake), amount: count(estimate.total) },
          }}
          columns={[
            {
              key: "what",
              label: t("sourceLabel"),
              primary: true,
              cell: (row) => <RowTitle title={words.what(row)} detail={words.group(row.groupCode)} />,
            },
            { key: "lines", label: t("lines"), numeric: true, wideOnly: true, cell: (row) => count(row.lines) },
            { key: "begin", label: t("begin"), numeric: true, cell: (row) => count(row.begin) },
            { key: "dropOut", label: t("dropOuts"), numeric: true, cell: (row) => count(row.dropOut) },
            { key: "over", label: t("overIntake"), numeric: true, cell: (row) => count(row.overIntake) },
            {
              key: "amount",
              label: t("amount"),
              numeric: true,
              cell: (row) => marked(count(row.amount), row.unverified),
            },
          ]}
        />
      </Card>
      {lines.length > 0 && (
        <Card flush title={t("linesTitle")}>
          <Table
            as={Link}
            caption={t("linesTitle")}
            rows={lines.slice((page - 1) * linesPerPage, page * linesPerPage).map((line, at) => ({ line, at }))}
            rowKey={({ at }) => at}
            columns={[
              {
                key: "what",
                label: t("sourceLabel"),
                primary: true,
                cell: ({ line }) => (
                  <RowTitle
                    as={Link}
                    href={
                      line.source === "DOSSIERS"
                        ? `${href(locale, "staff", "dossiers")}?group=${line.groupCode}`
                        : undefined
                    }
                    title={line.programme ?? words.what(line)}
                    detail={
                      line.programme
                        ? [line.organisation, line.school].filter(Boolean).join(" · ")
                        : words.group(line.groupCode)
                    }
                  />
                ),
              },
              {
                key: "tuition",
                label: t("tuition"),
                numeric: true,
                cell: ({ line }) => (line.tuition === null ? "–" : count(line.tuition)),
              },
              {
                key: "persons",
                label: t("begin"),
                numeric: true,
                cell: ({ line }) =>
                  line.begin === line.persons ? count(line.begin) : `${count(line.begin)}/${count(line.persons)}`,
              },
              {
                key: "attrition",
                label: t("attritionLabel"),
                cell: ({ line }) => (line.attrition ? words.attrition(line.attrition) : t("asAsked")),
              },
              {
                key: "each",
                label: t("each"),
                numeric: true,
                cell: ({ line }) => (line.asked === null ? count(line.each) : "–"),
              },
              {
                key: "amount",
                label: t("amount"),
                numeric: true,
                cell: ({ line }) => marked(count(line.amount), line.unverified),
              },
            ]}
          />
          <div className="p-5">
            <Pagination
              as={Link}
              page={page}
              pages={Math.max(1, Math.ceil(lines.length / linesPerPage))}
              href={(number) =>
                `${here}?${new URLSearchParams({ scenario: scenario.code, page: String(number), ...(shown.no && { no: String(shown.no) }) })}`
              }
            />
          </div>
        </Card>
      )}
      {estimate.unverified.length > 0 && <p className="text-mist-600 text-sm">{t("markUnverified")}</p>}
    </>
  );
}
