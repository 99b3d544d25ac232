import { createTranslator } from "use-intl/core";
import type { PositionGroup } from "@/lib/db/generated/enums";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import type { Qualification } from "@/lib/vacancies/schema";

/** A key of `papers.print`. */
type Key = keyof Messages["papers"]["print"];

/** The words of the papers in one language. A missing parameter throws: a paper with a gap must not be printed. */
export function wordsOf(locale: Locale) {
  const own = createTranslator({
    locale,
    messages: { print: messages[locale].papers.print },
    namespace: "print",
    timeZone: "Asia/Ho_Chi_Minh",
    onError: (error) => {
      throw error;
    },
  }) as (key: Key, values?: Record<string, string | number>) => string;
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
