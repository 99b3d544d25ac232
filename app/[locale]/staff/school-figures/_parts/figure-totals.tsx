import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { CohortFigures, CohortMeasure } from "@/lib/cohorts/figures";
import { formatCount } from "@/lib/core/money";

const shown: readonly CohortMeasure[] = [
  "programmes",
  "students",
  "women",
  "intake",
  "graduates",
  "interns",
  "parkInterns",
];

/** The sums of everything that is narrowed to, against another year. */
export function FigureTotals({
  totals,
  before,
  against,
}: {
  totals: CohortFigures & { schools: number };
  before: CohortFigures | null;
  against: number | undefined;
}) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const change = (value: number) => `${value > 0 ? "+" : ""}${count(value)}`;
  return (
    <Card title={t("figures.totals", { schools: totals.schools })}>
      <ul className="grid grid-cols-2 gap-x-8 gap-y-3 sm:flex sm:flex-wrap">
        {shown.map((one) => (
          <li key={one} className="flex flex-col">
            <span className="figures font-bold text-2xl text-harbour-900">{count(totals[one])}</span>
            <span className="text-mist-600 text-sm">{t(`measure.${one}`)}</span>
            {before && against && (
              <span className="figures text-mist-600 text-sm">
                {t("figures.change", { change: change(totals[one] - before[one]), year: String(against) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
