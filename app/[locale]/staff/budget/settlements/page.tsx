import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { SettlementBadge } from "@/components/budget/settlement-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { settlementYears } from "@/lib/budget/settlement-queries";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { OpenSettlement } from "./_parts/settlement-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settlements"))("title") };
}

/** Years of the money of training support, and how far each is settled. */
export default async function SettlementsPage({ params }: PageProps<"/[locale]/staff/budget/settlements">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const [t, rows] = await Promise.all([getTranslations("settlements"), settlementYears()]);
  const count = (value: bigint) => formatCount(Number(value), locale);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("title")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="layers" title={t("empty")} />}
          columns={[
            {
              key: "year",
              label: t("year"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={row.settlement ? href(locale, "staff", "budget", "settlements", row.settlement.id) : undefined}
                  title={row.year}
                  detail={locale === "vi" ? row.policy.nameVi : row.policy.nameEn}
                />
              ),
            },
            {
              key: "state",
              label: t("stateLabel"),
              cell: (row) =>
                row.settlement ? (
                  <SettlementBadge state={row.settlement.state} />
                ) : permissions.proposeBudget(me) ? (
                  <OpenSettlement policyId={row.policyId} year={row.year} />
                ) : (
                  t("none")
                ),
            },
            {
              key: "allocated",
              label: t("allocated"),
              numeric: true,
              cell: (row) => count(-row.source - row.carriedIn),
            },
            {
              key: "paid",
              label: t("sum.paid"),
              numeric: true,
              cell: (row) => count(row.paid + row.settled + row.returned),
            },
            { key: "returned", label: t("sum.returned"), numeric: true, cell: (row) => count(row.returned) },
            {
              key: "unexplained",
              label: t("unexplained"),
              numeric: true,
              cell: (row) => (row.settlement ? formatCount(row.settlement.unexplained, locale) : "–"),
            },
            {
              key: "closed",
              label: t("closedAt"),
              numeric: true,
              wideOnly: true,
              cell: (row) => (row.closedAt ? formatMoment(row.closedAt) : "–"),
            },
          ]}
        />
      </Card>
    </>
  );
}
