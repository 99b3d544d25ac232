import { getLocale } from "next-intl/server";
import { NotFoundState } from "@/components/layout/not-found-state";
import { Wordmark } from "@/components/layout/wordmark";
import { href } from "@/lib/i18n/paths";

/** Kept small: Next sends it along with every page, in case it is needed. */
export default async function NotFound() {
  const home = href(await getLocale(), "home");
  return (
    <main id="main" className="mx-auto max-w-page px-5 py-5">
      <Wordmark href={home} label="HezaWorks" />
      <NotFoundState home={home} />
    </main>
  );
}
