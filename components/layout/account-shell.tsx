import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { href, type Locale, type Place } from "@/lib/i18n/paths";
import { SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

/** Sign-in, invitation, reset: one sheet on paper, nothing that leads away. */
export function AccountShell({
  locale,
  place,
  alternate,
  title,
  lede,
  children,
  after,
  wide,
}: {
  locale: Locale;
  place: Place;
  alternate?: string | undefined;
  title: ReactNode;
  lede?: ReactNode;
  children: ReactNode;
  /** Under the sheet: other ways on. */
  after?: ReactNode;
  /** For longer forms, as registration. */
  wide?: boolean | undefined;
}) {
  const t = useTranslations("common");
  const other: Locale = locale === "vi" ? "en" : "vi";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={t("skipToContent")} />
      <header className="mx-auto flex min-h-16 w-full max-w-page items-center justify-between px-5">
        <Wordmark href={href(locale, "home")} label={`${t("productName")}, ${t("nav.home")}`} />
        <div className="flex items-center gap-1">
          <ThemeToggle label={t("theme.toggle")} />
          <a
            href={alternate ?? href(other, place)}
            hrefLang={other}
            lang={other}
            title={t("language.switch")}
            className="tap min-h-11 rounded-md px-2.5 font-medium text-harbour-600 text-sm hover:bg-harbour-50"
          >
            {t(`language.${other}`)}
          </a>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-5 py-8 outline-none md:py-14 ${wide ? "max-w-[680px]" : "max-w-[460px]"}`}
      >
        <h1 className="text-2xl">{title}</h1>
        {lede && <div className="mt-1.5 text-mist-700">{lede}</div>}
        {children && <div className="card mt-6 p-5 sm:p-6">{children}</div>}
        {after && <div className="mt-5 text-mist-700 text-sm">{after}</div>}
      </main>
      <footer className="px-5 py-6 text-center text-mist-600 text-sm">{t("authority")}</footer>
    </div>
  );
}
