import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { publicBatches } from "@/lib/vacancies/batch-public-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { cached } from "@/lib/web/cached";
import { publicMetadata } from "@/lib/web/public-metadata";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

/** A dozen a year: ten years stand on one page. */
const most = 150;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "public.batches" });
  return publicMetadata({
    locale,
    place: "batches",
    title: t("title"),
    description: t("lede"),
    feed: href(locale, "batches", "rss"),
  });
}

export default async function BatchesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("public.batches");
  const { items } = await cached("batches", [], () => publicBatches({ page: 1, size: most }), ["batches"]);
  return (
    <PublicShell locale={locale} place="batches">
      <PageHeader title={t("title")} lede={t("lede")} />
      <Card flush>
        <Table
          caption={t("title")}
          rows={items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("none")} />}
          columns={[
            {
              key: "batch",
              label: t("batch"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  title={batchName(locale, row)}
                  href={href(locale, "batches", row.year, row.no)}
                  detail={
                    row.status === "WITHDRAWN" ? (
                      <Badge tone="refused">{t("withdrawn")}</Badge>
                    ) : (
                      t("asOf", { day: formatDay(row.asOf) })
                    )
                  }
                />
              ),
            },
            {
              key: "enterprises",
              label: t("enterprises"),
              numeric: true,
              cell: (row) => formatCount(row.enterprises, locale),
            },
            {
              key: "vacancies",
              label: t("vacancies"),
              numeric: true,
              cell: (row) => formatCount(row.vacancies, locale),
            },
            {
              key: "headcount",
              label: t("headcount"),
              numeric: true,
              cell: (row) => formatCount(row.headcount, locale),
            },
          ]}
        />
      </Card>
    </PublicShell>
  );
}
