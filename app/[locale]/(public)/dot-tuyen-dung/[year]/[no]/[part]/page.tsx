import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicNotFound } from "@/components/layout/public-not-found";
import type { Locale } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { BatchPage } from "../../../_parts/batch-page";
import { partOf, readBatch } from "../../../_parts/read-batch";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; year: string; no: string; part: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, part, ...rest } = await params;
  const [batch, page] = [await readBatch(rest), partOf(part)];
  if (!batch || page === null) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: "public.batch" });
  const title = t("titlePage", { name: batchName(locale, batch), page });
  return publicMetadata({
    locale,
    place: "batches",
    rest: [batch.year, batch.no, part],
    title,
    description: title,
    hidden: true,
  });
}

/** A further page of the lines of a batch. */
export default async function Page({ params }: Props) {
  const { locale, part, ...rest } = await params;
  setRequestLocale(locale);
  const [batch, page] = [await readBatch(rest), partOf(part)];
  if (!batch || page === null) return <PublicNotFound locale={locale} />;
  return <BatchPage locale={locale} batch={batch} part={page} />;
}
