"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SuggestedInput } from "./suggested-input";

export interface SearchText {
  /** Where the form leads. */
  action: string;
  /** The words searched for, as typed. */
  typed: string;
  /** Name and value of each hidden field. */
  carried: [string, string][];
  found: string;
  /** Says that more was found than is counted. */
  bounded?: string | undefined;
  /** What is chosen, each with the address of the search without it. */
  chips: { href: string; label: string }[];
  /** The search without all of it. */
  clear: string;
  sorts: { href: string; label: string; current?: true | undefined }[];
  feed: string;
  words: Record<"title" | "what" | "example" | "submit" | "filters" | "sort" | "remove" | "clear" | "feed", string>;
}

/**
 * The search page: filters left on a wide screen and behind a button on a phone. A client component, though it needs no
 * script: what a server component renders is written twice, first as a tree of elements and from that as HTML; of this one
 * the first time are only the words.
 */
export function SearchFrame({
  words,
  corrected,
  filters,
  listings,
  pagination,
  download,
  ...text
}: SearchText & Record<"corrected" | "filters" | "listings" | "pagination" | "download", ReactNode>) {
  const { chips, sorts } = text;
  return (
    <>
      <h1 className="mb-4 font-bold text-2xl">{words.title}</h1>
      <form action={text.action} method="get" className="grid gap-x-8 gap-y-5 lg:grid-cols-[17rem_1fr]">
        <div className="flex gap-2 lg:col-span-2">
          <label htmlFor="search-words" className="sr-only">
            {words.what}
          </label>
          <SuggestedInput id="search-words" initial={text.typed} className="control" placeholder={words.example} />
          <Button type="submit" variant="primary" icon="search" className="min-h-11 shrink-0 whitespace-nowrap">
            {words.submit}
          </Button>
        </div>
        {/* Shown and hidden by a box without script; on a wide screen the filters always stand there. */}
        <aside aria-label={words.filters} className="max-lg:card">
          <input type="checkbox" id="show-filters" className="peer sr-only lg:hidden" />
          <label
            htmlFor="show-filters"
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-4 font-semibold text-harbour-700 peer-checked:[&>svg:last-child]:rotate-180 peer-focus-visible:outline-2 peer-focus-visible:outline-harbour-600 lg:hidden"
          >
            <Icon name="funnel" />
            {words.filters}
            {chips.length > 0 && <span className="figures">({chips.length})</span>}
            <Icon name="chevron-down" className="ml-auto" />
          </label>
          <div className="hidden px-4 pb-3 peer-checked:block lg:block lg:p-0">{filters}</div>
        </aside>
        <div className="min-w-0">
          {text.carried.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          {corrected}
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <p className="figures font-semibold text-harbour-900" role="status">
              {text.found}
            </p>
            {sorts.length > 0 && (
              <nav aria-label={words.sort} className="-mx-2 text-sm max-sm:mx-0 max-sm:w-full max-sm:text-[0.84rem]">
                <ul className="flex flex-wrap max-sm:justify-between max-sm:gap-x-2">
                  {sorts.map(({ href, label, current }) => (
                    <li key={label}>
                      <a
                        href={href}
                        aria-current={current}
                        className="tap rounded-md px-2 text-harbour-600 hover:underline aria-[current]:font-semibold aria-[current]:text-harbour-900 max-sm:px-0"
                      >
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
          {chips.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2">
              {chips.map(({ href, label }) => (
                <li key={href}>
                  <a
                    href={href}
                    className="inline-flex min-h-9 items-center gap-1.5 rounded-full thumb:min-h-11 border border-harbour-100 bg-harbour-50 px-3 text-harbour-700 text-sm hover:border-harbour-600"
                  >
                    <span className="sr-only">{words.remove}</span>
                    {label}
                    <Icon name="x" size={14} />
                  </a>
                </li>
              ))}
              <li>
                <a href={text.clear} className="link tap text-sm">
                  {words.clear}
                </a>
              </li>
            </ul>
          )}
          <div className="mt-4">{listings}</div>
          {text.bounded && <p className="mt-4 text-mist-600 text-sm">{text.bounded}</p>}
          <div className="mt-6">{pagination}</div>
          <div className="mt-6 flex flex-wrap items-center gap-x-4 text-sm">
            <a className="link tap" href={text.feed}>
              {words.feed}
            </a>
            {download}
          </div>
        </div>
      </form>
    </>
  );
}
