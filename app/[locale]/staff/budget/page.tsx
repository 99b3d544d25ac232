import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { allocatedOf } from "@/lib/budget/accounts";
import { budgetPolicies, budgetYears, proposals } from "@/lib/budget/year-queries";
import { dayOf } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { ProposeAct } from "./_parts/acts";
import { ProposalsCard } from "./_parts/proposals-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget"))("title") };
}

export default async function BudgetPage({ params }: PageProps<"/[locale]/staff/budget">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const today = dayOf(new Date());
  const [t, years, waiting, policies] = await Promise.all([
    getTranslations("budget"),
    budgetYears(),
    proposals("waiting"),
    budgetPolicies(),
  ]);
  const here = href(locale, "staff", "budget");
  const dong = (value: number) => formatCount(value, locale);
  const nameOf = (row: { nameVi: string; nameEn: string }) => (locale === "en" ? row.nameEn : row.nameVi);
  const proposes = permissions.proposeBudget(me);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          proposes && (
            <ProposeAct
              policies={policies.map((one) => ({ value: String(one.id), label: nameOf(one) }))}
              year={Number(today.slice(0, 4))}
              today={today}
            />
          )
        }
      />
      <div className="space-y-5">
        <Card flush title={t("years")}>
          <Table
            as={Link}
            caption={t("years")}
            rows={years}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="inbox" title={t("noYears")} />}
            columns={[
              {
                key: "year",
                label: t("year"),
                primary: true,
                cell: (row) => (
                  <RowTitle as={Link} href={`${here}/${row.id}`} title={String(row.year)} detail={nameOf(row)} />
                ),
              },
              { key: "allocated", label: t("allocated"), numeric: true, cell: (row) => dong(allocatedOf(row)) },
              { key: "reserved", label: t("account.RESERVED"), numeric: true, cell: (row) => dong(row.reserved) },
              { key: "committed", label: t("account.COMMITTED"), numeric: true, cell: (row) => dong(row.committed) },
              {
                key: "paid",
                label: t("paidOut"),
                numeric: true,
                cell: (row) => dong(row.sent + row.paid + row.settled),
              },
              { key: "available", label: t("remaining"), numeric: true, cell: (row) => dong(row.available) },
              { key: "waiting", label: t("waiting"), numeric: true, cell: (row) => dong(row.waiting) },
              {
                key: "state",
                label: t("state"),
                cell: (row) =>
                  row.closed ? (
                    <Badge>{t("closed")}</Badge>
                  ) : row.paused ? (
                    <Badge tone="waiting">{t("pausedState")}</Badge>
                  ) : (
                    <Badge tone="done">{t("open")}</Badge>
                  ),
              },
            ]}
          />
        </Card>
        {years.length > 0 && (
          <Card title={t("remainingOf")}>
            <BarList
              rows={years.map((row) => ({
                key: row.id,
                label: t("yearOf", { year: String(row.year), policy: nameOf(row) }),
                value: allocatedOf(row) - row.available,
                text: t("usedOf", { used: dong(allocatedOf(row) - row.available), of: dong(allocatedOf(row)) }),
                href: `${here}/${row.id}`,
              }))}
              max={Math.max(1, ...years.map(allocatedOf))}
            />
          </Card>
        )}
        <ProposalsCard rows={waiting} userId={me.userId} decides={permissions.decideBudget(me)} proposes={proposes} />
      </div>
    </>
  );
}
