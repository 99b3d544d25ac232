import { fold } from "@/lib/core/text";
import type { TableField } from "./description";

/** A header reduced to its words: folded, without units in brackets, notes and punctuation. */
export function headerWords(text: string): string {
  return fold(text)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Letter triples, for headers with typing mistakes. */
function triples(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** A header that we know, with its triples. */
type Known = { words: string; triples: Set<string>; digits: string };

const digitsOf = (words: string) => words.replace(/\D+/g, " ").trim();

function shared(one: Set<string>, other: Set<string>): number {
  let count = 0;
  for (const triple of one) if (other.has(triple)) count++;
  return (2 * count) / (one.size + other.size);
}

/** How sure it is that a header means a known one, 0 to 1; `own` are the header's triples. */
function likeness(header: string, own: Set<string>, known: Known): number {
  const { words } = known;
  if (header === words) return 1;
  const [within, around] = [` ${header} `, ` ${words} `];
  if (within.includes(around)) return 0.55 + 0.3 * (words.length / header.length);
  if (header.length >= 4 && around.includes(within)) return 0.45 + 0.3 * (header.length / words.length);
  // "Năm 5" is no misspelt "Năm 4".
  if (digitsOf(header) !== known.digits) return 0;
  // Lengths that differ much cannot share enough triples.
  if (header.length > 2 * words.length || words.length > 2 * header.length) return 0;
  const like = shared(own, known.triples);
  return like >= 0.6 ? like * 0.9 : 0;
}

const knownOf = new WeakMap<TableField, Known[]>();
/** Scores of headers already compared; a table's headers come up again and again while its header row is sought. */
const scores = new WeakMap<TableField, Map<string, number>>();
const remembered = 2_000;
/** Longer texts are sentences, not headers. */
const longest = 120;

function partLikeness(field: TableField, part: string): number {
  if (part === "" || part.length > longest) return 0;
  let known = knownOf.get(field);
  if (!known) {
    const all = new Set([...field.headers, field.names.vi, field.names.en].map(headerWords));
    known = [...all].filter(Boolean).map((words) => ({ words, triples: triples(words), digits: digitsOf(words) }));
    knownOf.set(field, known);
  }
  let scored = scores.get(field);
  if (!scored || scored.size > remembered) {
    scored = new Map();
    scores.set(field, scored);
  }
  let best = scored.get(part);
  if (best === undefined) {
    const own = triples(part);
    best = known.reduce((most, one) => Math.max(most, likeness(part, own, one)), 0);
    scored.set(part, best);
  }
  return best;
}

/** Words of a header, or of some of its levels, and how much they say of the column: 0 to 1. */
export type HeaderPart = { words: string; weight: number };

/** How sure it is that a column with this header is a field. */
export const fieldLikeness = (field: TableField, parts: readonly HeaderPart[]): number =>
  parts.reduce((best, { words, weight }) => Math.max(best, weight * partLikeness(field, words)), 0);
