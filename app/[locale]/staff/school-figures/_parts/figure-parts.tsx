import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { cohortWords } from "@/lib/cohorts/figure-words";
import type { CohortFigures } from "@/lib/cohorts/figures";
import type { InternRow } from "@/lib/cohorts/figures-queries";
import { planText } from "@/lib/cohorts/figures-word";
import { type PlanLine, planCitation } from "@/lib/cohorts/plan-figures";
import { formatCount } from "@/lib/core/money";

type Parts = {
  totals: CohortFigures;
  months: readonly { month: string; count: number; women: number }[];
  interns: { rows: readonly InternRow[]; total: number };
  upgrades: readonly { scale: string; grade: number; workers: number }[];
  grades: readonly { grade: string; programmes: number; students: number }[];
  plan: readonly PlanLine[];
};

const studyYears = [1, 2, 3, 4] as const;

/** Years of study, graduates by month, internships, upgrade training, skill grades, and the city's plan. */
export function FigureParts({ parts, year }: { parts: Parts; year: number | undefined }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const words = cohortWords(locale);
  const count = (value: number) => formatCount(value, locale);
  const { totals, months, interns, upgrades, grades, plan } = parts;
  const monthName = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
  const most = Math.max(1, ...months.map((one) => one.count));
  return (
    <>
      <div className="grid gap-5 lg:grid-cols-2">
        <Card flush title={t("figures.studyYears")}>
          <Table
            caption={t("figures.studyYears")}
            rows={studyYears}
            rowKey={(one) => one}
            footer={{ year: t("figures.total"), students: count(totals.students), women: count(totals.women) }}
            columns={[
              {
                key: "year",
                label: t("figures.studyYear"),
                primary: true,
                cell: (one) => t("figures.yearNo", { no: one }),
              },
              { key: "students", label: t("measure.students"), numeric: true, cell: (one) => count(totals[`y${one}`]) },
              { key: "women", label: t("measure.women"), numeric: true, cell: (one) => count(totals[`w${one}`]) },
            ]}
          />
        </Card>
        {months.length > 0 && (
          <Card title={t("figures.months")}>
            <BarList
              max={most}
              rows={months.map((one) => ({
                key: one.month,
                label: monthName(one.month),
                value: one.count,
                text: t("figures.monthCount", { count: one.count, women: one.women }),
              }))}
            />
          </Card>
        )}
      </div>
      {interns.rows.length > 0 && (
        <Card flush title={t("figures.interns", { shown: interns.rows.length, total: interns.total })}>
          <Table
            caption={t("figures.internsCaption")}
            rows={interns.rows}
            rowKey={(row) => `${row.enterpriseId}-${row.enterprise}-${row.term}-${row.inParks}`}
            columns={[
              { key: "enterprise", label: t("figures.enterprise"), primary: true, cell: (row) => row.enterprise },
              { key: "term", label: t("figures.term"), cell: (row) => words.term(row.term) },
              {
                key: "parks",
                label: t("figures.inParks"),
                cell: (row) => t(row.inParks ? "figures.yes" : "figures.no"),
              },
              { key: "schools", label: t("figures.schoolCount"), numeric: true, cell: (row) => count(row.schools) },
              { key: "count", label: t("measure.interns"), numeric: true, cell: (row) => count(row.count) },
            ]}
          />
        </Card>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        {upgrades.length > 0 && (
          <Card title={t("figures.upgrades")}>
            <BarList
              rows={upgrades.map((one) => ({
                key: `${one.scale}${one.grade}`,
                label: t("figures.upgradeTo", { scale: words.scale(one.scale), grade: one.grade }),
                value: one.workers,
                text: t("figures.workers", { count: one.workers }),
              }))}
            />
          </Card>
        )}
        {grades.length > 0 && (
          <Card title={t("figures.grades")}>
            <p className="mb-3 text-mist-600 text-sm">{t("figures.gradesHelp")}</p>
            <BarList
              rows={grades.map((one) => ({
                key: one.grade,
                label: words.grade(one.grade),
                value: one.programmes,
                text: t("figures.gradeCount", { programmes: one.programmes, students: one.students }),
              }))}
            />
          </Card>
        )}
      </div>
      {year !== undefined && (
        <Card title={t("figures.plan")}>
          <p className="mb-3 max-w-measure text-mist-600 text-sm">{planCitation}</p>
          <ul className="list-disc space-y-2 pl-5">
            {plan.map((one) => (
              <li key={one.key}>{planText(one, words.say)}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
