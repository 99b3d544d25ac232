import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { daysBetween, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { closesSoon, type ListingCard, listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { benefits } from "@/lib/vacancies/search";
import { wagePhrase } from "@/lib/vacancies/wage";

/** A listing in two lines: what and where, how much; then what comes with it and until when. */
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
  const offered = benefits.filter((name) => listing[name]).map((name) => words(`benefit.${name}`));
  const title = titleOf(listing, locale);
  return (
    <article className="card relative px-5 py-4 transition-colors hover:border-harbour-600">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 flex-[1_1_18rem]">
          <Heading className="text-base leading-snug">
            <a
              href={href(locale, "jobs", listingSegment(listing))}
              lang={locale === "en" && !listing.titleEn ? "vi" : undefined}
              className="after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              {title}
            </a>
          </Heading>
          <p className="text-mist-700 text-sm">
            {named(listing.enterprise, locale)} · {parkShortName(listing.park, locale)}
          </p>
        </div>
        <CardWage listing={listing} />
      </div>
      <ul className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-mist-700 text-sm">
        <li>
          {left <= closesSoon ? (
            <Badge tone="waiting">{t("daysLeft", { days: Math.max(0, left) })}</Badge>
          ) : (
            <Badge tone="done">{t("verified")}</Badge>
          )}
        </li>
        <li className="figures">{t("places", { count: formatCount(listing.left, locale), n: listing.left })}</li>
        {listing.lowest && (
          <li>{listing.lowest === "unskilled" ? t("noCertificate") : words(`qualification.${listing.lowest}`)}</li>
        )}
        {offered.length > 0 && <li>{offered.join(" · ")}</li>}
        {left > closesSoon && (
          <li className="figures inline-flex items-center gap-1">
            <Icon name="calendar" size={15} />
            {t("until", { day: formatDay(listing.deadline) })}
          </li>
        )}
      </ul>
    </article>
  );
}

function CardWage({ listing }: { listing: ListingCard }) {
  const locale = useLocale();
  const t = useTranslations("public.card.wage");
  const { code, params } = wagePhrase(listing, locale);
  const amount = code !== "negotiable" && code !== "unknown";
  return (
    <p className="figures text-harbour-900 sm:text-right">
      <span className="font-semibold">{t(code, params)}</span>
      {amount && <span className="block text-mist-600 text-xs">{t("monthly")}</span>}
    </p>
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
