import type { OrganisationKind } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";

/** Where an organisation keeps its dossiers. */
export const dossierBase = (locale: Locale, kind: OrganisationKind): string =>
  href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "dossiers");
