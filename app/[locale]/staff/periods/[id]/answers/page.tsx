import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ReportBadge } from "@/components/duties/report-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay, formatMoment } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { href, type Locale } from "@/lib/i18n/paths";
import { figurePaths } from "@/lib/reports/figure-paths";
import { figureKeys } from "@/lib/reports/figures";
import { readPeriod } from "@/lib/reports/period-queries";
import { answersQuery, cutOffOf } from "@/lib/reports/period-schema";
import { readsFor, readsReports } from "@/lib/reports/scope";
import { answersBehind, answersPerPage } from "@/lib/reports/totals-queries";
import { requireStaff } from "@/lib/web/session";
import { periodAddress } from "../../_parts/address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("periods.answers"))("title") };
}

export default async function AnswersPage({ params, searchParams }: PageProps<"/[locale]/staff/periods/[id]/answers">) {
  const { locale: asked, id: given } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(readsReports);
  const period = /^\d{1,9}$/.test(given) ? await readPeriod(me, Number(given)) : null;
  if (!period) notFound();
  const { at, ...query } = answersQuery.parse(await searchParams);
  const asOf = cutOffOf(at, period.closedAt, new Date());
  const { definition } = period;
  const figure = definition && figureKeys(definition).find(({ key }) => key === query.figure);
  const path = (figure && definition && figurePaths(definition).find(({ key }) => key === figure.key)?.path) || null;
  const [t, duties, { rows, total, sum }] = await Promise.all([
    getTranslations("periods"),
    getTranslations("duties"),
    answersBehind(period.id, path, query, asOf),
  ]);
  const here = href(locale, "staff", "periods", period.id, "answers");
  const reads = readsFor(me, period.reviewer);
  return (
    <>
      <PageHeader
        as={Link}
        back={{
          href: periodAddress(href(locale, "staff", "periods", period.id), asOf, { including: query.including }),
          label: namedPeriod(locale === "vi" ? period.nameVi : period.nameEn, period.slot),
        }}
        title={
          figure
            ? t("answers.figureTitle", { figure: figure.label[locale], sum: formatDecimal(sum, locale) })
            : t("answers.title")
        }
        lede={`${t("cutOff", { at: formatMoment(asOf) })} · ${t("answers.count", { count: total })}`}
      />
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("answers.title")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("answers.empty")} />}
          columns={[
            {
              key: "who",
              label: t("column.who"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  title={row.who ?? (row.unit && duties(`unit.${row.unit}`))}
                  {...(reads && { href: href(locale, "staff", "reports", row.id) })}
                  detail={locale === "vi" ? row.parkVi : row.parkEn}
                />
              ),
            },
            ...(figure
              ? [
                  {
                    key: "value",
                    label: t("column.value"),
                    numeric: true,
                    cell: (row: (typeof rows)[number]) => formatDecimal(row.value ?? 0, locale),
                  },
                ]
              : []),
            { key: "state", label: t("column.state"), cell: (row) => <ReportBadge state={row.state} /> },
            { key: "due", label: t("column.due"), numeric: true, cell: (row) => formatDay(row.dueOn) },
            {
              key: "at",
              label: t("column.at"),
              numeric: true,
              cell: (row) => (row.submittedAt ? formatMoment(row.submittedAt) : "–"),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(total / answersPerPage))}
          href={(page) => periodAddress(here, asOf, { ...query, page })}
        />
      </div>
    </>
  );
}
