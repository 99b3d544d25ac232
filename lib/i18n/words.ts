import { createTranslator } from "use-intl/core";
import type { Locale } from "./paths";

/**
 * The words of some messages outside the pages: in mails, files, feeds and notes. `group` is the part of the messages that
 * is needed, in that language. A parameter that is missing throws: a letter with a gap must not go out.
 *
 * The one way to read a message that has parameters: the build compiles messages, so in a page's code such a message is
 * no text any more.
 */
export function wordsIn<T extends object>(
  locale: Locale,
  group: T,
): (key: Leaf<T>, values?: Record<string, string | number>) => string {
  // The library's own type of keys cannot be written for a group that is not known here; Leaf says the same.
  return createTranslator({
    locale,
    messages: group as Record<string, string>,
    timeZone: "Asia/Ho_Chi_Minh",
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: Record<string, string | number>) => string;
}

const mostRemembered = 5_000;

/**
 * Words in every language, each worked out once: for what a page says a hundred times (a filter's options, the lines of
 * cards). Parameters are numbers, amounts and days, never what people typed: each combination is kept.
 */
export function rememberedWords<T extends object>(
  groups: Record<Locale, T>,
): (locale: Locale, key: Leaf<T>, values?: Record<string, string | number>) => string {
  const words = { vi: wordsIn("vi", groups.vi), en: wordsIn("en", groups.en) };
  const said = new Map<string, string>();
  return (locale, key, values) => {
    let which = `${locale} ${key}`;
    for (const name in values) which += `\n${values[name]}`;
    const known = said.get(which);
    if (known !== undefined) return known;
    const text = words[locale](key, values);
    if (said.size >= mostRemembered) said.clear();
    said.set(which, text);
    return text;
  };
}

/** Dotted keys of the texts in a group. */
type Leaf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : T[K] extends object ? `${K}.${Leaf<T[K]>}` : never;
}[keyof T & string];
