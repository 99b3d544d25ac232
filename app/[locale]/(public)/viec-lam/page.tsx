import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { SearchView } from "@/components/public/search-view";
import { href, type Locale } from "@/lib/i18n/paths";
import { occupationNames, parkDirectory } from "@/lib/vacancies/directory-queries";
import { isNarrowed, parseSearch, searchString } from "@/lib/vacancies/search";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import { kept } from "@/lib/web/kept";
import { publicMetadata } from "@/lib/web/public-metadata";
import { today } from "../_parts/reads";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const query = parseSearch(await searchParams);
  const t = await getTranslations({ locale, namespace: "public.search" });
  const { page: _, ...first } = query;
  return publicMetadata({
    locale,
    place: "jobs",
    query: searchString(query),
    title: query.q ? t("titleOf", { q: query.q }) : t("title"),
    description: t("description"),
    feed: withQuery(href(locale, "jobs", "rss"), searchString({ ...first, page: 1 })),
    // One page of all jobs is for search engines; the many combinations of filters are not.
    hidden: isNarrowed(query) || query.page > 1,
  });
}

/** The public search, rendered at each request: the only public page that is. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = parseSearch(await searchParams);
  const day = today();
  const [result, parks, occupations] = await Promise.all([
    searchVacancies(query, new Date()),
    kept(`parks ${day}`, () => parkDirectory(day), ["vacancies"]),
    kept("occupation-names", occupationNames),
  ]);
  const text = searchString(query);
  return (
    <PublicShell locale={locale} place="jobs" alternate={withQuery(href(locale === "vi" ? "en" : "vi", "jobs"), text)}>
      <SearchView query={query} result={result} parks={parks} occupations={occupations} today={day} />
    </PublicShell>
  );
}
