import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { callPage, callsPerPage } from "@/lib/cohorts/call-queries";
import { pageIn } from "@/lib/cohorts/call-schema";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { CallBadge } from "./_parts/call-badge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("title") };
}

export default async function SchoolCallsPage({ params, searchParams }: PageProps<"/[locale]/staff/school-calls">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readSchoolData);
  const page = pageIn(await searchParams);
  const [t, { rows, total }] = await Promise.all([getTranslations("calls"), callPage(me, page, new Date())]);
  const here = href(locale, "staff", "school-calls");
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          permissions.manageCalls(me) && (
            <LinkButton as={Link} href={`${here}/new`} icon="plus" variant="primary">
              {t("add")}
            </LinkButton>
          )
        }
      />
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("title")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="send" title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("column.call"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={`${here}/${row.id}`}
                  title={locale === "vi" ? row.nameVi : row.nameEn}
                  detail={row.number ? t("numbered", { number: row.number }) : t("unnumbered")}
                />
              ),
            },
            { key: "state", label: t("column.state"), cell: (row) => <CallBadge state={row.state} /> },
            {
              key: "due",
              label: t("column.due"),
              numeric: true,
              cell: (row) => (row.dueOn ? formatDay(row.dueOn) : "–"),
            },
            ...(["owe", "answered", "accepted", "late"] as const).map((key) => ({
              key,
              label: t(`column.${key}`),
              numeric: true,
              cell: (row: (typeof rows)[number]) => count(row[key]),
            })),
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / callsPerPage))}
          href={(next) => (next === 1 ? here : `${here}?page=${next}`)}
        />
      </div>
    </>
  );
}
