import { useLocale, useTranslations } from "next-intl";
import { ExportLink } from "@/components/layout/export-link";
import { LinkButton } from "@/components/ui/button";
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
import { ListingList } from "./listing-list";
import { optionNames } from "./option-name";
import type { ParkChoice } from "./search-form";
import { SearchFrame } from "./search-frame";

export type Names = Record<string, { nameVi: string; nameEn: string }>;

/** The search: its words, numbers and addresses, which SearchFrame draws. All by links and one form. */
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
  const nameOf = optionNames(locale, parks, occupations);
  const place = href(locale, "jobs");
  const to = (next: SearchQuery) => {
    const text = searchString(next);
    return text ? `${place}?${text}` : place;
  };
  const count = formatCount(result.total, locale);
  const chips = dimensions
    .flatMap((name) => chosenOf(query, name))
    .map(({ name, value, next }) => ({ href: to(next), label: nameOf(name, value) }));
  const corrected = result.corrected && (
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
  );
  return (
    <SearchFrame
      action={place}
      typed={query.q}
      // What the form must carry along when only the words change.
      carried={[...new URLSearchParams(searchString({ ...query, q: "", page: 1 }))]}
      found={result.more ? t("moreThan", { count }) : t("found", { count, n: result.total })}
      bounded={result.more && query.page === 1 ? t("bounded", { count }) : undefined}
      chips={chips}
      clear={to({ ...emptySearch, q: query.q })}
      sorts={
        result.total > 1
          ? sorts.map((sort) => ({
              href: to({ ...query, sort, page: 1 }),
              label: t(`sorts.${sort}`),
              current: sort === query.sort || undefined,
            }))
          : []
      }
      feed={href(locale, "jobs", "rss") + to({ ...query, page: 1 }).slice(place.length)}
      words={{
        title: t("title"),
        what: t("what"),
        example: t("whatExample"),
        submit: t("submit"),
        filters: t("filters"),
        sort: t("sort"),
        remove: t("remove"),
        clear: t("clear"),
        feed: t("feed"),
      }}
      corrected={corrected}
      filters={<Filters locale={locale} query={query} facets={result.facets} nameOf={nameOf} to={to} />}
      listings={
        result.items.length > 0 ? (
          <ListingList listings={result.items} today={today} locale={locale} level={2} />
        ) : (
          <Nothing query={query} result={result} to={to} />
        )
      }
      pagination={
        <Pagination
          page={query.page}
          pages={Math.ceil(result.total / pageSize)}
          href={(page) => to({ ...query, page })}
        />
      }
      download={
        result.total > 0 && (
          <ExportLink list="jobs" query={Object.fromEntries(new URLSearchParams(searchString(query)))} />
        )
      }
    />
  );
}

/** What is chosen, each with the search without it. */
const chosenOf = (query: SearchQuery, name: Dimension): { name: Dimension; value: string; next: SearchQuery }[] => {
  const value = query[name];
  if (!Array.isArray(value)) return value === null ? [] : [{ name, value: String(value), next: without(query, name) }];
  return value.map((item) => ({ name, value: item, next: toggled(query, name, item) }));
};

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
