/** Fewer persons than this are not published: they could be somebody (thống kê: ô dưới 5). */
export const fewest = 5;

/** A figure and those that it is the sum of: a total over its parts, whose values add up to its own. */
export type Sum<K> = { key: K; value: number; parts: Sum<K>[] };

/**
 * Which figures of a sum may be published, from the top down. Withheld is what is below `fewest`, and with it as many of
 * its neighbours, the smallest first, as are needed so that the total less what is published speaks of at least two
 * figures and at least `fewest` persons; and all parts of a withheld figure. `counts` are what of a figure must each be
 * enough: itself, or women and men, who are known from one another where the sum of both is published.
 *
 * Who knows all that is published can say of a withheld figure only that it lies in a range of at least `fewest` + 1 values.
 */
export function publishable<K>(top: Sum<K>, counts: (sum: Sum<K>) => number[]): Set<K> {
  const published = new Set<K>();
  const enough = (sums: readonly Sum<K>[]) => {
    const totals = sums.map(counts);
    return (totals[0] ?? []).every((_, at) => totals.reduce((all, one) => all + (one[at] ?? 0), 0) >= fewest);
  };
  const open = (sum: Sum<K>) => {
    published.add(sum.key);
    const bySize = [...sum.parts].sort((a, b) => Math.min(...counts(a)) - Math.min(...counts(b)));
    const few = bySize.filter((part) => !enough([part]));
    let withheld = few.length;
    if (withheld > 0)
      while (withheld < bySize.length && (withheld < 2 || !enough(bySize.slice(0, withheld)))) withheld += 1;
    for (const part of bySize.slice(withheld)) open(part);
  };
  if (enough([top])) open(top);
  return published;
}
