import { getRequestConfig } from "next-intl/server";
import { messages } from "./messages";
import { defaultLocale, type Locale, locales } from "./paths";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = locales.find((known): known is Locale => known === asked) ?? defaultLocale;
  return { locale, messages: messages[locale], timeZone: "Asia/Ho_Chi_Minh" };
});
