import { html, type Markup } from "@/lib/core/html";
import { formatCount } from "@/lib/core/money";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { rememberedWords } from "@/lib/i18n/words";
import { qualifications } from "@/lib/vacancies/schema";
import {
  benefits,
  type Dimension,
  deadlineSteps,
  dimensions,
  isActive,
  mostCandidates,
  openTo,
  type SearchQuery,
  shifts,
  toggled,
  wageSteps,
} from "@/lib/vacancies/search";
import type { Facets } from "@/lib/vacancies/search-queries";

/** So many options of a filter are seen at once; the rest is behind "more". */
const seen = 6;

const t = rememberedWords({ vi: messages.vi.public.search, en: messages.en.public.search });

/**
 * All filters as links that need no script, each with how many jobs it would show. An option that would show none is not
 * offered. Written as text for the reason that ListingList gives.
 */
export function Filters({
  locale,
  query,
  facets,
  nameOf,
  to,
}: {
  locale: Locale;
  query: SearchQuery;
  facets: Facets;
  nameOf: (name: Dimension, value: string) => string;
  to: (query: SearchQuery) => string;
}) {
  const jobs = t(locale, "jobs");
  const option = (name: Dimension, value: string): Markup => {
    const count = facets[name][value] ?? 0;
    const address = to(toggled(query, name, value));
    const within = isWithin(name, value) && html` data-within="true"`;
    const chosen = isChosen(query, name, value) && html` aria-current="true"`;
    // One value at a time is marked round, as a choice of one is.
    const look = Array.isArray(query[name]) ? "option" : "option option-one";
    const number = html`${formatCount(count, locale)}${count >= mostCandidates && "+"}<span class="sr-only"> ${jobs}</span>`;
    return html`<li${within}><a href="${address}" rel="nofollow"${chosen} class="${look}">${nameOf(name, value)}<span>${number}</span></a></li>`;
  };
  const filters = dimensions.flatMap((name): Markup[] => {
    const options = optionsOf(query, name, facets[name]).filter(
      (value) => (facets[name][value] ?? 0) > 0 || isChosen(query, name, value),
    );
    if (options.length === 0) return [];
    const later = options.slice(seen).filter((value) => !isChosen(query, name, value) && !isWithin(name, value));
    const first = options.filter((value) => !later.includes(value));
    const list = (values: string[]) => html`<ul>${values.map((value) => option(name, value))}</ul>`;
    const open = (isActive(query, name) || openAtFirst.has(name)) && html` open=""`;
    const label = t(locale, `by.${name}`);
    const more = t(locale, "moreOptions", { count: later.length });
    const rest = later.length > 0 && html`<details><summary>${more}</summary>${list(later)}</details>`;
    return [html`<details class="facet"${open}><summary>${label}</summary>${list(first)}${rest}</details>`];
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: html escapes all that is not its own
  return <div className="divide-y divide-mist-200" dangerouslySetInnerHTML={{ __html: html`${filters}`.text }} />;
}

const openAtFirst: ReadonlySet<Dimension> = new Set(["park", "wage", "package"]);

const isChosen = (query: SearchQuery, name: Dimension, value: string): boolean => {
  const now = query[name];
  return Array.isArray(now) ? now.includes(value) : String(now) === value;
};

/** An occupation below its major group, which stands before it. */
const isWithin = (name: Dimension, value: string): boolean => name === "occupation" && value.length > 1;

/** Values in the order in which they are offered: by rank where there is one, else by how many they show. */
function optionsOf(query: SearchQuery, name: Dimension, counts: Record<string, number>): string[] {
  const mostFirst = Object.keys(counts).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
  switch (name) {
    case "qualification":
      return [...qualifications];
    case "wage":
      return wageSteps.map(String);
    case "shift":
      return [...shifts];
    case "package":
      return [...benefits];
    case "deadline":
      return deadlineSteps.map(String);
    case "open":
      return [...openTo];
    case "occupation": {
      // The groups; the occupations of one come to light with it, else there would be a hundred.
      const opened = new Set(query.occupation.map((code) => code.slice(0, 1)));
      const groups = new Set([...mostFirst.filter((code) => code.length === 1), ...opened]);
      return [...groups].flatMap((group) => [
        group,
        ...mostFirst.filter((code) => opened.has(group) && code.length > 1 && code.startsWith(group)),
      ]);
    }
    default:
      return mostFirst;
  }
}
