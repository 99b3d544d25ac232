import { useLocale, useTranslations } from "next-intl";
import type { Dimension } from "@/lib/vacancies/search";

type Parks = readonly { slug: string; shortNameVi: string; shortNameEn: string }[];
/** By code, of every tier. */
type Occupations = Record<string, { nameVi: string; nameEn: string }>;

const countries = {
  vi: new Intl.DisplayNames(["vi"], { type: "region", fallback: "code" }),
  en: new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }),
};

/** How a value of a filter is called. */
export function useOptionName(parks: Parks, occupations: Occupations): (name: Dimension, value: string) => string {
  const locale = useLocale();
  const t = useTranslations("public.search");
  const words = useTranslations("vacancies");
  return (name, value) => {
    switch (name) {
      case "park": {
        const park = parks.find((row) => row.slug === value);
        return (park && (locale === "en" ? park.shortNameEn : park.shortNameVi)) ?? value;
      }
      case "occupation": {
        const occupation = occupations[value];
        return (
          (occupation && (locale === "en" ? occupation.nameEn : occupation.nameVi)) ??
          t("occupationCode", { code: value })
        );
      }
      case "qualification":
        return words(`qualification.${value as "unskilled"}`);
      case "wage":
        return t("fromMillion", { amount: Number(value) });
      case "shift":
        return words(`shift.${value as "DAY"}`);
      case "package":
        return words(`benefit.${value as "meals"}`);
      case "country":
        return countries[locale].of(value) ?? value;
      case "deadline":
        return t("withinDays", { days: Number(value) });
      case "open":
        return t(`openTo.${value as "disabled"}`);
    }
  };
}
