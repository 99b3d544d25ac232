import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
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
  const t = useTranslations("public.search");
  const nameOf = useOptionName(parks, occupations);
  return (
    <div className="divide-y divide-mist-200">
      {dimensions.map((name) => {
        const options = optionsOf(query, name, facets[name]).filter(
          (value) => (facets[name][value] ?? 0) > 0 || isChosen(query, name, value),
        );
        if (options.length === 0) return null;
        const line = (value: string) => (
          <Option
            key={value}
            label={nameOf(name, value)}
            count={facets[name][value] ?? 0}
            chosen={isChosen(query, name, value)}
            within={isWithin(name, value)}
            single={!Array.isArray(query[name])}
            href={to(toggled(query, name, value))}
          />
        );
        const later = options.slice(seen).filter((value) => !isChosen(query, name, value) && !isWithin(name, value));
        const first = options.filter((value) => !later.includes(value));
        return (
          <details key={name} open={isActive(query, name) || openAtFirst.has(name)} className="group/filter py-1.5">
            <summary className="flex min-h-10 list-none thumb:min-h-11 items-center justify-between font-semibold text-harbour-900 text-sm">
              {t(`by.${name}`)}
              <Icon name="chevron-down" size={16} className="text-mist-600 group-open/filter:rotate-180" />
            </summary>
            <ul className="pb-2">{first.map(line)}</ul>
            {later.length > 0 && (
              <details>
                <summary className="link tap list-none pb-2 text-sm">
                  {t("moreOptions", { count: later.length })}
                </summary>
                <ul className="pb-2">{later.map(line)}</ul>
              </details>
            )}
          </details>
        );
      })}
    </div>
  );
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
  const mostFirst = Object.keys(counts).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a.localeCompare(b));
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

function Option({
  label,
  count,
  chosen,
  within,
  single,
  href,
}: {
  label: string;
  count: number;
  chosen: boolean;
  within: boolean;
  single: boolean;
  href: string;
}) {
  const locale = useLocale();
  const t = useTranslations("public.search");
  return (
    <li className={within ? "pl-7" : undefined}>
      <a
        href={href}
        rel="nofollow"
        className={single ? "option option-one" : "option"}
        {...(chosen && { "aria-current": "true" })}
      >
        {label}
        <span>
          {formatCount(count, locale) + (count >= mostCandidates ? "+" : "")}
          <span className="sr-only">{` ${t("jobs")}`}</span>
        </span>
      </a>
    </li>
  );
}
