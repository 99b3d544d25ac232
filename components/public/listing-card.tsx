import { useLocale, useTranslations } from "next-intl";
import { daysBetween, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { closesSoon, type ListingCard, listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { benefits } from "@/lib/vacancies/search";
import { wagePhrase } from "@/lib/vacancies/wage";
import { ListingLines, type ListingText } from "./listing-list";

/** Lines break after the dot and between facts, not before it or inside one. */
const dot = "\u00a0· ";
const unbroken = (words: string) => words.replaceAll(" ", "\u00a0");

/** Listings under each other, in the reader's language. `today` is a calendar day; headings are of `level`. */
export function ListingList({
  listings,
  today,
  level = 3,
}: {
  listings: readonly ListingCard[];
  today: string;
  level?: 2 | 3 | undefined;
}) {
  const locale = useLocale();
  const t = useTranslations("public.card");
  const words = useTranslations("vacancies");
  const text = (listing: ListingCard): ListingText => {
    const left = daysBetween(today, listing.deadline);
    const closing = left <= closesSoon;
    const { code, params } = wagePhrase(listing, locale);
    const { lowest } = listing;
    // Insurance is every contract's: it is on the job's page and among the filters, not what tells one listing from another.
    const offered = benefits
      .filter((name) => listing[name] && name !== "insurance")
      .map((name) => words(`benefit.${name}`));
    const facts = [
      t("places", { count: formatCount(listing.left, locale), n: listing.left }),
      ...(lowest ? [lowest === "unskilled" ? t("noCertificate") : words(`qualification.${lowest}`)] : []),
      ...offered,
    ];
    return {
      id: listing.id,
      href: href(locale, "jobs", listingSegment(listing)),
      lang: locale === "en" && !listing.titleEn ? "vi" : undefined,
      title: titleOf(listing, locale),
      where: named(listing.enterprise, locale) + dot + unbroken(parkShortName(listing.park, locale)),
      wage: t(`wage.${code}`, params),
      per: code === "negotiable" || code === "unknown" ? undefined : t("wage.monthly"),
      facts: facts.map(unbroken).join(dot),
      state: closing ? t("daysLeft", { days: Math.max(0, left) }) : t("verified"),
      until: closing ? undefined : t("until", { day: formatDay(listing.deadline) }),
    };
  };
  return <ListingLines listings={listings.map(text)} level={level} />;
}
