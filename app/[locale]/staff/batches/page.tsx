import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { BatchBadge } from "@/components/batches/batch-badge";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { staffBatches } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("title") };
}

const size = 20;

export default async function BatchesPage({ params, searchParams }: PageProps<"/[locale]/staff/batches">) {
  setRequestLocale((await params).locale as Locale);
  await requireStaff(permissions.readBatches);
  const locale = await getLocale();
  const asked = Number((await searchParams).page);
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const [t, { items, total }] = await Promise.all([getTranslations("batches"), staffBatches({ page, size })]);
  const here = href(locale, "staff", "batches");
  const create = (
    <LinkButton as={Link} href={href(locale, "staff", "batches", "new")} variant="primary" icon="plus">
      {t("create")}
    </LinkButton>
  );
  const published = (row: (typeof items)[number]) => row.publishedAt !== null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            <ExportLink list="batches" />
            {create}
          </>
        }
      />
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("title")}
          rows={items}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="layers" title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("column.name"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "batches", row.id)}
                  title={batchName(locale, row)}
                  detail={t("window", { from: formatDay(row.collectFrom), to: formatDay(row.collectTo) })}
                />
              ),
            },
            { key: "status", label: t("column.status"), cell: (row) => <BatchBadge status={row.status} /> },
            {
              key: "progress",
              label: t("column.progress"),
              cell: (row) =>
                row.status === "COLLECTING" || row.status === "REVIEWING"
                  ? t("progress", { waiting: row.waiting, returned: row.returned, approved: row.approved })
                  : row.open > 0
                    ? t("openListings", { count: row.open })
                    : "–",
            },
            {
              key: "enterprises",
              label: t("column.enterprises"),
              numeric: true,
              cell: (row) => (published(row) ? formatCount(row.enterprises, locale) : "–"),
            },
            {
              key: "headcount",
              label: t("column.headcount"),
              numeric: true,
              cell: (row) => (published(row) ? formatCount(row.headcount, locale) : "–"),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / size))}
          href={(number) => (number === 1 ? here : `${here}?page=${number}`)}
        />
      </div>
    </>
  );
}
