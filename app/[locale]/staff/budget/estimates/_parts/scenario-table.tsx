import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { BarList } from "@/components/ui/bar-list";
import { RowTitle, Table } from "@/components/ui/table";
import type { ShownEstimate } from "@/lib/budget/estimate";
import { formatCount } from "@/lib/core/money";

/** All scenarios side by side, as bars to look at and as a table to read. */
export function ScenarioTable({ shown, looked, here }: { shown: ShownEstimate; looked: string; here: string }) {
  const t = useTranslations("estimates");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const to = (code: string) =>
    `${here}?${new URLSearchParams({ scenario: code, ...(shown.no && { no: String(shown.no) }) })}`;
  return (
    <div className="space-y-5">
      <BarList
        rows={shown.results.map(({ scenario, total }) => ({
          key: scenario.code,
          label: scenario.name,
          value: total,
          text: t("sum", { amount: count(total) }),
        }))}
      />
      <div className="-mx-5">
        <Table
          as={Link}
          caption={t("scenarios")}
          rows={shown.results}
          rowKey={({ scenario }) => scenario.code}
          selected={({ scenario }) => scenario.code === looked}
          columns={[
            {
              key: "scenario",
              label: t("scenario"),
              primary: true,
              cell: ({ scenario, unverified }) => (
                <RowTitle
                  as={Link}
                  href={to(scenario.code)}
                  title={
                    <>
                      {scenario.name} {scenario.code === shown.chosen && <Badge tone="info">{t("chosen")}</Badge>}
                    </>
                  }
                  detail={unverified.length > 0 ? t("unverified") : undefined}
                />
              ),
            },
            {
              key: "intake",
              label: t("intake"),
              numeric: true,
              wideOnly: true,
              cell: ({ scenario }) => `${scenario.intake} %`,
            },
            {
              key: "attrition",
              label: t("attritionLabel"),
              numeric: true,
              wideOnly: true,
              cell: ({ scenario }) => (scenario.attrition === null ? t("asLearned") : `${scenario.attrition} %`),
            },
            {
              key: "tuition",
              label: t("tuitionScale"),
              numeric: true,
              wideOnly: true,
              cell: ({ scenario }) => `${scenario.tuition} %`,
            },
            { key: "persons", label: t("persons"), numeric: true, cell: (row) => count(row.persons) },
            {
              key: "dropOuts",
              label: t("dropOuts"),
              numeric: true,
              wideOnly: true,
              cell: (row) => count(row.dropOuts),
            },
            { key: "over", label: t("overIntake"), numeric: true, cell: (row) => count(row.overIntake) },
            { key: "total", label: t("needed"), numeric: true, cell: (row) => count(row.total) },
            { key: "free", label: t("available"), numeric: true, wideOnly: true, cell: (row) => count(row.available) },
            { key: "asked", label: t("asked"), numeric: true, cell: (row) => <strong>{count(row.asked)}</strong> },
          ]}
        />
      </div>
    </div>
  );
}
