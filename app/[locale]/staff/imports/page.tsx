import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ImportList } from "@/components/imports/import-list";
import { Upload } from "@/components/imports/upload";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { largestTable } from "@/lib/documents/table-guard";
import { href, type Locale } from "@/lib/i18n/paths";
import { importList } from "@/lib/imports/import-queries";
import { kindsOf, staffTakesTablesIn } from "@/lib/imports/kinds";
import { listQuery } from "@/lib/imports/list";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params, searchParams }: PageProps<"/[locale]/staff/imports">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const actor = await requireStaff(staffTakesTablesIn);
  const { page } = listQuery.parse(await searchParams);
  const [t, { rows, pages }] = await Promise.all([getTranslations("imports"), importList(actor, page)]);
  const base = href(locale, "staff", "imports");
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="flex flex-col gap-6">
        <Upload kinds={kindsOf(actor)} place="staff" megabytes={largestTable / 1e6} />
        <ImportList rows={rows} place="staff" />
        <Pagination as={Link} page={page} pages={pages} href={(next) => `${base}?page=${next}`} />
      </div>
    </>
  );
}
