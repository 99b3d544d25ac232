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
import { kindsOf } from "@/lib/imports/kinds";
import { listQuery } from "@/lib/imports/list";
import { requireEnterprise } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params, searchParams }: PageProps<"/[locale]/enterprise/imports">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const actor = await requireEnterprise();
  const search = await searchParams;
  const { page } = listQuery.parse(search);
  const [t, { rows, pages }] = await Promise.all([getTranslations("imports"), importList(actor, page)]);
  const base = href(locale, "enterprise", "imports");
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="flex flex-col gap-6">
        <Upload
          kinds={kindsOf(actor)}
          place="enterprise"
          megabytes={largestTable / 1e6}
          first={search.kind === "roster" ? "ROSTER" : undefined}
        />
        <ImportList rows={rows} place="enterprise" />
        <Pagination as={Link} page={page} pages={pages} href={(next) => `${base}?page=${next}`} />
      </div>
    </>
  );
}
