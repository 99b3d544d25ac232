/** A title as the letters it shares with others: its trigrams by PostgreSQL's `show_trgm`, separated by commas. */
export type Lettered = { id: number; letters: string };

/** How many of the like are named. */
const most = 3;

/**
 * For each title the first of `known` that are like it, three at most, never itself (`id`). Two titles are alike when they
 * share at least half of all trigrams that either has: `similarity(a, b) >= 0.5`, counted here because a table of thousands
 * is compared with the same listings lot by lot, and PostgreSQL would take each title apart anew for every pair.
 */
export function likeTitles<K extends Lettered>(titles: Lettered[], known: K[]): K[][] {
  const having = new Map<string, number[]>();
  const sizes = known.map(({ letters }, at) => {
    const parts = letters === "" ? [] : letters.split(",");
    for (const part of parts) {
      const list = having.get(part);
      if (list) list.push(at);
      else having.set(part, [at]);
    }
    return parts.length;
  });
  const shared = new Uint16Array(known.length);
  return titles.map(({ id, letters }) => {
    const parts = letters === "" ? [] : letters.split(",");
    shared.fill(0);
    for (const part of parts) for (const at of having.get(part) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    const found: K[] = [];
    for (let at = 0; at < known.length && found.length < most; at++) {
      const [one, count] = [known[at], shared[at] ?? 0];
      // Of both together: one's and the other's less what both have.
      const half = 3 * count >= parts.length + (sizes[at] ?? 0);
      if (one && count > 0 && half && one.id !== id) found.push(one);
    }
    return found;
  });
}
