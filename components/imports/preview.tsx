import { useTranslations } from "next-intl";
import { shownDay } from "@/lib/core/day";
import { columnLetters } from "@/lib/documents/table";
import type { PreviewRow } from "@/lib/imports/import-queries";

const shownColumns = 12;

/** The first rows of a file as they stand, with the addresses of Excel. */
export function Preview({
  rows,
  headerFirst,
  headerLast,
}: {
  rows: readonly PreviewRow[];
  headerFirst: number;
  headerLast: number;
}) {
  const t = useTranslations("imports.mapping");
  const width = Math.min(
    shownColumns,
    Math.max(1, ...rows.flatMap(({ cells }) => cells.map(([column]) => column + 1))),
  );
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("preview")}>
      <table className="border-collapse text-sm">
        <caption className="sr-only">{t("preview")}</caption>
        <thead>
          <tr>
            <td className="border border-mist-200 bg-mist-50 px-2 py-1" />
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="figures border border-mist-200 bg-mist-50 px-2 py-1 font-medium text-mist-700"
              >
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 15).map(({ row, cells }) => {
            const texts = new Map(cells);
            const head = row >= headerFirst && row <= headerLast;
            return (
              <tr key={row} className={head ? "bg-harbour-50 font-semibold" : undefined}>
                <th
                  scope="row"
                  className="figures border border-mist-200 bg-mist-50 px-2 py-1 font-medium text-mist-700"
                >
                  {row}
                </th>
                {columns.map((column) => (
                  <td key={column} className="max-w-56 truncate border border-mist-200 px-2 py-1">
                    {shownDay(texts.get(column) ?? "")}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
