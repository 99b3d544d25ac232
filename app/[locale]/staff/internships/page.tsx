import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { allOffers, type InternshipFigure, internshipFigures } from "@/lib/cohorts/internship-queries";
import { offerAddress, offerQuery } from "@/lib/cohorts/internship-schema";
import { labelOf, terms, trainingFields } from "@/lib/cohorts/vocabulary";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { OfferTable } from "../../_internships/offer-table";

const kinds = ["enterprise", "park", "term", "field"] as const;
const measures = ["offers", "places", "confirmed", "women", "running", "completed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/staff/internships">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.readInternships);
  const query = offerQuery.parse(await searchParams);
  const [t, figures, list] = await Promise.all([
    getTranslations("internships"),
    internshipFigures(query.by),
    allOffers(query),
  ]);
  const base = href(locale, "staff", "internships");
  const name = (row: InternshipFigure) => {
    if (query.by === "field") return labelOf(trainingFields, row.key, locale);
    const [year, term] = row.key.split(" ");
    if (query.by === "term") return `${labelOf(terms, term ?? "", locale)}, ${year}`;
    return (locale === "en" && row.nameEn) || row.nameVi;
  };
  const sum = (of: (typeof measures)[number]) => figures.reduce((all, row) => all + row[of], 0);
  return (
    <>
      <PageHeader
        as={Link}
        title={t("title")}
        lede={t("lede.staff")}
        actions={<ExportLink list="internships" query={{ by: query.by }} />}
      />
      <LinkTabs
        as={Link}
        label={t("figures")}
        tabs={kinds.map((by) => ({
          href: base + offerAddress({ ...query, by, page: 1 }),
          label: t(`figuresBy.${by}`),
          current: query.by === by,
        }))}
      />
      <Card flush className="mt-5">
        <Table
          caption={t("figures")}
          rows={figures}
          rowKey={({ key }) => key}
          empty={<EmptyState icon="graduation-cap" title={t("empty.staff")} />}
          columns={[
            { key: "name", label: t(`figuresBy.${query.by}`), primary: true, cell: name },
            ...measures.map((one) => ({
              key: one,
              label: t(one),
              numeric: true,
              cell: (row: InternshipFigure) => formatCount(row[one], locale),
            })),
          ]}
          footer={{
            name: t("total"),
            ...Object.fromEntries(measures.map((one) => [one, formatCount(sum(one), locale)])),
          }}
        />
      </Card>
      <h2 className="mt-8 text-lg">{t("offersTitle")}</h2>
      <OfferTable
        list={list}
        query={query}
        base={base}
        locale={locale}
        linked={false}
        empty={<EmptyState icon="graduation-cap" title={t("empty.staff")} />}
      />
    </>
  );
}
