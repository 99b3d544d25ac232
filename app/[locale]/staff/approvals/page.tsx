import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ListBadge } from "@/components/dossier-review/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { approvalLists, listCounts, listsPerPage } from "@/lib/subsidies/approval-queries";
import { listsQuery, listTabs } from "@/lib/subsidies/approval-schema";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("approvals") };
}

export default async function ApprovalsPage({ params, searchParams }: PageProps<"/[locale]/staff/approvals">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readApprovals);
  const locale = await getLocale();
  const { state, page } = listsQuery.parse(await searchParams);
  const [t, { rows, total }, counts] = await Promise.all([
    getTranslations("dossierReview"),
    approvalLists(state, page),
    listCounts(),
  ]);
  const here = href(locale, "staff", "approvals");
  return (
    <>
      <PageHeader
        title={t("approvals")}
        lede={t("approvalsLede")}
        actions={
          <LinkButton as={Link} href={href(locale, "staff", "approvals", "delegations")} icon="users">
            {t("delegations")}
          </LinkButton>
        }
      />
      <LinkTabs
        as={Link}
        label={t("approvals")}
        tabs={listTabs.map((one) => ({
          href: `${here}?state=${one}`,
          label: t(`listState.${one}`),
          current: one === state,
          count: counts[one] ?? 0,
        }))}
      />
      <Card flush as="div" className="mt-5">
        <Table
          as={Link}
          caption={t("approvals")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon="layers"
              title={t("noLists", { reader: permissions.proposeApprovals(me) ? "officer" : "other" })}
            />
          }
          columns={[
            {
              key: "title",
              label: t("listTitle"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={`${here}/${row.id}`}
                  title={row.title}
                  detail={row.proposedBy?.fullName ?? row.createdBy?.fullName}
                />
              ),
            },
            { key: "state", label: t("stateLabel"), cell: (row) => <ListBadge state={row.state} /> },
            { key: "dossiers", label: t("dossiers"), numeric: true, cell: (row) => row.dossierCount },
            { key: "persons", label: t("acceptedPersons"), numeric: true, cell: (row) => row.persons },
            { key: "amount", label: t("amount"), numeric: true, cell: (row) => formatCount(row.amount, locale) },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / listsPerPage))}
          href={(number) => `${here}?state=${state}&page=${number}`}
        />
      </div>
    </>
  );
}
