import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href, type Locale, type Place } from "@/lib/i18n/paths";
import { SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

const doors = ["jobs", "batches", "parks", "enterprises", "verify"] as const satisfies readonly Place[];

/**
 * Head and foot of the public site. The page itself sets it, because only the page knows its address in the other
 * language: `alternate`, or else the start of the same place. Without script everything works, the phone menu too.
 */
export function PublicShell({
  locale,
  place,
  alternate,
  children,
}: {
  locale: Locale;
  /** Where the page is; marked in the navigation. */
  place?: Place | undefined;
  /** Address of the same page in the other language. */
  alternate?: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const other: Locale = locale === "vi" ? "en" : "vi";
  const switchHref = alternate ?? href(other, place ?? "home");
  const links = doors.map((door) => (
    <li key={door}>
      <a
        href={href(locale, door)}
        aria-current={door === place ? "page" : undefined}
        className="flex min-h-10 items-center rounded-md px-2.5 text-mist-800 thumb:min-h-11 hover:text-harbour-600 aria-[current]:font-semibold aria-[current]:text-harbour-900"
      >
        {t(`nav.${door}`)}
      </a>
    </li>
  ));
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="no-print border-mist-200 border-b bg-card">
        <div className="mx-auto flex min-h-16 max-w-page items-center gap-2 px-5 max-sm:pr-3">
          <Wordmark href={href(locale, "home")} label={`${t("productName")}, ${t("nav.home")}`} />
          <nav aria-label={t("nav.main")} className="mx-auto max-lg:hidden">
            <ul className="flex gap-1 text-sm">{links}</ul>
          </nav>
          <div className="flex items-center gap-1 max-lg:ml-auto">
            <ThemeToggle className="max-sm:hidden" />
            <a
              href={switchHref}
              hrefLang={other}
              lang={other}
              title={t("language.switch")}
              className="tap min-h-11 min-w-11 justify-center rounded-md px-2.5 font-medium text-harbour-600 text-sm hover:bg-harbour-50"
            >
              <span aria-hidden="true">{other.toUpperCase()}</span>
              <span className="sr-only">{t(`language.${other}`)}</span>
            </a>
            <LinkButton href={href(locale, "signIn")} size="sm" className="min-h-10 whitespace-nowrap thumb:min-h-11">
              {t("nav.signIn")}
            </LinkButton>
            <details className="group lg:hidden">
              <summary
                aria-label={t("nav.menu")}
                className="grid size-11 list-none place-items-center rounded-control text-harbour-900 hover:bg-mist-100"
              >
                <Icon name="menu" size={22} className="group-open:hidden" />
                <Icon name="x" size={22} className="hidden group-open:block" />
              </summary>
              <nav
                aria-label={t("nav.menu")}
                className="absolute inset-x-0 z-40 mt-3 border-mist-200 border-y bg-card px-3 py-2 shadow-float"
              >
                <ul>{links}</ul>
                <ThemeToggle className="ml-1 sm:hidden" />
              </nav>
            </details>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-5 py-8 outline-none md:py-12">
        {children}
      </main>
      <footer className="no-print mt-12 border-mist-200 border-t bg-card">
        <div className="mx-auto grid max-w-page gap-x-12 gap-y-8 px-5 py-10 text-sm md:grid-cols-[1.6fr_1fr_1fr]">
          <div className="space-y-3">
            <p className="font-semibold text-harbour-900">{t("authority")}</p>
            <p className="flex max-w-[48ch] gap-2 text-mist-700">
              <Icon name="shield-check" className="mt-0.5 text-leaf" />
              {t("footer.pledge")}
            </p>
          </div>
          <FooterLinks
            title={t("footer.forSeekers")}
            links={[
              [href(locale, "jobs"), t("nav.jobs")],
              [href(locale, "batches"), t("nav.batches")],
              [href(locale, "verify"), t("nav.verify")],
            ]}
          />
          <FooterLinks
            title={t("footer.forEmployers")}
            links={[
              [href(locale, "register"), t("footer.registerEnterprise")],
              [href(locale, "signIn"), t("nav.signIn")],
              ["/api/v1/openapi.json", t("footer.data")],
            ]}
          />
        </div>
      </footer>
    </div>
  );
}

const FooterLinks = ({ title, links }: { title: string; links: readonly (readonly [string, string])[] }) => (
  <nav aria-label={title}>
    <p className="font-semibold text-harbour-900">{title}</p>
    <ul className="mt-1.5">
      {links.map(([address, label]) => (
        <li key={address}>
          <a href={address} className="tap rounded-sm py-0.5 text-harbour-600 hover:underline">
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
