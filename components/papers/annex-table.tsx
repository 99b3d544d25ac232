import { useLocale } from "next-intl";
import { classes } from "@/components/ui/classes";
import { formatCount } from "@/lib/core/money";
import type { Annex } from "@/lib/papers/annex";

const cellClass = "border border-mist-300 px-1.5 py-1 align-top";

/** The annex of a batch as it is printed: titles, a heading that repeats on each sheet, rows, sums. */
export function AnnexTable({ annex, draft }: { annex: Annex; draft: string | null }) {
  const locale = useLocale();
  const { columns } = annex;
  const [name, title, source] = annex.titles;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const text = (value: string | number | null) => (typeof value === "number" ? formatCount(value, locale) : value);
  const cell = (value: string | number | null, at: number) => (
    <td
      key={columns[at]?.label}
      className={classes(
        cellClass,
        "wrap-anywhere whitespace-pre-line",
        columns[at]?.align === "right" && "figures text-right",
        columns[at]?.align === "center" && "figures text-center",
      )}
    >
      {text(value)}
    </td>
  );
  const groups = [...new Set(columns.flatMap(({ group }) => group ?? []))];
  const first = (group: string) => columns.findIndex((column) => column.group === group);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="overflow-x-auto print:overflow-visible" aria-label={title} tabIndex={0}>
      {draft && (
        <p className="mx-auto mb-3 w-fit border-2 border-phuong-700 px-3 py-1 font-bold text-phuong-700">{draft}</p>
      )}
      <div className="mb-4 text-center">
        <p className="font-bold">{name}</p>
        <h2 className="font-bold text-base">{title}</h2>
        <p className="italic">{source}</p>
      </div>
      <table className="w-full min-w-[70rem] table-fixed border-collapse text-xs print:min-w-0 print:text-[7pt]">
        <colgroup>
          {columns.map((column) => (
            <col key={column.label} style={{ width: `${(column.width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column, at) =>
              column.group === undefined ? (
                <th key={column.label} scope="col" rowSpan={groups.length > 0 ? 2 : 1} className={cellClass}>
                  {column.label}
                </th>
              ) : (
                at === first(column.group) && (
                  <th
                    key={column.group}
                    scope="colgroup"
                    colSpan={columns.filter(({ group }) => group === column.group).length}
                    className={cellClass}
                  >
                    {column.group}
                  </th>
                )
              ),
            )}
          </tr>
          {groups.length > 0 && (
            <tr>
              {columns
                .filter(({ group }) => group !== undefined)
                .map((column) => (
                  <th key={column.label} scope="col" className={cellClass}>
                    {column.label}
                  </th>
                ))}
            </tr>
          )}
        </thead>
        <tbody>
          {annex.rows.map((row) => (
            <tr key={row[0]} className="break-inside-avoid">
              {row.map(cell)}
            </tr>
          ))}
          <tr className="break-inside-avoid font-bold">{annex.foot.map(cell)}</tr>
        </tbody>
      </table>
      <p className="mt-3 text-sm italic">{annex.note}</p>
    </section>
  );
}
