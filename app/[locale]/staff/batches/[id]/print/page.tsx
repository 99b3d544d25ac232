import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AnnexTable } from "@/components/papers/annex-table";
import { env } from "@/lib/config/env";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { annexOf } from "@/lib/papers/annex";
import { paperOfId } from "@/lib/papers/paper-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("papers"))("kind.print") };
}

/** The annex as a page for the printer: A4 across, the heading on every sheet. */
export default async function PrintPage({ params }: PageProps<"/[locale]/staff/batches/[id]/print">) {
  const { locale: asked, id } = await params;
  setRequestLocale(asked as Locale);
  await requireStaff(permissions.readBatches);
  const found = /^\d{1,9}$/.test(id) ? await paperOfId(Number(id), new Date(), env().PUBLIC_URL) : null;
  if (!found) notFound();
  const [t, locale] = [await getTranslations("papers"), await getLocale()];
  const { paper } = found;
  const name = batchName(locale, paper.batch);
  return (
    <>
      <style>{"@page { size: A4 landscape; margin: 15mm 12mm; }"}</style>
      <div className="no-print">
        <PageHeader
          as={Link}
          back={{ href: href(locale, "staff", "batches", Number(id)), label: name }}
          title={t("printTitle", { batch: name })}
          lede={t("printLede")}
        />
      </div>
      <AnnexTable annex={annexOf(paper, locale)} draft={paper.draft ? t("print.draft") : null} />
    </>
  );
}
