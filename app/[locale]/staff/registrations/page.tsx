import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { RegistrationBadge } from "@/components/account/registration-badge";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { registrations } from "@/lib/identity/registration-queries";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata({ params }: PageProps<"/[locale]/staff/registrations">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.registrations" });
  return { title: t("title") };
}

const asked = z.object({
  tab: z.enum(["open", "decided"]).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export default async function RegistrationsPage({ params, searchParams }: PageProps<"/[locale]/staff/registrations">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.decideRegistrations);
  const { tab, page } = asked.parse(await searchParams);
  const [t, found] = [await getTranslations("account.registrations"), await registrations(tab, page)];
  const here = href(locale, "staff", "registrations");
  const query = (to: { tab?: string; page?: number }) =>
    `${here}?${new URLSearchParams({ tab: to.tab ?? tab, ...(to.page && { page: String(to.page) }) })}`;
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} actions={<ExportLink list="registrations" query={{ tab }} />} />
      <div className="space-y-4">
        <LinkTabs
          label={t("status")}
          as={Link}
          tabs={[
            { href: here, label: t("tabs.open"), count: found.open, current: tab === "open" },
            { href: query({ tab: "decided" }), label: t("tabs.decided"), current: tab === "decided" },
          ]}
        />
        <Card flush as="div">
          <Table
            caption={t("title")}
            rows={found.rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title={t(tab === "open" ? "none" : "noneDecided")} icon="factory">
                {t("noneBody")}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                label: t("enterprise"),
                primary: true,
                cell: (row) => (
                  <Link href={`${here}/${row.id}`} className="font-semibold text-harbour-700 underline">
                    {row.nameVi}
                  </Link>
                ),
              },
              { key: "taxCode", label: t("taxCode"), cell: (row) => <span className="figures">{row.taxCode}</span> },
              { key: "applicant", label: t("applicant"), cell: (row) => row.applicant.fullName },
              {
                key: "sent",
                label: t("sent"),
                cell: (row) => <span className="figures">{formatDay(dayOf(row.createdAt))}</span>,
              },
              { key: "status", label: t("status"), cell: (row) => <RegistrationBadge status={row.status} /> },
            ]}
          />
        </Card>
        <Pagination page={page} pages={found.pages} href={(to) => query({ page: to })} as={Link} />
      </div>
    </>
  );
}
