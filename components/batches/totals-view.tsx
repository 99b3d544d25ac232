import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { StatStrip } from "@/components/ui/stat";
import { formatCount } from "@/lib/core/money";
import { qualifications } from "@/lib/vacancies/schema";
import type { BatchTotals } from "@/lib/vacancies/totals";

const groups = ["MANAGER", "HIGH_TECHNICAL", "MID_TECHNICAL", "OTHER"] as const;

type Row = { key: string | number; label: string; value: number; detail?: string };

/** Rows shown before one asks for the rest. */
const first = 10;

/** A batch's totals by every key. The numbers are those of `batchTotals`, nothing is summed here. */
export function TotalsView({
  totals,
  context,
  action,
}: {
  totals: BatchTotals;
  /** The line above the big numbers. */
  context: React.ReactNode;
  action?: React.ReactNode;
}) {
  const t = useTranslations("batches.totals");
  const words = useTranslations("vacancies");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const bars = (rows: Row[]) => (
    <BarList
      max={Math.max(1, totals.headcount)}
      rows={rows.map(({ key, label, value, detail }) => ({
        key,
        label: (
          <>
            {label}
            {detail && <span className="text-mist-600 text-sm"> · {detail}</span>}
          </>
        ),
        value,
        text: count(value),
      }))}
    />
  );
  const part = (title: string, all: Row[]) => {
    const rows = all.filter(({ value }) => value > 0);
    return (
      <section className="min-w-0">
        <h3 className="mb-3 font-semibold text-harbour-900">{title}</h3>
        {bars(rows.slice(0, first))}
        {rows.length > first && (
          <details className="border-mist-100 border-t pt-1">
            <summary className="cursor-pointer py-1.5 font-semibold text-harbour-600 text-sm">
              {t("rest", { count: rows.length - first })}
            </summary>
            {bars(rows.slice(first))}
          </details>
        )}
      </section>
    );
  };
  return (
    <div className="space-y-6">
      <StatStrip
        context={context}
        figures={[
          { value: count(totals.enterprises), label: t("enterprises") },
          { value: count(totals.vacancies), label: t("vacancies") },
          { value: count(totals.headcount), label: t("headcount") },
        ]}
        action={action}
      />
      {totals.vacancies === 0 ? (
        <p className="text-mist-700">{t("none")}</p>
      ) : (
        <div className="grid gap-x-10 gap-y-7 md:grid-cols-2">
          {part(
            t("byGroup"),
            groups.map((group) => ({
              key: group,
              label: words(`positionGroup.${group}`),
              value: totals.byPositionGroup[group],
            })),
          )}
          {part(
            t("byQualification"),
            qualifications.map((level) => ({
              key: level,
              label: words(`qualification.${level}`),
              value: totals.byQualification[level],
            })),
          )}
          {part(
            t("byPark"),
            totals.byPark.map((park) => ({
              key: park.parkId,
              label: locale === "vi" ? park.nameVi : park.nameEn,
              value: park.headcount,
              detail: t("inPark", { vacancies: park.vacancies }),
            })),
          )}
          {part(
            t("byEnterprise"),
            totals.byEnterprise.map((enterprise) => ({
              key: enterprise.enterpriseId,
              label: (locale === "vi" ? null : enterprise.nameEn) ?? enterprise.nameVi,
              value: enterprise.headcount,
              detail: t("inPark", { vacancies: enterprise.vacancies }),
            })),
          )}
        </div>
      )}
    </div>
  );
}
