import type { ReactNode } from "react";

/** Rows with a bar each, longest first or as given: parks, enterprises, groups. The number is the truth, the bar a help. */
export function BarList({
  rows,
  max = Math.max(1, ...rows.map((row) => row.value)),
}: {
  rows: readonly {
    key: string | number;
    label: ReactNode;
    value: number;
    text: ReactNode;
    href?: string | undefined;
  }[];
  max?: number | undefined;
}) {
  return (
    <ul className="divide-y divide-mist-100">
      {rows.map((row) => (
        <li key={row.key} className="relative py-2.5 first:pt-0">
          <div className="flex items-baseline justify-between gap-4">
            {row.href ? (
              <a href={row.href} className="min-w-0 text-harbour-900 after:absolute after:inset-0 hover:underline">
                {row.label}
              </a>
            ) : (
              <span className="min-w-0 text-harbour-900">{row.label}</span>
            )}
            <span className="figures text-mist-600">{row.text}</span>
          </div>
          <svg
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="mt-1 block h-1 w-full rounded-full"
            aria-hidden="true"
          >
            <rect width="100" height="1" className="fill-harbour-100" />
            <rect width={Math.min(100, (row.value / max) * 100)} height="1" className="fill-harbour-600" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
