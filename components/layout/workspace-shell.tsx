import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { ToastProvider } from "@/components/ui/toast";
import { href, type Locale } from "@/lib/i18n/paths";
import { type RailItem, RailLink } from "./rail-link";
import { SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

/**
 * Where people work: a navy rail of a few words, a bar with search, organisation and account, and the page. On a phone
 * the rail is a menu in the bar. `name` says which workspace it is. Below it `useToast` works.
 */
export function WorkspaceShell({
  locale,
  name,
  rail,
  search,
  organisation,
  account,
  children,
}: {
  locale: Locale;
  name: string;
  rail: readonly RailItem[];
  search?: ReactNode;
  organisation?: ReactNode;
  account?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const items = rail.map((item) => (
    <li key={item.href}>
      <RailLink {...item} deeper={rail.filter((one) => one.href.startsWith(`${item.href}/`)).map((one) => one.href)} />
    </li>
  ));
  const mark = <Wordmark href={rail[0]?.href ?? href(locale, "home")} label={`${t("productName")}, ${name}`} deep />;
  return (
    <div data-density="workspace" className="min-h-dvh lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
      <SkipLink label={t("skipToContent")} />
      <aside className="no-print sticky top-0 flex h-dvh flex-col overflow-y-auto bg-deep px-3 py-5 max-lg:hidden">
        <div className="px-3 pb-1">{mark}</div>
        <p className="px-3 pb-5 text-on-deep-quiet text-sm">{name}</p>
        <nav aria-label={t("nav.workspace")}>
          <ul className="space-y-1">{items}</ul>
        </nav>
        <a
          href={href(locale, "home")}
          className="mt-auto flex min-h-10 items-center gap-2 rounded-control px-3 py-2 text-on-deep-quiet text-sm hover:text-on-deep"
        >
          <Icon name="external-link" size={15} />
          {t("nav.publicSite")}
        </a>
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="no-print flex min-h-14 flex-wrap items-center gap-x-3 border-mist-200 bg-deep px-4 text-on-deep lg:border-b lg:bg-card lg:px-8 lg:text-mist-800">
          <div className="flex items-center gap-2 lg:hidden">
            <details className="group">
              <summary
                aria-label={t("nav.menu")}
                className="-ml-2 grid size-11 list-none place-items-center rounded-control hover:bg-deep-700"
              >
                <Icon name="menu" size={22} className="group-open:hidden" />
                <Icon name="x" size={22} className="hidden group-open:block" />
              </summary>
              <nav
                aria-label={t("nav.menu")}
                className="absolute inset-x-0 z-40 mt-2 border-deep-700 border-t bg-deep px-3 pt-2 pb-4 shadow-float"
              >
                <ul className="space-y-1">{items}</ul>
              </nav>
            </details>
            {mark}
          </div>
          {organisation}
          <div className="ml-auto flex items-center gap-1">
            <div className="max-md:hidden">{search}</div>
            <ThemeToggle
              label={t("theme.toggle")}
              className="max-lg:text-on-deep-quiet max-lg:hover:bg-deep-700 max-lg:hover:text-on-deep"
            />
            {account}
          </div>
        </header>
        <main id="main" tabIndex={-1} className="w-full max-w-[1240px] flex-1 px-4 py-6 outline-none lg:px-8 lg:py-8">
          <ToastProvider>{children}</ToastProvider>
        </main>
      </div>
    </div>
  );
}
