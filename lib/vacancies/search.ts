import { fold } from "@/lib/core/text";
import { ShiftPattern } from "@/lib/db/generated/enums";
import { qualifications } from "./schema";

/** Wages from which one may filter, millions of đồng a month; search_wage_tags() in the database has the same. */
export const wageSteps = [5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50] as const;
export const benefits = ["meals", "bus", "dormitory", "insurance"] as const;
export const openTo = ["disabled", "demobilised"] as const;
/** "Closes within … days". */
export const deadlineSteps = [7, 14, 30] as const;
export const sorts = ["relevance", "newest", "wage", "deadline"] as const;
export const shifts = Object.values(ShiftPattern);

export type Benefit = (typeof benefits)[number];
export type OpenTo = (typeof openTo)[number];
export type SearchSort = (typeof sorts)[number];

/** What one searches by. Lists are sorted and without repetitions; within a list one of them suffices, but for `package` and `open`, where all must be. */
export type SearchQuery = {
  /** As typed, NFC, at most 100 characters; "" for none. */
  q: string;
  /** Slugs of parks. */
  park: string[];
  /** VSCO codes of any tier: `8` is the major group, `8212` the occupation. */
  occupation: string[];
  qualification: string[];
  /** Millions of đồng a month that the offer must reach at its upper end; null for any. */
  wage: number | null;
  shift: string[];
  package: string[];
  /** ISO 3166-1 alpha-2 of the investor. */
  country: string[];
  /** Closes within so many days; null for any. */
  deadline: number | null;
  open: string[];
  sort: SearchSort;
  page: number;
};

export const emptySearch: SearchQuery = {
  q: "",
  park: [],
  occupation: [],
  qualification: [],
  wage: null,
  shift: [],
  package: [],
  country: [],
  deadline: null,
  open: [],
  sort: "relevance",
  page: 1,
};

/** Filters in the canonical order of the address. */
export const dimensions = [
  "park",
  "occupation",
  "qualification",
  "wage",
  "shift",
  "package",
  "country",
  "deadline",
  "open",
] as const;
export type Dimension = (typeof dimensions)[number];

/** More than so many matches are not counted; what is shown and counted are the newest of them. */
export const mostCandidates = 1_000;
export const pageSize = 20;
const lastPage = mostCandidates / pageSize;
const mostWords = 8;
const mostChosen = 20;

type Raw = Record<string, string | string[] | undefined>;

/**
 * Reads the address. Nothing in it can be wrong: what is unknown or too long is left out, so that any address answers.
 * Lists may be repeated (`park=a&park=b`, as forms send them) or joined by commas.
 */
export function parseSearch(raw: Raw): SearchQuery {
  const all = (name: string): string[] => {
    const value = raw[name];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).slice(0, 50);
  };
  const list = (name: string, fits: (item: string) => boolean): string[] => {
    const items = all(name).flatMap((value) => value.slice(0, 500).split(","));
    return [...new Set(items.map((item) => item.trim()).filter(fits))].sort().slice(0, mostChosen);
  };
  const number = (name: string, fits: (value: number) => boolean): number | null => {
    const text = all(name)[0] ?? "";
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    return fits(value) ? value : null;
  };
  const among = (known: readonly string[]) => (item: string) => known.includes(item);
  const q = cleanText(all("q")[0] ?? "");
  const sort = sorts.find((known) => known === all("sort")[0]);
  return {
    q,
    park: list("park", (item) => /^[a-z0-9-]{1,80}$/.test(item)),
    occupation: list("occupation", (item) => /^\d{1,5}$/.test(item)),
    qualification: list("qualification", among(qualifications)),
    wage: number("wage", (value) => value >= 1 && value <= 1000),
    shift: list("shift", among(shifts)),
    package: list("package", among(benefits)),
    country: list("country", (item) => /^[A-Z]{2}$/.test(item)),
    deadline: number("deadline", (value) => value >= 1 && value <= 365),
    open: list("open", among(openTo)),
    sort: sort ?? "relevance",
    page: number("page", (value) => value >= 1 && value <= lastPage) ?? 1,
  };
}

/** One line without control characters, NFC, at most 100 characters. */
function cleanText(text: string): string {
  return [...text.slice(0, 400).normalize("NFC")]
    .filter((character) => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(character) || /\s/.test(character))
    .slice(0, 100)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** A value as URLSearchParams writes it, which takes long for the hundred addresses of a search page: most are plain. */
const written = (value: string): string =>
  /^[\w-]*$/.test(value) ? value : new URLSearchParams([["", value]]).toString().slice(1);

/** The query as it stands in an address: parameters in one order, what is usual left out. `""` for everything. */
export function searchString(query: SearchQuery): string {
  const pairs: string[] = [];
  const add = (name: string, value: string) => pairs.push(`${name}=${written(value)}`);
  if (query.q) add("q", query.q);
  for (const name of dimensions) {
    const value = query[name];
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (value !== null) add(name, String(value));
  }
  if (query.sort !== "relevance") add("sort", query.sort);
  if (query.page > 1) add("page", String(query.page));
  return pairs.join("&");
}

/** The words of a text as the database's search_words() makes them. */
export const wordsOf = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

/** The words by which is searched: each once, at most eight, none longer than 30 letters. */
export const searchedWords = (q: string): string[] =>
  [...new Set(wordsOf(q).map((word) => word.slice(0, 30)))].slice(0, mostWords);

/** Is anything asked but the order and the page? */
export const isNarrowed = (query: SearchQuery): boolean =>
  query.q !== "" || dimensions.some((name) => isActive(query, name));

/** Is a filter set? */
export function isActive(query: SearchQuery, name: Dimension): boolean {
  const value = query[name];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** The same search without one filter, from its first page. */
export const without = (query: SearchQuery, name: Dimension): SearchQuery => ({
  ...query,
  [name]: emptySearch[name],
  page: 1,
});

/** The same search with one value more, or without it if it was there; from its first page. */
export function toggled(query: SearchQuery, name: Dimension, value: string): SearchQuery {
  const now = query[name];
  if (!Array.isArray(now)) return { ...query, [name]: String(now) === value ? null : Number(value), page: 1 };
  if (now.includes(value)) return { ...query, [name]: now.filter((item) => item !== value), page: 1 };
  // An occupation is narrower than its group: asked for both, the group would hide what was chosen of it.
  const apart = (item: string) => name !== "occupation" || !(item.startsWith(value) || value.startsWith(item));
  return { ...query, [name]: [...now.filter(apart), value].sort(), page: 1 };
}

/** Words as they may stand in a tsquery: alternatives of one place in the query. */
export type WordChoice = string[];

/** Week of a day since Monday 6/1/2020, as the search rows carry it. */
const week = (day: string): number => Math.floor((Date.parse(day) - Date.parse("2020-01-06")) / (7 * 86_400_000));

/**
 * The query as text of a tsquery over the documents of VacancySearch: words of people are [a-z0-9] only and tags are
 * made here from checked values, so nothing that was typed can act as an operator. `""` asks for everything.
 */
export function tsqueryOf(query: SearchQuery, words: readonly WordChoice[], today: string): string {
  const any = (items: string[]) => (items.length ? `(${items.map((item) => `'${item}'`).join(" | ")})` : null);
  const clauses = [
    ...words.map((choice) => any(choice.filter((word) => /^[a-z0-9]+$/.test(word)))),
    any(query.park.map((slug) => `p.${slug}`)),
    any(query.occupation.map((code) => `o.${code}`)),
    any(query.qualification.map((name) => `k.${name}`)),
    any(query.shift.map((name) => `s.${name}`)),
    any(query.country.map((code) => `c.${code}`)),
    ...query.package.map((name) => any([`b.${name}`])),
    ...query.open.map((name) => any([`x.${name}`])),
  ];
  if (query.wage !== null) {
    const wanted = query.wage;
    const step = wageSteps.findLast((known) => known <= wanted);
    if (step !== undefined) clauses.push(any([`w.${step}`]));
  }
  if (query.deadline !== null) {
    const last = week(today) + Math.ceil(query.deadline / 7);
    clauses.push(any(Array.from({ length: last - week(today) + 1 }, (_, n) => `d.${week(today) + n}`)));
  }
  return clauses.filter((clause) => clause !== null).join(" & ");
}

/**
 * Number of single-letter mistakes between two words (a swap of neighbours is one); stops counting past `most`.
 * Damerau–Levenshtein, optimal string alignment.
 */
export function mistakes(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known word that was most likely meant: fewest mistakes, then the same beginning, then most used; null when none is near enough. */
export function nearestWord(typed: string, known: readonly { word: string; uses: number }[]): string | null {
  const most = typed.length <= 4 ? 1 : 2;
  const near = known
    .map(({ word, uses }) => ({ word, uses, off: mistakes(typed, word, most), starts: word[0] === typed[0] }))
    .filter(({ off }) => off <= most)
    .sort(
      (a, b) => a.off - b.off || Number(b.starts) - Number(a.starts) || b.uses - a.uses || a.word.localeCompare(b.word),
    );
  return near[0]?.word ?? null;
}

/** The words of a title that say `words` one after the other, as the title writes them: "dien tu" → "điện tử". */
export function asWritten(words: readonly string[], title: string): string | null {
  const parts = title.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const folded = parts.map((part) => fold(part));
  for (let start = 0; start + words.length <= parts.length; start++)
    if (words.every((word, offset) => folded[start + offset] === word))
      return parts
        .slice(start, start + words.length)
        .join(" ")
        .toLowerCase();
  return null;
}
