import { href, type Locale } from "@/lib/i18n/paths";
import { NotFoundState } from "./not-found-state";
import { PublicShell } from "./public-shell";

/**
 * What a public page answers for something that does not exist. Not `notFound()`: that leaves the page empty until
 * script has run. The server makes the status of the mark in the head (lib/web/http-page.ts).
 */
export const PublicNotFound = ({ locale }: { locale: Locale }) => (
  <PublicShell locale={locale}>
    <meta name="x-http-status" content="404" />
    <meta name="robots" content="noindex" />
    <NotFoundState home={href(locale, "home")} search={href(locale, "jobs")} />
  </PublicShell>
);
