import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { Leaflet } from "@/components/public/leaflet";
import { qrPath } from "@/lib/documents/qr";
import { href, type Locale } from "@/lib/i18n/paths";
import { idOfSegment, listingSegment, listingState, titleOf } from "@/lib/vacancies/listing";
import { absolute, missingMetadata } from "@/lib/web/public-metadata";
import { readListing, today } from "../../../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** The open listing of an address; null where the public never saw one. */
async function find(params: Props["params"]) {
  const { locale, slug } = await params;
  const id = idOfSegment(slug);
  const listing = id === null ? null : await readListing(id);
  const state = listing && listingState(listing, today());
  if (!listing || !state) return null;
  // Nobody prints what is not open any more: the job page says what became of it.
  if (state !== "open") permanentRedirect(href(locale, "jobs", listingSegment(listing)));
  return listing;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, listing] = [await params, await find(params)];
  if (!listing) return missingMetadata(locale);
  return {
    title: titleOf(listing, locale),
    robots: { index: false },
    alternates: { canonical: absolute(href(locale, "jobs", listingSegment(listing))) },
  };
}

export default async function LeafletPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const listing = await find(params);
  if (!listing) return <PublicNotFound locale={locale} />;
  const t = await getTranslations("public.leaflet");
  return (
    <main>
      <Leaflet listing={listing} qr={qrPath(absolute(href(locale, "jobs", listingSegment(listing))))} />
      <p className="no-print mx-auto max-w-[148mm] px-5 pb-8 text-center text-mist-700 text-sm">{t("how")}</p>
    </main>
  );
}
