import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { ApplyBar, JobView } from "@/components/public/job-view";
import { ListingList } from "@/components/public/listing-list";
import { LinkButton } from "@/components/ui/button";
import { qrPath } from "@/lib/documents/qr";
import { href, type Locale } from "@/lib/i18n/paths";
import { jobPosting, scriptJson } from "@/lib/vacancies/json-ld";
import { idOfSegment, listingSegment, listingState, named, titleOf } from "@/lib/vacancies/listing";
import { wageText } from "@/lib/vacancies/wage";
import { absolute, missingMetadata, publicMetadata } from "@/lib/web/public-metadata";
import { readListing, readSimilar, today } from "../../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** The listing of an address, with what has become of it; null where the public never saw one. */
async function find(params: Props["params"]) {
  const { slug } = await params;
  const id = idOfSegment(slug);
  const listing = id === null ? null : await readListing(id);
  const day = today();
  const state = listing && listingState(listing, day);
  return listing && state ? { listing, state, day } : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, found] = [await params, await find(params)];
  if (!found) return missingMetadata(locale);
  const { listing, state } = found;
  const segment = listingSegment(listing);
  const title = `${titleOf(listing, locale)} – ${named(listing.enterprise, locale)}`;
  return publicMetadata({
    locale,
    place: "jobs",
    rest: [segment],
    title,
    description: `${wageText(listing, locale)} · ${named(listing.park, locale)} · ${listing.descriptionVi.slice(0, 120)}`,
    image: href(locale, "jobs", segment, "anh"),
    gone: state !== "open",
  });
}

export default async function JobPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const found = await find(params);
  if (!found) return <PublicNotFound locale={locale} />;
  const { listing, state, day } = found;
  const segment = listingSegment(listing);
  if (slug !== segment) permanentRedirect(href(locale, "jobs", segment));
  const t = await getTranslations("public.job");
  const similar = await readSimilar(listing, day);
  const posting = jobPosting(listing, locale, absolute(href(locale, "jobs", segment)), state === "open");
  return (
    <PublicShell locale={locale} place="jobs" alternate={href(locale === "vi" ? "en" : "vi", "jobs", segment)}>
      {posting && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, without any character that could end the element
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(posting) }} />
      )}
      <JobView
        listing={listing}
        state={state}
        today={day}
        qr={qrPath(absolute(href("vi", "verify", listing.verifyCode)))}
      />
      {similar.length > 0 && (
        <section className="no-print mt-12">
          <h2 className="mb-3 text-lg">{state === "open" ? t("similar") : t("alternatives")}</h2>
          <ListingList listings={similar} today={day} locale={locale} />
        </section>
      )}
      <p className="no-print mt-6">
        <LinkButton href={href(locale, "jobs")} variant="quiet">
          {t("allJobs")}
        </LinkButton>
      </p>
      {state === "open" && <ApplyBar listing={listing} />}
    </PublicShell>
  );
}
