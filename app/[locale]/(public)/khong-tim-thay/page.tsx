import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { PublicNotFound } from "@/components/layout/public-not-found";
import type { Locale } from "@/lib/i18n/paths";
import { missingMetadata } from "@/lib/web/public-metadata";

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  return missingMetadata((await params).locale as Locale);
}

/** Where lib/i18n/routing.ts sends every address that nothing answers. */
export default async function UnknownAddress({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <PublicNotFound locale={locale} />;
}
