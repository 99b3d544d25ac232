import { useLocale, useTranslations } from "next-intl";
import type { Finding } from "@/lib/cohorts/plausibility";
import { formatCount } from "@/lib/core/money";

/** What is unlike last year, in words; years and codes as they are, counts as people read them. */
export function useFindingWords(): (finding: Pick<Finding, "code" | "params">) => string {
  const t = useTranslations("cohorts.finding");
  const locale = useLocale();
  const counts = ["before", "now"];
  return ({ code, params }) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value !== "number"
          ? value
          : counts.includes(key) && code !== "countIsYear"
            ? formatCount(value, locale)
            : String(value),
      ]),
    );
    const all = { programme: "", before: "", now: "", year: "", yearBefore: "", given: "", ...shown };
    return t(code, all);
  };
}
