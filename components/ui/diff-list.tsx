import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Difference = { key: string; label: ReactNode; before: ReactNode; after: ReactNode };

/** What changed between two versions, field by field. */
export function DiffList({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations("common.diff");
  return (
    <dl className="divide-y divide-mist-100">
      {differences.map((difference) => (
        <div key={difference.key} className="grid gap-1 py-2.5 sm:grid-cols-[minmax(9rem,32%)_1fr] sm:gap-4">
          <dt className="text-mist-600 text-sm">{difference.label}</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1">
            <del className="text-mist-600 decoration-mist-400">
              <span className="sr-only">{t("before")}: </span>
              {difference.before || t("nothing")}
            </del>
            <Icon name="arrow-right" size={15} className="self-center text-mist-500" />
            <ins className="rounded bg-harbour-100 px-1.5 font-medium text-harbour-900 no-underline">
              <span className="sr-only">{t("after")}: </span>
              {difference.after || t("nothing")}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
