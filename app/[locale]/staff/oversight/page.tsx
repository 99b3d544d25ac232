import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { type LateQuery, lateAddress } from "@/lib/deadlines/escalation-list";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { longestWaiting, oversight } from "@/lib/reports/oversight-queries";
import { requireStaff } from "@/lib/web/session";
import { HeldFigures } from "./_parts/held-figures";
import { HeldTable } from "./_parts/held-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight"))("title") };
}

/** What is late, where, and who holds it: for leaders, with the way to each report. */
export default async function OversightPage({ params }: PageProps<"/[locale]/staff/oversight">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.overseeReports);
  const now = new Date();
  const [t, units, locale, format, { all, obligations, parks, units: reading }, longest] = await Promise.all([
    getTranslations("oversight"),
    getTranslations("duties.unit"),
    getLocale(),
    getFormatter(),
    oversight(me, now),
    longestWaiting(me),
  ]);
  const own = (one: { nameVi: string; nameEn: string }) => (locale === "vi" ? one.nameVi : one.nameEn);
  const late = (query: Partial<LateQuery> = {}) => href(locale, "staff", "deadlines", "late") + lateAddress(query);
  const waiting = (query: Record<string, string | number> = {}) =>
    `${href(locale, "staff", "reports")}?${new URLSearchParams(
      Object.entries({ reviewer: "all", ...query }).map(([key, value]) => [key, String(value)]),
    )}`;
  const day = formatDay(dayOf(now));
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede", { day })} />
      {all.late + all.waiting === 0 ? (
        <Card>
          <EmptyState icon="circle-check" title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="space-y-5">
          <HeldFigures all={all} late={late()} waiting={waiting()} />
          <HeldTable
            title={t("byUnit.title")}
            lede={t("byUnit.lede")}
            label={t("column.unit")}
            rows={reading.map((one) => ({
              ...one,
              key: one.unit,
              name: units(one.unit),
              lateHref: late({ reviewer: one.unit }),
              waitingHref: waiting({ reviewer: one.unit }),
              owes: { count: one.owes, href: late({ unit: one.unit }) },
            }))}
          />
          <HeldTable
            title={t("byObligation.title")}
            lede={t("byObligation.lede")}
            label={t("column.obligation")}
            rows={obligations.map((one) => ({
              ...one,
              key: one.id,
              name: own(one),
              detail: t("readBy", { unit: units(one.reviewer) }),
              nameHref: `${href(locale, "staff", "periods")}?obligation=${one.id}`,
              lateHref: late({ obligation: one.id }),
              waitingHref: waiting({ obligation: one.id }),
            }))}
          />
          <HeldTable
            title={t("byPark.title")}
            label={t("column.park")}
            rows={parks.map((one) => ({
              ...one,
              key: one.park?.id ?? 0,
              name: one.park ? own(one.park) : t("noPark"),
              ...(one.park && {
                lateHref: late({ park: one.park.id }),
                waitingHref: waiting({ park: one.park.id }),
              }),
            }))}
          />
          {longest.length > 0 && (
            <Card title={t("longest.title")} flush>
              <Table
                as={Link}
                caption={t("longest.title")}
                rows={longest}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "who",
                    label: t("column.who"),
                    primary: true,
                    cell: (row) => (
                      <RowTitle
                        as={Link}
                        href={href(locale, "staff", "reports", row.id)}
                        title={row.who ?? (row.unit && units(row.unit))}
                        detail={namedPeriod(own(row), row.slot)}
                      />
                    ),
                  },
                  { key: "unit", label: t("column.reader"), cell: (row) => units(row.reviewer) },
                  { key: "since", label: t("column.since"), numeric: true, cell: (row) => formatDay(dayOf(row.since)) },
                  { key: "for", label: t("column.waitsFor"), cell: (row) => format.relativeTime(row.since, now) },
                ]}
              />
            </Card>
          )}
          <p className="text-mist-600 text-sm">
            {t("note", { day, late: formatCount(all.late, locale), waiting: formatCount(all.waiting, locale) })}
          </p>
        </div>
      )}
    </>
  );
}
