import { addDays, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type CardJson, cardFromJson, cardJson, cardsByIds } from "./card-queries";
import type { ListingCard } from "./listing";
import {
  asWritten,
  type Dimension,
  deadlineSteps,
  dimensions,
  isActive,
  isNarrowed,
  mostCandidates,
  nearestWord,
  pageSize,
  type SearchQuery,
  searchedWords,
  tsqueryOf,
  type WordChoice,
  wageSteps,
  without,
  wordsOf,
} from "./search";

/** How many listings each value of each filter would show. Keys are the values in the address. */
export type Facets = Record<Dimension, Record<string, number>>;

export type SearchResult = {
  items: ListingCard[];
  /** At most `mostCandidates`; `more` says that there are more. The same holds for each number of the facets. */
  total: number;
  more: boolean;
  facets: Facets;
  /** What was searched instead of the words typed, when one of those is in no listing. */
  corrected: string | null;
  /** When nothing was found: the one filter (or the words) without which most is found. */
  wider: { drop: Dimension | "q"; total: number; more: boolean } | null;
};

type Words = { choices: WordChoice[]; corrected: string | null };

/** A set of matches that is asked for: the search itself, or the search without one of its filters. */
type Asked = { name: Dimension | "base" | "q"; query: SearchQuery; words: readonly WordChoice[] };

/**
 * The public search. Finds at most the newest `mostCandidates` matches and counts, ranks and pages within them, so that its
 * cost does not grow with the number of vacancies. `now` ends deadlines and freshens the order.
 */
export async function searchVacancies(query: SearchQuery, now: Date): Promise<SearchResult> {
  const today = dayOf(now);
  const { choices, corrected } = await resolveWords(query.q);
  const active = dimensions.filter((name) => isActive(query, name));
  const leaving = (name: Dimension): Asked => ({ name, query: without(query, name), words: choices });
  const [adding, choosing] = [active.filter(addsUp), active.filter((name) => !addsUp(name))];
  const asked: Asked[] = [{ name: "base", query, words: choices }, ...choosing.map(leaving)];
  const found = await candidates(asked, query, choices, today, now);
  const total = totalOf(found, "base");
  let wider: SearchResult["wider"] = null;
  if (total === 0 && isNarrowed(query)) {
    const more = adding.map(leaving);
    if (query.q && active.length > 0) more.push({ name: "q", query: { ...query, q: "" }, words: [] });
    const besides = more.length > 0 ? await candidates(more, query, [], today, now) : nothing;
    wider = nearestWider([...found.sets, ...besides.sets]);
  }
  return {
    items: found.page.map(cardFromJson),
    total: Math.min(total, mostCandidates),
    more: total > mostCandidates,
    facets: facetsOf(found, active, query),
    corrected,
    wider,
  };
}

/** Ids of the newest matches in order of publication, after `before`; `cursor` is null on the last page. */
export async function newestIds(
  query: SearchQuery,
  now: Date,
  options: { limit: number; before?: number | undefined },
): Promise<{ ids: number[]; cursor: number | null }> {
  const today = dayOf(now);
  const { choices } = await resolveWords(query.q);
  const rows = await db().$queryRaw<{ id: number; no: bigint }[]>`
    select "vacancyId" as id, "no" from vacancy_candidates(${tsqueryOf(query, choices, today)}, ${wageFrom(query)}::int,
      ${closesBy(query, today)}::date, ${today}::date, ${options.before ?? null}::bigint, ${options.limit + 1}::int)
    order by "no" desc`;
  const shown = rows.slice(0, options.limit);
  const last = shown.at(-1);
  return { ids: shown.map((row) => row.id), cursor: rows.length > options.limit && last ? Number(last.no) : null };
}

/** The newest matches as cards, for feeds: `before` is the `cursor` of the page before. */
export async function newestMatches(
  query: SearchQuery,
  now: Date,
  options: { limit: number; before?: number | undefined },
): Promise<{ items: ListingCard[]; cursor: number | null }> {
  const { ids, cursor } = await newestIds(query, now, options);
  return { items: await cardsByIds(ids), cursor };
}

const wageFrom = (query: SearchQuery): number | null => (query.wage === null ? null : query.wage * 1_000_000);
const closesBy = (query: SearchQuery, today: string): string | null =>
  query.deadline === null ? null : addDays(today, query.deadline);

type Found = {
  page: CardJson[];
  sets: { name: Asked["name"]; total: number }[];
  /** For each step of the filter, as many as it would show. */
  wages: number[];
  deadlines: number[];
  tags: { name: string; tag: string; count: number }[];
};

const totalOf = (found: Found, name: string): number => found.sets.find((set) => set.name === name)?.total ?? 0;

const nothing: Found = { page: [], sets: [], wages: [], deadlines: [], tags: [] };

/** Every value of these must be there, so that their numbers say what is left of the search itself. */
const addsUp = (name: Dimension) => name === "package" || name === "open";

/** The first letters of the tags that are counted in a set: those of its filter; in the search itself those of all that are not set. */
function countedIn({ name, query }: Asked): string[] {
  if (name === "q") return [];
  if (name !== "base") return name in families ? [families[name as keyof typeof families]] : [];
  return Object.entries(families)
    .filter(([family]) => addsUp(family as Dimension) || !isActive(query, family as Dimension))
    .map(([, letter]) => letter);
}

/** All sets, the page and the counts in one statement; only what is shown of a set is counted. */
async function candidates(
  asked: readonly Asked[],
  query: SearchQuery,
  words: readonly WordChoice[],
  today: string,
  now: Date,
): Promise<Found> {
  const rows = asked.map(
    (set) => Prisma.sql`(${set.name}::text, ${countedIn(set)}::text[], ${tsqueryOf(set.query, set.words, today)}::text,
      ${wageFrom(set.query)}::int, ${closesBy(set.query, today)}::date)`,
  );
  const stepsOf = (name: "wage" | "deadline") => (asked.some((set) => set.name === name) ? name : "base");
  const wages = Prisma.join(
    wageSteps.map((step) => Prisma.sql`count(*) filter (where wage >= ${step * 1_000_000}::int)`),
  );
  const deadlines = Prisma.join(
    deadlineSteps.map((days) => Prisma.sql`count(*) filter (where deadline <= ${addDays(today, days)}::date)`),
  );
  const result = await db().$queryRaw<{ found: Found }[]>`
    with asked (name, counted, wanted, wage_from, closes_by) as (values ${Prisma.join(rows)}),
    hits as materialized (
      select a.name, a.counted, c.* from asked a cross join lateral
        vacancy_candidates(a.wanted, a.wage_from, a.closes_by, ${today}::date, null, ${mostCandidates + 1}::int) c
    ),
    page as (
      select h."vacancyId", row_number() over (order by ${order(query, words, now)}) as place
      from hits h where h.name = 'base' order by place limit ${pageSize} offset ${(query.page - 1) * pageSize}
    ),
    sets as (select name, count(*) as total from hits group by name),
    wages as (select json_build_array(${wages}) as counts from hits where name = ${stepsOf("wage")}),
    deadlines as (select json_build_array(${deadlines}) as counts from hits where name = ${stepsOf("deadline")}),
    tagged as (
      select name, tag, count(*) as count from (select name, counted, unnest(tags) as tag from hits) each_tag
      where left(tag, 1) = any (counted) group by name, tag
    )
    select json_build_object(
      'page', (select coalesce(json_agg(${cardJson} order by place), '[]')
        from page join "Vacancy" v on v.id = page."vacancyId" and v.status = 'PUBLISHED'),
      'sets', (select coalesce(json_agg(sets), '[]') from sets),
      'wages', (select counts from wages), 'deadlines', (select counts from deadlines),
      'tags', (select coalesce(json_agg(tagged), '[]') from tagged)) as found`;
  const row = result[0];
  if (!row) throw new Error("the search statement gave no row");
  return row.found;
}

/** Most relevant first: all words in the title, some of them, none; among equals the newer. `no` makes each order whole. */
function order(query: SearchQuery, words: readonly WordChoice[], now: Date): Prisma.Sql {
  switch (query.sort) {
    case "wage":
      return Prisma.sql`h.wage desc nulls last, h."no" desc`;
    case "deadline":
      return Prisma.sql`h.deadline, h."no" desc`;
    case "newest":
      return Prisma.sql`h."publishedAt" desc, h."no" desc`;
    case "relevance": {
      if (words.length === 0) return Prisma.sql`h."publishedAt" desc, h."no" desc`;
      const all = words.map((choice) => `(${choice.join(" | ")})`).join(" & ");
      const some = words.flat().join(" | ");
      return Prisma.sql`ts_rank(h.title, ${some}::tsquery) + (h.title @@ ${all}::tsquery)::int
        + 0.1 / (1 + greatest(0, extract(epoch from ${now}::timestamptz - h."publishedAt")) / 2592000) desc, h."no" desc`;
    }
  }
}

const families = { park: "p", occupation: "o", qualification: "k", shift: "s", package: "b", country: "c", open: "x" };

/** A filter's numbers come from the search without it, so that each says what choosing it would show; `package` and `open` add up. */
function facetsOf(found: Found, active: readonly Dimension[], query: SearchQuery): Facets {
  const byTag = (name: keyof typeof families): Record<string, number> => {
    const set = active.includes(name) && !addsUp(name) ? name : "base";
    const prefix = `${families[name]}.`;
    return Object.fromEntries(
      found.tags
        .filter((row) => row.name === set && row.tag.startsWith(prefix))
        .map((row) => [row.tag.slice(prefix.length), Math.min(row.count, mostCandidates)]),
    );
  };
  const bySteps = (steps: readonly number[], counts: number[]) =>
    Object.fromEntries(steps.map((step, index) => [String(step), Math.min(counts[index] ?? 0, mostCandidates)]));
  const chosen = (counts: Record<string, number>, name: Dimension): Record<string, number> => {
    const value = query[name];
    return Array.isArray(value) ? { ...Object.fromEntries(value.map((item) => [item, 0])), ...counts } : counts;
  };
  return {
    park: chosen(byTag("park"), "park"),
    occupation: chosen(byTag("occupation"), "occupation"),
    qualification: byTag("qualification"),
    wage: bySteps(wageSteps, found.wages),
    shift: byTag("shift"),
    package: byTag("package"),
    country: chosen(byTag("country"), "country"),
    deadline: bySteps(deadlineSteps, found.deadlines),
    open: byTag("open"),
  };
}

/** Nothing was found: the filter, or the words, without which most is found; among equals the first of the filters. */
function nearestWider(sets: Found["sets"]): SearchResult["wider"] {
  const ways = [...dimensions, "q" as const].map((drop) => ({
    drop,
    total: sets.find(({ name }) => name === drop)?.total ?? 0,
  }));
  const best = ways.sort((a, b) => b.total - a.total)[0];
  if (!best || best.total === 0) return null;
  return { drop: best.drop, total: Math.min(best.total, mostCandidates), more: best.total > mostCandidates };
}

/** A word of the vocabulary is searched as it is, the last one also as a beginning; any other as the word that it is nearest to. */
async function resolveWords(q: string): Promise<Words> {
  const words = searchedWords(q);
  const last = words.at(-1);
  if (last === undefined) return { choices: [], corrected: null };
  const terms = await db().$queryRaw<{ word: string; known: boolean; longer: string[] }[]>`
    select w.word,
      exists (select from "SearchTerm" t where t.kind = 'WORD' and t.folded = w.word and t.uses > 0) as known,
      case when w.word = ${last} then array(
        select t.folded from "SearchTerm" t where t.kind = 'WORD' and t.folded like w.word || '%' and t.uses > 0
        order by t.uses desc, t.folded limit 8) else '{}' end as longer
    from unnest(${words}::text[]) as w (word)`;
  const choices = new Map<string, WordChoice>();
  for (const { word, known, longer } of terms) {
    // Figures and single letters are in no vocabulary.
    if (known || /^\d+$/.test(word) || (word.length === 1 && word !== last)) choices.set(word, [word]);
    else if (longer.length > 0) choices.set(word, longer);
  }
  const unknown = words.filter((word) => !choices.has(word));
  const corrections = await Promise.all(unknown.map(correct));
  unknown.forEach((word, index) => {
    choices.set(word, [corrections[index] ?? word]);
  });
  const corrected = corrections.some((word) => word !== null)
    ? await written(words.map((word) => (unknown.includes(word) ? (choices.get(word)?.[0] ?? word) : word)))
    : null;
  return { choices: words.map((word) => choices.get(word) ?? [word]), corrected };
}

/** The nearest known word: among those that look alike (trigrams) and those that begin alike, by mistakes, then by use. */
async function correct(typed: string): Promise<string | null> {
  if (typed.length < 3) return null;
  const known = await db().$queryRaw<{ word: string; uses: number }[]>`
    (select folded as word, uses from "SearchTerm" where kind = 'WORD' order by folded <-> ${typed} limit 40)
    union
    (select folded, uses from "SearchTerm" where kind = 'WORD' and folded like ${typed.slice(0, 1)} || '%'
      and length(folded) between ${typed.length - 1} and ${typed.length + 1} order by uses desc limit 400)`;
  return nearestWord(
    typed,
    known.filter((term) => term.uses > 0),
  );
}

/** Words with their diacritics, as a title has them; as they are where no title has them in this order. */
async function written(words: readonly string[]): Promise<string> {
  const phrase = words.join(" ");
  const titles = await db().$queryRaw<{ label: string }[]>`
    select label from "SearchTerm" where kind = 'TITLE' and folded like ${`%${phrase}%`} and uses > 0
    order by uses desc limit 5`;
  return titles.map(({ label }) => asWritten(words, label)).find((text) => text !== null) ?? phrase;
}

/** Titles that begin with what was typed, then those that have it inside; at most eight, most used first. */
export async function suggestTitles(typed: string): Promise<string[]> {
  const words = wordsOf(typed).slice(0, 8);
  const phrase = words.join(" ").slice(0, 60);
  if (phrase.length < 2) return [];
  const rows = await db().$queryRaw<{ label: string }[]>`
    select label from "SearchTerm"
    where kind = 'TITLE' and uses > 0 and (folded like ${`${phrase}%`} or folded like ${`% ${phrase}%`})
    order by folded like ${`${phrase}%`} desc, uses desc, label limit 8`;
  return rows.map((row) => row.label);
}
