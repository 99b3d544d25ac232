"use client";

import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

export interface FrameLink {
  href: string;
  label: string;
  current?: boolean | undefined;
}

export interface Frame {
  home: FrameLink;
  doors: FrameLink[];
  signIn: FrameLink;
  /** The same page in the other language. */
  language: FrameLink & { code: string };
  columns: { title: string; links: FrameLink[] }[];
  words: Record<"skip" | "main" | "menu" | "theme" | "switchLanguage" | "authority" | "pledge", string>;
}

/** Head and foot of the public site, as PublicShell words them. A client component for the reason that SearchFrame gives. */
export function PublicFrame({
  home,
  doors,
  signIn,
  language,
  columns,
  words,
  children,
}: Frame & { children: ReactNode }) {
  const links = doors.map(({ href, label, current }) => (
    <li key={href}>
      <a
        href={href}
        aria-current={current ? "page" : undefined}
        className="flex min-h-10 items-center rounded-md px-2 whitespace-nowrap text-mist-800 xl:px-1.5 thumb:min-h-11 hover:text-harbour-600 aria-[current]:font-semibold aria-[current]:text-harbour-900"
      >
        {label}
      </a>
    </li>
  ));
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={words.skip} />
      <header className="no-print border-mist-200 border-b bg-card">
        <div className="mx-auto flex min-h-16 max-w-page items-center gap-2 px-5 max-sm:pr-3 xl:max-w-[72rem]">
          <Wordmark href={home.href} label={home.label} />
          <nav aria-label={words.main} className="mx-auto max-xl:hidden">
            <ul className="flex gap-0.5 text-sm">{links}</ul>
          </nav>
          <div className="flex items-center gap-1 max-xl:ml-auto">
            <ThemeToggle label={words.theme} className="max-sm:hidden" />
            <a
              href={language.href}
              hrefLang={language.code}
              lang={language.code}
              title={words.switchLanguage}
              className="tap min-h-11 min-w-11 justify-center rounded-md px-2.5 font-medium text-harbour-600 text-sm hover:bg-harbour-50"
            >
              <span aria-hidden="true">{language.code.toUpperCase()}</span>
              <span className="sr-only">{language.label}</span>
            </a>
            <LinkButton href={signIn.href} size="sm" className="min-h-10 whitespace-nowrap thumb:min-h-11">
              {signIn.label}
            </LinkButton>
            <details className="group xl:hidden">
              <summary
                aria-label={words.menu}
                className="grid size-11 list-none place-items-center rounded-control text-harbour-900 hover:bg-mist-100"
              >
                <Icon name="menu" size={22} className="group-open:hidden" />
                <Icon name="x" size={22} className="hidden group-open:block" />
              </summary>
              <nav
                aria-label={words.menu}
                className="absolute inset-x-0 z-40 mt-3 border-mist-200 border-y bg-card px-3 py-2 shadow-float"
              >
                <ul>{links}</ul>
                <ThemeToggle label={words.theme} className="ml-1 sm:hidden" />
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
            <p className="font-semibold text-harbour-900">{words.authority}</p>
            <p className="flex max-w-[48ch] gap-2 text-mist-700">
              <Icon name="shield-check" className="mt-0.5 text-leaf" />
              {words.pledge}
            </p>
          </div>
          {columns.map(({ title, links }) => (
            <nav key={title} aria-label={title}>
              <p className="font-semibold text-harbour-900">{title}</p>
              <ul className="mt-1.5">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} className="tap rounded-sm py-0.5 text-harbour-600 hover:underline">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </footer>
    </div>
  );
}
