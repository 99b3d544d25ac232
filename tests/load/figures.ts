/** One line of the result: what was measured and, for a promise, what it may be at most. */
export interface Figure {
  name: string;
  value: number;
  unit: "×" | "ms" | "kB" | "MB" | "s" | "";
  /** Budget: broken when the value is above it. Without one the line only informs. */
  most?: number;
  /** How far the rounds lay apart, or what the value is made of. */
  detail: string;
}

/** The value below which the part `share` of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Half of the rounds lay between these. */
export const spread = (values: readonly number[]): string =>
  `${quantile(values, 0.25).toFixed(2)}–${quantile(values, 0.75).toFixed(2)}`;

export const isBroken = ({ value, most }: Figure): boolean => most !== undefined && !(value <= most);

export const brokenBudgets = (figures: readonly Figure[]): Figure[] => figures.filter(isBroken);

/** All lines as a table; a broken budget says so in its line. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${figure.value.toFixed(figure.unit === "" ? 0 : 2)} ${figure.unit}`.trim(),
    figure.most === undefined ? "" : `≤ ${figure.most}`,
    figure.most === undefined ? "" : isBroken(figure) ? "BROKEN" : "ok",
    figure.detail,
  ]);
  const table = [["what", "value", "budget", "", "detail"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  return table
    .map((row) => row.map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
