/** Numbers of one organisation for one figure; `earlier` is what it said in the period before, null without one. */
export type Compared = { id: number; headcount: number; value: number; earlier: number | null };

export type Outlier = {
  id: number;
  /** `change`: moved unlike the others since its own earlier answer; `level`: unlike organisations of its size. */
  kind: "change" | "level";
  value: number;
  /** The earlier answer, or the middle of the organisations of similar headcount. */
  usual: number;
  /** How many were compared. */
  among: number;
  /** Modified z-score: how many usual distances from the middle, without sign. */
  score: number;
};

/** Beyond this a value counts as an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). */
export const mostUsual = 3.5;
/** Fewer say nothing about what is usual. */
const fewest = 8;
/** Headcounts from which the next size begins; organisations are compared within their size. */
const sizes = [10, 50, 100, 300, 1_000, 3_000];

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * How far each value is from the middle in usual distances: by the median absolute deviation, which the outliers
 * themselves cannot move; where more than half are equal, by the mean absolute deviation; 0 where all are.
 */
export function scores(values: readonly number[]): number[] {
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  const mad = median(distances);
  const mean = distances.reduce((sum, one) => sum + one, 0) / Math.max(1, distances.length);
  const usual = mad > 0 ? mad / 0.6745 : mean * 1.2533;
  return distances.map((distance) => (usual > 0 ? distance / usual : 0));
}

/** Counts of people and money differ by factors, not by amounts. */
const scale = (value: number) => Math.sign(value) * Math.log1p(Math.abs(value));

/** A slip between a handful of people is none. */
const matters = (a: number, b: number) => Math.abs(a - b) >= 5 && Math.abs(a - b) >= 0.2 * Math.max(a, b);

/** What is unlike the rest of one figure, farthest first; an organisation at most once. */
export function outliersOf(rows: readonly Compared[]): Outlier[] {
  const found = new Map<number, Outlier>();
  const note = (one: Outlier) => {
    if (one.score > mostUsual && matters(one.value, one.usual) && (found.get(one.id)?.score ?? 0) < one.score)
      found.set(one.id, one);
  };
  const again = rows.filter((row): row is Compared & { earlier: number } => row.earlier !== null);
  if (again.length >= fewest)
    scores(again.map(({ value, earlier }) => scale(value) - scale(earlier))).forEach((score, at) => {
      const { id, value, earlier } = again[at] as (typeof again)[number];
      note({ id, kind: "change", value, usual: earlier, among: again.length, score });
    });
  const bySize = new Map<number, Compared[]>();
  for (const row of rows) {
    const size = sizes.filter((from) => row.headcount >= from).length;
    bySize.set(size, [...(bySize.get(size) ?? []), row]);
  }
  for (const peers of bySize.values()) {
    if (peers.length < fewest) continue;
    const usual = median(peers.map(({ value }) => value));
    scores(peers.map(({ value }) => scale(value))).forEach((score, at) => {
      const { id, value } = peers[at] as Compared;
      note({ id, kind: "level", value, usual, among: peers.length, score });
    });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.id - b.id);
}
