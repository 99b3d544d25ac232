import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ImportList } from "@/components/imports/import-list";
import { Upload } from "@/components/imports/upload";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { callReports } from "@/lib/cohorts/intake-queries";
import { largestTable } from "@/lib/documents/table-guard";
import { href, type Locale } from "@/lib/i18n/paths";
import { importList } from "@/lib/imports/import-queries";
import { kindsOf } from "@/lib/imports/kinds";
import { listQuery } from "@/lib/imports/list";
import { requireSchool } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params, searchParams }: PageProps<"/[locale]/school/imports">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const actor = await requireSchool();
  const search = await searchParams;
  const { page } = listQuery.parse(search);
  const [t, { rows, pages }, calls] = await Promise.all([
    getTranslations("imports"),
    importList(actor, page),
    callReports(actor.organisation.id, new Date()),
  ]);
  const base = href(locale, "school", "imports");
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="flex flex-col gap-6">
        <Upload
          kinds={kindsOf(actor)}
          place="school"
          megabytes={largestTable / 1e6}
          first={search.kind === "roster" ? "ROSTER" : "COHORTS"}
          reports={calls.map(({ id, nameVi, nameEn }) => ({ id, name: locale === "vi" ? nameVi : nameEn }))}
          report={Number(search.report)}
        />
        <ImportList rows={rows} place="school" />
        <Pagination as={Link} page={page} pages={pages} href={(next) => `${base}?page=${next}`} />
      </div>
    </>
  );
}
