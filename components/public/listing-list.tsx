import { daysBetween, formatDay } from "@/lib/core/day";
import { html, type Markup } from "@/lib/core/html";
import { formatCount } from "@/lib/core/money";
import { messages } from "@/lib/i18n/messages";
import { href, type Locale } from "@/lib/i18n/paths";
import { rememberedWords } from "@/lib/i18n/words";
import { closesSoon, type ListingCard, listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { benefits } from "@/lib/vacancies/search";
import { wagePhrase } from "@/lib/vacancies/wage";

/** Lines break after the dot and between facts, not before it or inside one. */
const dot = "\u00a0· ";
const unbroken = (words: string) => words.replaceAll(" ", "\u00a0");

const t = rememberedWords({ vi: messages.vi.public.card, en: messages.en.public.card });
const words = rememberedWords({ vi: messages.vi.vacancies, en: messages.en.vacancies });

/**
 * Listings under each other, in the reader's language: what, where, how much; then how many, what comes with it and until
 * when. `today` is a calendar day; headings are of `level`. Their look is `.listing` of parts.css, a grid whose areas differ
 * on a phone. Written as text, not as elements: they were a third of what a search page costs to make.
 */
export function ListingList({
  listings,
  today,
  locale,
  level = 3,
}: {
  listings: readonly ListingCard[];
  today: string;
  locale: Locale;
  level?: 2 | 3 | undefined;
}) {
  const markup = html`${listings.map((listing) => lines(listing, today, locale, level))}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: html escapes all that is not its own
  return <ul className="space-y-3" dangerouslySetInnerHTML={{ __html: markup.text }} />;
}

function lines(listing: ListingCard, today: string, locale: Locale, level: 2 | 3): Markup {
  const left = daysBetween(today, listing.deadline);
  const closing = left <= closesSoon;
  const { code, params } = wagePhrase(listing, locale);
  const { lowest } = listing;
  // Insurance is every contract's: it is on the job's page and among the filters, not what tells one listing from another.
  const offered = benefits
    .filter((name) => listing[name] && name !== "insurance")
    .map((name) => words(locale, `benefit.${name}`));
  const facts = [
    t(locale, "places", { count: formatCount(listing.left, locale), n: listing.left }),
    ...(lowest ? [lowest === "unskilled" ? t(locale, "noCertificate") : words(locale, `qualification.${lowest}`)] : []),
    ...offered,
  ];
  const address = href(locale, "jobs", listingSegment(listing));
  // The title's own language where it is not the page's.
  const language = locale === "en" && !listing.titleEn && html` lang="vi"`;
  const link = html`<a href="${address}"${language}>${titleOf(listing, locale)}</a>`;
  const heading = level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
  const where = named(listing.enterprise, locale) + dot + unbroken(parkShortName(listing.park, locale));
  const wage = t(locale, `wage.${code}`, params);
  const monthly = code !== "negotiable" && code !== "unknown" && html`<span>${t(locale, "wage.monthly")}</span>`;
  const state = closing
    ? html`<span class="listing-state" data-closing="true">${t(locale, "daysLeft", { days: Math.max(0, left) })}</span>`
    : html`<span class="listing-state">${t(locale, "verified")}</span>${t(locale, "until", { day: formatDay(listing.deadline) })}`;
  return html`<li><article class="listing card">${heading}<p class="listing-where">${where}</p>
<p class="listing-wage"><strong>${wage}</strong>${monthly}</p>
<div class="listing-foot"><p>${facts.map(unbroken).join(dot)}</p><p class="listing-until">${state}</p></div></article></li>`;
}
