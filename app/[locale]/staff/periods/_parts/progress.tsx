import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ParkMap } from "@/components/public/park-map";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { formatDecimal } from "@/lib/core/decimal";
import { formatCount } from "@/lib/core/money";
import { natures, noProgress, onTimeRate, type Progress, type ProgressParts } from "@/lib/reports/period";
import { type AnswersQuery, answerStates } from "@/lib/reports/period-schema";

export type Park = {
  id: number;
  slug: string;
  nameVi: string;
  nameEn: string;
  shortNameVi: string;
  shortNameEn: string;
  latitude: number | null;
  longitude: number | null;
};

const handedIn = (one: Progress) => one.SUBMITTED + one.RETURNED + one.ACCEPTED;

type To = (query: Partial<AnswersQuery>) => string;

/** How a period stands as a whole: each number leads to its reports. */
export function ProgressCard({ all, to }: { all: Progress; to: To }) {
  const t = useTranslations("periods.progress");
  const states = useTranslations("duties.state");
  const locale = useLocale();
  const rate = onTimeRate(all);
  const figures = [
    ...answerStates.map((state) => ({ key: state, label: states(state), value: all[state], href: to({ state }) })),
    { key: "late", label: t("late"), value: all.late, href: to({ late: "yes" }) },
  ];
  return (
    <Card title={t("title")}>
      <ul className="flex flex-wrap gap-x-8 gap-y-3">
        {figures.map((one) => (
          <li key={one.key}>
            <Link href={one.href} className="tap flex-col items-start hover:underline">
              <span className="figures font-bold text-2xl text-harbour-900">{formatCount(one.value, locale)}</span>
              <span className="text-mist-600 text-sm">{one.label}</span>
            </Link>
          </li>
        ))}
        <li className="flex flex-col">
          <span className="figures font-bold text-2xl text-harbour-900">
            {rate === null ? "–" : `${formatDecimal(Math.round(rate * 1_000) / 10, locale)} %`}
          </span>
          <span className="text-mist-600 text-sm">{rate === null ? t("rateNone") : t("rate")}</span>
        </li>
      </ul>
    </Card>
  );
}

/** The same by park, drawn and in numbers, and by kind of reporter. */
export function ProgressByPlace({
  parts,
  parks,
  units,
  to,
}: {
  parts: ProgressParts;
  parks: readonly Park[];
  units: readonly [number, number][];
  to: To;
}) {
  const t = useTranslations("periods");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const rate = (one: Progress) => {
    const known = onTimeRate(one);
    return known === null ? "–" : `${formatDecimal(Math.round(known * 1_000) / 10, locale)} %`;
  };
  type Row = { key: string | number; name: string; href?: string; counts: Progress };
  const table = (caption: string, label: string, rows: Row[]) => (
    <Table
      as={Link}
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          label,
          primary: true,
          cell: (row: Row) =>
            row.href ? (
              <Link className="tap underline" href={row.href}>
                {row.name}
              </Link>
            ) : (
              row.name
            ),
        },
        ...(
          [
            ["owed", (one) => count(one.total - one.EXCUSED)],
            ["handedIn", (one) => count(handedIn(one))],
            ["accepted", (one) => count(one.ACCEPTED)],
            ["lateAll", (one) => count(one.late)],
            ["inTime", rate],
          ] satisfies [string, (one: Progress) => string][]
        ).map(([key, cell]) => ({
          key,
          label: t(`column.${key as "owed"}`),
          numeric: true,
          cell: (row: Row) => (cell as (one: Progress) => string)(row.counts),
        })),
      ]}
    />
  );
  const concerned = parks.flatMap((park) => {
    const counts = parts.parks.get(park.id);
    return counts ? [{ ...park, counts, places: counts.OWED + counts.DRAFT }] : [];
  });
  return (
    <>
      {concerned.length > 0 && (
        <div className="grid gap-5 lg:grid-cols-[1fr_20rem]">
          <Card title={t("parks.title")} flush className="min-w-0">
            {table(
              t("parks.title"),
              t("column.park"),
              concerned.map((park) => ({
                key: park.id,
                name: locale === "vi" ? park.shortNameVi : park.shortNameEn,
                href: to({ park: park.id }),
                counts: park.counts,
              })),
            )}
          </Card>
          <Card as="div">
            <ParkMap
              parks={concerned}
              units={units}
              words={{
                label: t("parks.map"),
                note: t("parks.mapNote"),
                park: (name, missing) => t("parks.mapPark", { name, count: missing }),
              }}
              to={(park) => to({ park: park.id })}
            />
          </Card>
        </div>
      )}
      <Card title={t("natures.title")} flush>
        {table(
          t("natures.title"),
          t("column.nature"),
          natures
            .filter((nature) => parts.natures.has(nature))
            .map((nature) => ({
              key: nature,
              name: t(`natures.${nature}`),
              counts: parts.natures.get(nature) ?? noProgress(),
            })),
        )}
      </Card>
    </>
  );
}
