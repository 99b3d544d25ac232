import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
import type { PolicyRate } from "@/lib/subsidies/policy";

/** What a rate grants, in words: `50% học phí`, `900.000 đồng/tháng`; where nobody knows it, that. */
export function useRateWords() {
  const t = useTranslations("subsidies.rate");
  const locale = useLocale();
  return {
    value: ({ kind, value }: Pick<PolicyRate, "kind" | "value">) =>
      value === null ? t("unknown") : t(kind, { value: formatCount(value, locale) }),
    /** What limits it, each a sentence. */
    limits: (rate: PolicyRate) => [
      ...(rate.capPerPerson === null ? [] : [t("cap", { amount: formatCount(rate.capPerPerson, locale) })]),
      ...(rate.capMonths === null ? [] : [t("capMonths", { months: rate.capMonths })]),
      t(`once.${rate.once}`),
      t(`dropOut.${rate.dropOut}`),
    ],
  };
}
