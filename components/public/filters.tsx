import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
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
import { FilterList, type FilterOption, type FilterText } from "./filter-list";
import { useOptionName } from "./option-name";

/** So many options of a filter are seen at once; the rest is behind "more". */
const seen = 6;

/** All filters as links, each with how many jobs it would show. An option that would show none is not offered. */
export function Filters({
  query,
  facets,
  parks,
  occupations,
  to,
}: {
  query: SearchQuery;
  facets: Facets;
  parks: readonly { slug: string; shortNameVi: string; shortNameEn: string }[];
  occupations: Record<string, { nameVi: string; nameEn: string }>;
  to: (query: SearchQuery) => string;
}) {
  const locale = useLocale();
  const t = useTranslations("public.search");
  const nameOf = useOptionName(parks, occupations);
  const option = (name: Dimension, value: string): FilterOption => {
    const count = facets[name][value] ?? 0;
    return {
      label: nameOf(name, value),
      href: to(toggled(query, name, value)),
      count: formatCount(count, locale) + (count >= mostCandidates ? "+" : ""),
      chosen: isChosen(query, name, value) || undefined,
      within: isWithin(name, value) || undefined,
    };
  };
  const filters = dimensions.flatMap((name): FilterText[] => {
    const options = optionsOf(query, name, facets[name])
      .filter((value) => (facets[name][value] ?? 0) > 0 || isChosen(query, name, value))
      .map((value) => option(name, value));
    if (options.length === 0) return [];
    const later = options.slice(seen).filter(({ chosen, within }) => !chosen && !within);
    return [
      {
        name,
        label: t(`by.${name}`),
        open: isActive(query, name) || openAtFirst.has(name),
        single: !Array.isArray(query[name]),
        options: options.filter((one) => !later.includes(one)),
        later,
        more: t("moreOptions", { count: later.length }),
      },
    ];
  });
  return <FilterList filters={filters} jobs={t("jobs")} />;
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
