/** `{year}/{no}` of an address as numbers; null when they are none. */
export function batchPath({ year, no }: { year: string; no: string }): { year: number; no: number } | null {
  return /^\d{4}$/.test(year) && /^[1-9]\d{0,3}$/.test(no) ? { year: Number(year), no: Number(no) } : null;
}
