import { useLocale, useTranslations } from "next-intl";
import { ExportLink } from "@/components/layout/export-link";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import {
  type Dimension,
  dimensions,
  emptySearch,
  isActive,
  isNarrowed,
  pageSize,
  type SearchQuery,
  searchString,
  sorts,
  toggled,
  without,
} from "@/lib/vacancies/search";
import type { SearchResult } from "@/lib/vacancies/search-queries";
import { Filters } from "./filters";
import { ListingList } from "./listing-card";
import { useOptionName } from "./option-name";
import type { ParkChoice } from "./search-form";
import { SuggestedInput } from "./suggested-input";

export type Names = Record<string, { nameVi: string; nameEn: string }>;

/** The search: filters left on a wide screen and behind a button on a phone, all by links and one form. */
export function SearchView({
  query,
  result,
  parks,
  occupations,
  today,
}: {
  query: SearchQuery;
  result: SearchResult;
  parks: readonly ParkChoice[];
  occupations: Names;
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("public.search");
  const nameOf = useOptionName(parks, occupations);
  const to = (next: SearchQuery) => {
    const text = searchString(next);
    return href(locale, "jobs") + (text ? `?${text}` : "");
  };
  const pages = Math.ceil(result.total / pageSize);
  const count = formatCount(result.total, locale);
  const chosen = dimensions.flatMap((name) => chips(query, name));
  return (
    <>
      <h1 className="mb-4 font-bold text-2xl">{t("title")}</h1>
      <form action={href(locale, "jobs")} method="get" className="grid gap-x-8 gap-y-5 lg:grid-cols-[17rem_1fr]">
        <div className="flex gap-2 lg:col-span-2">
          <label htmlFor="search-words" className="sr-only">
            {t("what")}
          </label>
          <SuggestedInput id="search-words" initial={query.q} className="control" placeholder={t("whatExample")} />
          <Button type="submit" variant="primary" icon="search" className="min-h-11 shrink-0 whitespace-nowrap">
            {t("submit")}
          </Button>
        </div>
        {/* Shown and hidden by a box without script; on a wide screen the filters always stand there. */}
        <aside aria-label={t("filters")} className="max-lg:card">
          <input type="checkbox" id="show-filters" className="peer sr-only lg:hidden" />
          <label
            htmlFor="show-filters"
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-4 font-semibold text-harbour-700 peer-checked:[&>svg:last-child]:rotate-180 peer-focus-visible:outline-2 peer-focus-visible:outline-harbour-600 lg:hidden"
          >
            <Icon name="funnel" />
            {t("filters")}
            {chosen.length > 0 && <span className="figures">({chosen.length})</span>}
            <Icon name="chevron-down" className="ml-auto" />
          </label>
          <div className="hidden px-4 pb-3 peer-checked:block lg:block lg:p-0">
            <Filters query={query} facets={result.facets} parks={parks} occupations={occupations} to={to} />
          </div>
        </aside>
        <div className="min-w-0">
          {hidden(query).map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          {result.corrected && (
            <p className="mb-3 text-mist-800">
              {t.rich("corrected", {
                words: () => (
                  <a href={to({ ...query, q: result.corrected ?? "", page: 1 })} className="link font-semibold">
                    {result.corrected}
                  </a>
                ),
                q: query.q,
              })}
            </p>
          )}
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <p className="figures font-semibold text-harbour-900" role="status">
              {result.more ? t("moreThan", { count }) : t("found", { count, n: result.total })}
            </p>
            {result.total > 1 && <SortLinks query={query} to={to} />}
          </div>
          {chosen.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2">
              {chosen.map(({ name, value, next }) => (
                <li key={`${name}${value}`}>
                  <a
                    href={to(next)}
                    className="inline-flex min-h-9 items-center gap-1.5 rounded-full thumb:min-h-11 border border-harbour-100 bg-harbour-50 px-3 text-harbour-700 text-sm hover:border-harbour-600"
                  >
                    <span className="sr-only">{t("remove")}</span>
                    {nameOf(name, value)}
                    <Icon name="x" size={14} />
                  </a>
                </li>
              ))}
              <li>
                <a href={to({ ...emptySearch, q: query.q })} className="link tap text-sm">
                  {t("clear")}
                </a>
              </li>
            </ul>
          )}
          <div className="mt-4">
            {result.items.length > 0 ? (
              <ListingList listings={result.items} today={today} level={2} />
            ) : (
              <Nothing query={query} result={result} to={to} />
            )}
          </div>
          {result.more && query.page === 1 && <p className="mt-4 text-mist-600 text-sm">{t("bounded", { count })}</p>}
          <div className="mt-6">
            <Pagination page={query.page} pages={pages} href={(page) => to({ ...query, page })} />
          </div>
          <div className="mt-6 flex flex-wrap items-center gap-x-4 text-sm">
            <a
              className="link tap"
              href={href(locale, "jobs", "rss") + to({ ...query, page: 1 }).slice(href(locale, "jobs").length)}
            >
              {t("feed")}
            </a>
            {result.total > 0 && (
              <ExportLink list="jobs" query={Object.fromEntries(new URLSearchParams(searchString(query)))} />
            )}
          </div>
        </div>
      </form>
    </>
  );
}

/** What is chosen, each with the search without it. */
const chips = (query: SearchQuery, name: Dimension): { name: Dimension; value: string; next: SearchQuery }[] => {
  const value = query[name];
  if (!Array.isArray(value)) return value === null ? [] : [{ name, value: String(value), next: without(query, name) }];
  return value.map((item) => ({ name, value: item, next: toggled(query, name, item) }));
};

/** What the form must carry along when only the words change. */
const hidden = (query: SearchQuery): [string, string][] => [
  ...new URLSearchParams(searchString({ ...query, q: "", page: 1 })).entries(),
];

function SortLinks({ query, to }: { query: SearchQuery; to: (query: SearchQuery) => string }) {
  const t = useTranslations("public.search");
  return (
    <nav aria-label={t("sort")} className="-mx-2 text-sm max-sm:mx-0 max-sm:w-full max-sm:text-[0.84rem]">
      <ul className="flex flex-wrap max-sm:justify-between max-sm:gap-x-2">
        {sorts.map((sort) => (
          <li key={sort}>
            <a
              href={to({ ...query, sort, page: 1 })}
              aria-current={sort === query.sort ? "true" : undefined}
              className="tap rounded-md px-2 text-harbour-600 hover:underline aria-[current]:font-semibold aria-[current]:text-harbour-900 max-sm:px-0"
            >
              {t(`sorts.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Nothing found: the nearest wider search that finds something. */
function Nothing({
  query,
  result,
  to,
}: {
  query: SearchQuery;
  result: SearchResult;
  to: (query: SearchQuery) => string;
}) {
  const locale = useLocale();
  const t = useTranslations("public.search.nothing");
  const { wider } = result;
  const beyond = query.page > 1 && result.total > 0;
  if (beyond)
    return (
      <EmptyState
        title={t("beyond")}
        actions={<LinkButton href={to({ ...query, page: 1 })}>{t("firstPage")}</LinkButton>}
      />
    );
  const found = wider ? formatCount(wider.total, locale) + (wider.more ? "+" : "") : "";
  const next = wider && (wider.drop === "q" ? { ...query, q: "", page: 1 } : without(query, wider.drop));
  return (
    <EmptyState
      icon="search"
      title={t("title")}
      actions={
        <>
          {next && wider && (
            <LinkButton variant="secondary" href={to(next)}>
              {wider.drop === "q"
                ? t("withoutWords", { count: found })
                : t("withoutFilter", { filter: t(`filter.${wider.drop}`), count: found })}
            </LinkButton>
          )}
          {isNarrowed(query) && (
            <LinkButton variant="quiet" href={href(locale, "jobs")}>
              {t("all")}
            </LinkButton>
          )}
        </>
      }
    >
      {dimensions.some((name) => isActive(query, name)) ? t("tryFilters") : t("tryWords")}
    </EmptyState>
  );
}
