import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { rememberedWords } from "@/lib/i18n/words";
import type { Dimension } from "@/lib/vacancies/search";

type Parks = readonly { slug: string; shortNameVi: string; shortNameEn: string }[];
/** By code, of every tier. */
type Occupations = Record<string, { nameVi: string; nameEn: string }>;

const countries = {
  vi: new Intl.DisplayNames(["vi"], { type: "region", fallback: "code" }),
  en: new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }),
};
const search = rememberedWords({ vi: messages.vi.public.search, en: messages.en.public.search });
const words = rememberedWords({ vi: messages.vi.vacancies, en: messages.en.vacancies });

/** How the values of filters are called in a language. */
export function optionNames(
  locale: Locale,
  parks: Parks,
  occupations: Occupations,
): (name: Dimension, value: string) => string {
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
          search(locale, "occupationCode", { code: value })
        );
      }
      case "qualification":
        return words(locale, `qualification.${value as "unskilled"}`);
      case "wage":
        return search(locale, "fromMillion", { amount: Number(value) });
      case "shift":
        return words(locale, `shift.${value as "DAY"}`);
      case "package":
        return words(locale, `benefit.${value as "meals"}`);
      case "country":
        return countries[locale].of(value) ?? value;
      case "deadline":
        return search(locale, "withinDays", { days: Number(value) });
      case "open":
        return search(locale, `openTo.${value as "disabled"}`);
    }
  };
}
