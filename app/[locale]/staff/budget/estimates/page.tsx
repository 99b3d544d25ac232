import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { EstimateBadge } from "@/components/budget/estimate-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { estimatePolicies, estimates, estimatesPerPage } from "@/lib/budget/estimate-queries";
import { estimatesQuery } from "@/lib/budget/estimate-schema";
import { dayOf, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { CreateEstimate } from "./_parts/create-estimate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("estimates"))("title") };
}

/** Estimates of what training support will cost, by where they are on their way. */
export default async function EstimatesPage({ params, searchParams }: PageProps<"/[locale]/staff/budget/estimates">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const { state, page } = estimatesQuery.parse(await searchParams);
  const [t, { rows, total, tabs }, policies] = await Promise.all([
    getTranslations("estimates"),
    estimates(state, page),
    estimatePolicies(),
  ]);
  const here = href(locale, "staff", "budget", "estimates");
  const own = (one: { nameVi: string; nameEn: string }) => (locale === "vi" ? one.nameVi : one.nameEn);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          permissions.writeEstimates(me) && (
            <CreateEstimate
              policies={policies.map((one) => ({ value: String(one.id), label: own(one) }))}
              year={Number(dayOf(new Date()).slice(0, 4)) + 1}
            />
          )
        }
      />
      <LinkTabs
        as={Link}
        label={t("title")}
        tabs={[
          { href: here, label: t("all"), current: state === undefined },
          ...tabs.map((tab) => ({
            href: `${here}?state=${tab.state}`,
            label: t(`state.${tab.state}`),
            current: tab.state === state,
            count: tab.count,
          })),
        ]}
      />
      <Card flush as="div" className="mt-5">
        <Table
          as={Link}
          caption={t("title")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="layers" title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              label: t("field.title"),
              primary: true,
              cell: (row) => (
                <RowTitle as={Link} href={`${here}/${row.id}`} title={row.title} detail={own(row.policy)} />
              ),
            },
            { key: "kind", label: t("field.kind"), cell: (row) => t(`kind.${row.kind}`) },
            { key: "year", label: t("field.year"), numeric: true, cell: (row) => row.year },
            { key: "state", label: t("stateLabel"), cell: (row) => <EstimateBadge state={row.state} /> },
            { key: "amount", label: t("asked"), numeric: true, cell: (row) => formatCount(row.amount, locale) },
            {
              key: "at",
              label: t("cutOffLabel"),
              numeric: true,
              wideOnly: true,
              cell: (row) => formatMoment(row.basisAt),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / estimatesPerPage))}
          href={(number) => `${here}?${state ? `state=${state}&` : ""}page=${number}`}
        />
      </div>
    </>
  );
}
