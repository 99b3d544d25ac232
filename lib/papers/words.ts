import type { PositionGroup } from "@/lib/db/generated/enums";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import type { Qualification } from "@/lib/vacancies/schema";

/** The words of the papers in one language. A missing parameter throws: a paper with a gap must not be printed. */
export function wordsOf(locale: Locale) {
  const own = wordsIn(locale, messages[locale].papers.print);
  const { authority } = messages[locale].common;
  const { positionGroup, qualification, benefit, yes } = messages[locale].vacancies;
  return {
    say: own,
    authority,
    group: (name: PositionGroup) => positionGroup[name],
    level: (name: Qualification) => qualification[name],
    benefit: (name: keyof typeof benefit) => benefit[name],
    yes,
  };
}

export type Words = ReturnType<typeof wordsOf>;
