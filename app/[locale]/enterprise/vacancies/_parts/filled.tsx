import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";

/** How many of the wanted have been hired: in words, and as a bar. */
export function Filled({ filled, headcount }: { filled: number; headcount: number }) {
  const t = useTranslations("vacancies.desk");
  const locale = useLocale();
  const percent = headcount === 0 ? 0 : Math.min(100, Math.round((filled / headcount) * 100));
  return (
    <div className="min-w-24">
      <p className="figures text-mist-800">
        {t("filledOf", { filled: formatCount(filled, locale), headcount: formatCount(headcount, locale) })}
      </p>
      <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-mist-200">
        <div className="h-full rounded-full bg-leaf" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
