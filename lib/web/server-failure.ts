import en from "@/lib/i18n/messages/en/errors.json";
import vi from "@/lib/i18n/messages/vi/errors.json";
import { href, type Locale } from "@/lib/i18n/paths";

const words: Record<Locale, typeof vi> = { vi, en };
const style = "font-family:sans-serif;line-height:1.5;max-width:40rem;margin:15vh auto;padding:0 1.25rem";

/**
 * What a page that broke says to a browser without script, to stand at the end of Next's answer: that one is empty until
 * script has run. The reference is the request's id, under which the log has the cause.
 *
 * @returns HTML of the portal's own words; nothing of the request but its language is in it
 */
export function failureWithoutScript(path: string, reference: string): string {
  const locale: Locale = /^\/en(\/|$)/.test(path) ? "en" : "vi";
  const t = words[locale];
  return `<noscript><main lang="${locale}" style="${style}"><h1>${t.title}</h1><p>${t.reference}: <code>${reference}</code></p><p><a href="${href(locale, "home")}">${t.home}</a></p></main></noscript>`;
}
