import type { OrganisationKind } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";

/** Where an organisation keeps its people. */
export const rosterBase = (locale: Locale, kind: OrganisationKind): string =>
  kind === "ENTERPRISE" ? href(locale, "enterprise", "workers") : href(locale, "school", "people");

/** A row's id as it stands in an address; null when it is none. */
export const rowId = (text: string): number | null =>
  /^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) < 2_147_483_648 ? Number(text) : null;
