import { useTranslations } from "next-intl";
import type { ElementType } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

/** Which page numbers stand in the row: the ends, the current one and its neighbours; 0 is a gap. */
export function pageRow(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const row: number[] = [];
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = row.at(-1) ?? 0;
    if (number - last === 2) row.push(number - 1);
    else if (number - last > 2) row.push(0);
    row.push(number);
  }
  return row;
}

const box =
  "figures inline-flex min-h-10 min-w-10 items-center thumb:min-h-11 thumb:min-w-11 justify-center gap-1 rounded-control px-3 font-medium text-harbour-700";

/** Paging by link. Without `pages` (unknown number) it offers previous and next only. */
export function Pagination({
  page,
  pages,
  hasNext = pages !== undefined && page < pages,
  href,
  as: Anchor = "a",
}: {
  page: number;
  pages?: number | undefined;
  hasNext?: boolean | undefined;
  href: (page: number) => string;
  as?: ElementType | undefined;
}) {
  const t = useTranslations("common.table");
  if (page <= 1 && !hasNext) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center justify-center gap-1">
      {page > 1 && (
        <Anchor href={href(page - 1)} rel="prev" className={classes(box, "hover:bg-harbour-50")}>
          <Icon name="chevron-left" size={16} />
          {t("previous")}
        </Anchor>
      )}
      {pages !== undefined ? (
        <ul className="flex gap-1 max-sm:hidden">
          {pageRow(page, pages).map((number, index) =>
            number === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a gap has nothing else to be known by
              <li key={`gap-${index}`} aria-hidden="true" className="self-center px-1 text-mist-600">
                …
              </li>
            ) : (
              <li key={number}>
                <Anchor
                  href={href(number)}
                  aria-label={t("page", { page: number })}
                  aria-current={number === page ? "page" : undefined}
                  className={classes(box, number === page ? "bg-harbour-100 font-semibold" : "hover:bg-harbour-50")}
                >
                  {number}
                </Anchor>
              </li>
            ),
          )}
        </ul>
      ) : null}
      <span className={classes("px-2 text-mist-600 text-sm", pages !== undefined && "sm:hidden")}>
        {pages === undefined ? t("page", { page }) : t("pageOf", { page, pages })}
      </span>
      {hasNext && (
        <Anchor href={href(page + 1)} rel="next" className={classes(box, "hover:bg-harbour-50")}>
          {t("next")}
          <Icon name="chevron-right" size={16} />
        </Anchor>
      )}
    </nav>
  );
}
