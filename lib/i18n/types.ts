import "next-intl";
import type { Messages } from "./messages";
import type { Locale } from "./paths";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
