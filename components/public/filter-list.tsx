"use client";

export interface FilterOption {
  label: string;
  href: string;
  /** How many jobs it would show. */
  count: string;
  chosen?: true | undefined;
  /** Belongs to the option before it. */
  within?: true | undefined;
}

export interface FilterText {
  name: string;
  label: string;
  open: boolean;
  /** One value at a time; marked round, as a choice of one is. */
  single: boolean;
  options: FilterOption[];
  /** Options behind "more", whose words are in `more`. */
  later: FilterOption[];
  more: string;
}

/** The filters as links that need no script. A client component for the reason that ListingLines gives. */
export function FilterList({ filters, jobs }: { filters: readonly FilterText[]; jobs: string }) {
  const line = ({ label, href, count, chosen, within }: FilterOption, single: boolean) => (
    <li key={href} data-within={within}>
      <a href={href} rel="nofollow" aria-current={chosen} className={single ? "option option-one" : "option"}>
        {label}
        <span>
          {count}
          <span className="sr-only">{` ${jobs}`}</span>
        </span>
      </a>
    </li>
  );
  return (
    <div className="divide-y divide-mist-200">
      {filters.map(({ name, label, open, single, options, later, more }) => (
        <details key={name} open={open} className="facet">
          <summary>{label}</summary>
          <ul>{options.map((option) => line(option, single))}</ul>
          {later.length > 0 && (
            <details>
              <summary>{more}</summary>
              <ul>{later.map((option) => line(option, single))}</ul>
            </details>
          )}
        </details>
      ))}
    </div>
  );
}
