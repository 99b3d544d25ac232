import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";

/**
 * The words to which a person consents (Law 91/2025/QH15): who gets which data, what for, how long, and what one may ask for.
 * The page shows exactly what is kept with the registration.
 */
export const consentText = (locale: Locale, organisation: string, days: number): string =>
  wordsIn(locale, messages[locale].registration.consent)("text", { organisation, days });
