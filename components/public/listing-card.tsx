import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { daysBetween, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { closesSoon, type ListingCard, listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { benefits } from "@/lib/vacancies/search";
import { wagePhrase } from "@/lib/vacancies/wage";

/** Lines break after the dot and between facts, not before it or inside one. */
const dot = "\u00a0· ";
const unbroken = (words: string) => words.replaceAll(" ", "\u00a0");

/**
 * A listing at a glance: what, where, how much; then how many, what comes with it and until when. Its look is `.listing`
 * of globals.css, a grid whose areas differ on a phone.
 */
export function ListingCardView({
  listing,
  today,
  level = 3,
}: {
  listing: ListingCard;
  today: string;
  level?: 2 | 3 | undefined;
}) {
  const locale = useLocale();
  const t = useTranslations("public.card");
  const words = useTranslations("vacancies");
  const Heading = level === 2 ? "h2" : "h3";
  const left = daysBetween(today, listing.deadline);
  // Insurance is every contract's: it is on the job's page and among the filters, not what tells one listing from another.
  const offered = benefits
    .filter((name) => listing[name] && name !== "insurance")
    .map((name) => words(`benefit.${name}`));
  const lowest =
    listing.lowest && (listing.lowest === "unskilled" ? t("noCertificate") : words(`qualification.${listing.lowest}`));
  const facts = [t("places", { count: formatCount(listing.left, locale), n: listing.left }), lowest || "", ...offered];
  const { code, params } = wagePhrase(listing, locale);
  const amount = code !== "negotiable" && code !== "unknown";
  const foreign = locale === "en" && !listing.titleEn;
  return (
    <article className="listing card">
      <Heading>
        <a href={href(locale, "jobs", listingSegment(listing))} {...(foreign && { lang: "vi" })}>
          {titleOf(listing, locale)}
        </a>
      </Heading>
      <p className="listing-where">
        {named(listing.enterprise, locale) + dot + unbroken(parkShortName(listing.park, locale))}
      </p>
      <p className="listing-wage">
        <strong>{t(`wage.${code}`, params)}</strong>
        {amount && <span>{t("wage.monthly")}</span>}
      </p>
      <div className="listing-foot">
        <p>{facts.filter(Boolean).map(unbroken).join(dot)}</p>
        <p className="listing-until">
          {left <= closesSoon ? (
            <Badge tone="waiting">{t("daysLeft", { days: Math.max(0, left) })}</Badge>
          ) : (
            <Badge tone="done">{t("verified")}</Badge>
          )}
          {left > closesSoon && t("until", { day: formatDay(listing.deadline) })}
        </p>
      </div>
    </article>
  );
}

/** Listings under each other. */
export const ListingList = ({
  listings,
  today,
  level,
}: {
  listings: readonly ListingCard[];
  today: string;
  level?: 2 | 3 | undefined;
}) => (
  <ul className="space-y-3">
    {listings.map((listing) => (
      <li key={listing.id}>
        <ListingCardView listing={listing} today={today} level={level} />
      </li>
    ))}
  </ul>
);
