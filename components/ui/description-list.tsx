import type { ReactNode } from "react";
import { classes } from "./classes";

/** Label–value lines. Items without a value are left out unless `blank` has words for them. */
export function DescriptionList({
  items,
  blank,
  columns = 1,
  narrow,
}: {
  items: readonly { label: ReactNode; value: ReactNode; key?: string | undefined }[];
  blank?: string | undefined;
  columns?: 1 | 2 | undefined;
  /** In a narrow place: labels stand above their values on every screen. */
  narrow?: boolean | undefined;
}) {
  const shown = items.filter(
    (item) => blank !== undefined || (item.value !== null && item.value !== undefined && item.value !== ""),
  );
  return (
    <dl className={classes("grid gap-x-8", columns === 2 && "lg:grid-cols-2")}>
      {shown.map((item, index) => (
        <div
          key={item.key ?? index}
          className={classes(
            "grid items-baseline gap-x-4 gap-y-0.5 border-mist-100 border-b py-2.5 last:border-b-0",
            !narrow && "sm:grid-cols-[minmax(9rem,32%)_1fr]",
          )}
        >
          <dt className="text-mist-600 text-sm">{item.label}</dt>
          <dd className="min-w-0 text-mist-900">{item.value || <span className="text-mist-600">{blank}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
