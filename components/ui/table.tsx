import { useTranslations } from "next-intl";
import type { ElementType, ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, tabular figures, not wrapped. */
  numeric?: boolean | undefined;
  /** Offers a link that sorts by this column (`sortHref` of the table). */
  sortable?: boolean | undefined;
  /** The column that names the row: a row header, and the first line of the card on a phone. */
  primary?: boolean | undefined;
  /** Words for readers only, as over a column of boxes or acts. */
  hideLabel?: boolean | undefined;
  /** Left out on phones. */
  wideOnly?: boolean | undefined;
  className?: string | undefined;
};

export type Sort = { key: string; direction: "asc" | "desc" };

/**
 * A list as a table with a sticky header; on a phone each row becomes a card with its labels. Sorting is by link, so the
 * address is the state. Rows carry `data-row` for keyboard walking (row-keys.tsx).
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  sortHref,
  selected,
  footer,
  empty,
  as: Anchor = "a",
}: {
  /** Says what the table holds; readers only. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  sort?: Sort | undefined;
  sortHref?: ((sort: Sort) => string) | undefined;
  selected?: ((row: Row) => boolean) | undefined;
  /** Sums, by column key. */
  footer?: Partial<Record<string, ReactNode>> | undefined;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  as?: ElementType | undefined;
}) {
  const t = useTranslations("common.table");
  if (rows.length === 0 && empty) return empty;
  const align = (column: Column<Row>) => (column.numeric ? "md:text-right" : "text-left");
  const visible = (column: Column<Row>) => column.wideOnly && "max-md:hidden";
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => {
            const current = sort?.key === column.key ? sort.direction : undefined;
            const next: Sort = { key: column.key, direction: current === "asc" ? "desc" : "asc" };
            return (
              <th
                key={column.key}
                scope="col"
                aria-sort={current && (current === "asc" ? "ascending" : "descending")}
                className={classes(
                  "sticky top-(--sticky-top,0px) z-10 border-mist-200 border-b bg-card px-3 py-2.5 align-bottom font-semibold text-mist-600 text-sm first:pl-5 last:pr-5",
                  align(column),
                  column.numeric && "whitespace-nowrap",
                  column.className,
                )}
              >
                {column.sortable && sortHref ? (
                  <Anchor
                    href={sortHref(next)}
                    className="group inline-flex items-center gap-1 rounded-sm hover:text-harbour-900"
                    aria-label={t(next.direction === "asc" ? "sortAscending" : "sortDescending", {
                      column: column.label,
                    })}
                  >
                    {column.label}
                    <Icon
                      name={current === "asc" ? "arrow-up" : current === "desc" ? "arrow-down" : "chevrons-up-down"}
                      size={14}
                      className={current ? "text-harbour-700" : "opacity-60"}
                    />
                  </Anchor>
                ) : (
                  <span className={column.hideLabel ? "sr-only" : undefined}>{column.label}</span>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              data-row={key}
              data-selected={selected?.(row) || undefined}
              className="border-mist-200 border-b last:border-b-0 hover:bg-mist-50 has-[[data-row-box]:checked]:bg-harbour-50 data-selected:bg-harbour-50 max-md:relative max-md:block max-md:px-4 max-md:py-3"
            >
              {columns.map((column, index) => {
                const Cell = column.primary ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={column.primary ? "row" : undefined}
                    className={classes(
                      "px-3 py-3 align-top font-normal first:pl-5 last:pr-5 max-md:px-0! max-md:py-0.5",
                      column.primary
                        ? "max-md:flow-root"
                        : column.hideLabel
                          ? // A box before the name stands beside it, acts after it below.
                            index === 0
                            ? "max-md:float-left max-md:mr-3"
                            : "max-md:block"
                          : "max-md:grid max-md:grid-cols-[minmax(6rem,35%)_1fr] max-md:gap-3",
                      column.numeric && "md:whitespace-nowrap",
                      align(column),
                      visible(column),
                      column.className,
                    )}
                  >
                    {!column.primary && !column.hideLabel && (
                      <span aria-hidden="true" className="text-mist-600 text-sm md:hidden">
                        {column.label}
                      </span>
                    )}
                    <div className="min-w-0">{column.cell(row)}</div>
                  </Cell>
                );
              })}
            </tr>
          );
        })}
      </tbody>
      {footer && (
        <tfoot className="max-md:block">
          <tr className="border-mist-300 border-t font-semibold text-harbour-900 max-md:block max-md:px-4 max-md:py-3">
            {columns.map((column) => (
              <td
                key={column.key}
                className={classes(
                  "px-3 py-3 first:pl-5 last:pr-5 max-md:px-0! max-md:py-0.5",
                  footer[column.key] === undefined
                    ? "max-md:hidden"
                    : "max-md:grid max-md:grid-cols-[minmax(6rem,35%)_1fr] max-md:gap-3",
                  align(column),
                  visible(column),
                )}
              >
                {footer[column.key] !== undefined && (
                  <>
                    <span aria-hidden="true" className="font-normal text-mist-600 text-sm md:hidden">
                      {!column.primary && column.label}
                    </span>
                    <div>{footer[column.key]}</div>
                  </>
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The two lines that name a row: what it is, and whose. */
export function RowTitle({
  title,
  href,
  detail,
  as: Anchor = "a",
}: {
  title: ReactNode;
  href?: string | undefined;
  detail?: ReactNode;
  as?: ElementType | undefined;
}) {
  return (
    <>
      {href ? (
        <Anchor href={href} data-row-link="" className="rounded-sm font-semibold text-harbour-900 hover:underline">
          {title}
        </Anchor>
      ) : (
        <span className="font-semibold text-harbour-900">{title}</span>
      )}
      {detail && <span className="block text-mist-600 text-sm">{detail}</span>}
    </>
  );
}
