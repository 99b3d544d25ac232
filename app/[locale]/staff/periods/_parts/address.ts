import type { AnswersQuery } from "@/lib/reports/period-schema";

/** An address of a period's pages, with the one cut-off that all of them share. */
export function periodAddress(base: string, at: Date, query: Partial<Omit<AnswersQuery, "at">> = {}): string {
  const said = Object.entries(query).filter(
    ([key, value]) =>
      value !== undefined && !(key === "page" && value === 1) && !(key === "including" && value === "accepted"),
  );
  return `${base}?${new URLSearchParams([["at", at.toISOString()], ...said.map(([key, value]) => [key, String(value)])])}`;
}
