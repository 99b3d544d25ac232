import type { ElementType, ReactNode } from "react";

/** Views of one page, each with an address of its own. */
export function LinkTabs({
  label,
  tabs,
  as: Anchor = "a",
}: {
  label: string;
  tabs: readonly {
    href: string;
    label: ReactNode;
    count?: number | string | undefined;
    current?: boolean | undefined;
  }[];
  as?: ElementType | undefined;
}) {
  return (
    <nav aria-label={label} className="-mx-1 overflow-x-auto border-mist-200 border-b px-1">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Anchor
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="-mb-px inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 py-2.5 text-mist-600 hover:text-harbour-900 aria-[current]:border-phuong-600 aria-[current]:font-semibold aria-[current]:text-harbour-900"
            >
              {tab.label}
              {tab.count !== undefined && <span className="figures">{tab.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
