import { inMillions } from "@/lib/core/money";
import en from "@/lib/i18n/messages/en/vacancies.json";
import vi from "@/lib/i18n/messages/vi/vacancies.json";
import { wordsIn } from "@/lib/i18n/words";
import type { VacancyContent } from "./schema";

export type WageFacts = Pick<VacancyContent, "wageMin" | "wageMax" | "wageNegotiable">;

/** A key of `vacancies.wage` with its amounts, in millions of đồng a month, written as the language writes them. */
export type WagePhrase = {
  code: "range" | "exact" | "from" | "upTo" | "negotiable" | "unknown";
  params: { min: string; max: string };
};

/** How an offered income is spoken of. "Negotiable" is said only where no amount is: an amount says more. */
export function wagePhrase({ wageMin, wageMax, wageNegotiable }: WageFacts, locale: "vi" | "en"): WagePhrase {
  const say = (code: WagePhrase["code"]): WagePhrase => ({
    code,
    params: {
      min: wageMin === null ? "" : inMillions(wageMin, locale),
      max: wageMax === null ? "" : inMillions(wageMax, locale),
    },
  });
  if (wageMin !== null && wageMax !== null) return say(wageMin === wageMax ? "exact" : "range");
  if (wageMin !== null) return say("from");
  if (wageMax !== null) return say("upTo");
  return say(wageNegotiable ? "negotiable" : "unknown");
}

const words = { vi: wordsIn("vi", vi.wage), en: wordsIn("en", en.wage) };

/** The same in words, for mails, files and feeds: "7,5–9 triệu đồng/tháng". On a page use components/vacancies/wage. */
export function wageText(content: WageFacts, locale: "vi" | "en"): string {
  const { code, params } = wagePhrase(content, locale);
  return words[locale](code, params);
}
