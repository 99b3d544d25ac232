import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { BatchPage } from "../../_parts/batch-page";
import { readBatch } from "../../_parts/read-batch";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; year: string; no: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ...rest } = await params;
  const batch = await readBatch(rest);
  if (!batch) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: "public.batch" });
  return publicMetadata({
    locale,
    place: "batches",
    rest: [batch.year, batch.no],
    title: batchName(locale, batch),
    description: t("description", {
      name: batchName(locale, batch),
      enterprises: formatCount(batch.enterprises, locale),
      workers: formatCount(batch.headcount, locale),
    }),
    hidden: batch.status === "WITHDRAWN",
  });
}

export default async function Page({ params }: Props) {
  const { locale, ...rest } = await params;
  setRequestLocale(locale);
  const batch = await readBatch(rest);
  return batch ? <BatchPage locale={locale} batch={batch} part={1} /> : <PublicNotFound locale={locale} />;
}
