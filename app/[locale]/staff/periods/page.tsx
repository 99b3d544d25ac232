import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { periodChoices, periodPage, periodsPerPage } from "@/lib/reports/period-queries";
import { periodsQuery } from "@/lib/reports/period-schema";
import { readsReports } from "@/lib/reports/scope";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("periods"))("title") };
}

export default async function PeriodsPage({ params, searchParams }: PageProps<"/[locale]/staff/periods">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(readsReports);
  const locale = await getLocale();
  const query = periodsQuery.parse(await searchParams);
  const [t, { rows, total }, obligations] = await Promise.all([
    getTranslations("periods"),
    periodPage(me, query, new Date()),
    periodChoices(me),
  ]);
  const here = href(locale, "staff", "periods");
  const own = (one: { nameVi: string; nameEn: string }) => (locale === "vi" ? one.nameVi : one.nameEn);
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <form key={query.obligation ?? 0} action={here} className="my-4 flex flex-wrap items-end gap-2">
        <SelectField
          name="obligation"
          label={t("filter")}
          empty={t("all")}
          defaultValue={query.obligation ?? ""}
          choices={obligations.map((one) => ({ value: String(one.id), label: own(one) }))}
        />
        <Button type="submit">{t("apply")}</Button>
      </form>
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("title")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
          columns={[
            {
              key: "period",
              label: t("column.period"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  title={own(row)}
                  href={href(locale, "staff", "periods", row.id)}
                  detail={t("covers", { from: formatDay(row.coversFrom), to: formatDay(row.coversTo) })}
                />
              ),
            },
            { key: "due", label: t("column.due"), numeric: true, cell: (row) => formatDay(row.dueOn) },
            { key: "owed", label: t("column.owed"), numeric: true, cell: (row) => count(row.owed) },
            { key: "handedIn", label: t("column.handedIn"), numeric: true, cell: (row) => count(row.handedIn) },
            { key: "accepted", label: t("column.accepted"), numeric: true, cell: (row) => count(row.accepted) },
            { key: "late", label: t("column.late"), numeric: true, cell: (row) => count(row.late) },
            {
              key: "state",
              label: t("column.state"),
              cell: (row) => (
                <Badge tone={row.closedAt ? "done" : "neutral"}>{t(row.closedAt ? "closed" : "open")}</Badge>
              ),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(total / periodsPerPage))}
          href={(page) =>
            `${here}?${new URLSearchParams({ ...(query.obligation && { obligation: String(query.obligation) }), page: String(page) })}`
          }
        />
      </div>
    </>
  );
}
