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
  /** Left out on phones and tablets. */
  wideOnly?: boolean | undefined;
  className?: string | undefined;
};

export type Sort = { key: string; direction: "asc" | "desc" };

/**
 * A list as a table with a sticky header; on a phone each row becomes a card with its labels, and the links that sort
 * stand above. Sorting is by link, so the address is the state. Rows carry `data-row` for keyboard walking
 * (row-keys.tsx). Its look is `.list-table` of globals.css: a class list in each cell would be half of a long page.
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
  const phone = columns.filter((column) => !column.wideOnly);
  /** Figures that follow each other stand side by side on a phone. */
  const beside = (column: Column<Row>) => {
    const at = phone.indexOf(column);
    return column.numeric && (phone[at - 1]?.numeric || phone[at + 1]?.numeric);
  };
  /** What a cell says of itself; only what is there, since React's data spell out each property that is not. */
  const marks = (column: Column<Row>, labelled: boolean, name?: string | false) => {
    const names = classes(column.wideOnly && "wide-only", name, column.className);
    return {
      ...(labelled && { "data-label": column.label }),
      ...(column.numeric && { "data-number": "" }),
      ...(beside(column) && { "data-beside": "" }),
      ...(names && { className: names }),
    };
  };
  return (
    <table className="list-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const current = sort?.key === column.key ? sort.direction : undefined;
            const next: Sort = { key: column.key, direction: current === "asc" ? "desc" : "asc" };
            return (
              <th
                key={column.key}
                scope="col"
                aria-sort={current && (current === "asc" ? "ascending" : "descending")}
                {...marks(column, false)}
              >
                {column.sortable && sortHref ? (
                  <Anchor
                    href={sortHref(next)}
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
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr key={key} data-row={key} {...(selected?.(row) && { "data-selected": "" })}>
              {columns.map((column) => {
                const Cell = column.primary ? "th" : "td";
                const name = column.primary && { scope: "row" };
                return (
                  <Cell key={column.key} {...name} {...marks(column, !column.primary && !column.hideLabel)}>
                    <div>{column.cell(row)}</div>
                  </Cell>
                );
              })}
            </tr>
          );
        })}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <td
                key={column.key}
                {...marks(column, !column.primary, footer[column.key] === undefined && "phone-none")}
              >
                <div>{footer[column.key]}</div>
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
        <Anchor href={href} data-row-link="" className="row-title">
          {title}
        </Anchor>
      ) : (
        <span className="row-title">{title}</span>
      )}
      {detail && <span className="row-detail">{detail}</span>}
    </>
  );
}
