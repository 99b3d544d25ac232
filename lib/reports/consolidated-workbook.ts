import { type WriteSheet, writeXlsx } from "hucre";
import { formatDay, formatMoment } from "@/lib/core/day";
import { harmless } from "@/lib/documents/streamed-workbook";
import type { Locale } from "@/lib/i18n/paths";
import { consolidatedWords } from "./consolidated-words";
import { figureUnit } from "./figure-words";
import type { Consolidated, OrganisationRow } from "./period";

type Cell = string | number | null;

/**
 * The consolidated report as an Excel workbook: what it says, by park, and each organisation with its figures. The rows are
 * read by pages at the report's cut-off; a period has as many as there are organisations, and the file is made of them.
 */
export async function consolidatedWorkbook(
  report: Consolidated,
  reports: AsyncIterable<OrganisationRow>,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = consolidatedWords(report, locale);
  const { say } = words;
  const { figures, totals, before, parks } = report;
  const sheet = (
    name: string,
    widths: readonly number[],
    rows: readonly (readonly Cell[])[],
    head: number,
  ): WriteSheet => ({
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell))),
    freezePane: { rows: head },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const summary: Cell[][] = [
    [words.title],
    [words.covers],
    [words.cutOff],
    [],
    ...words.counts,
    [...words.rate],
    [],
    [say("figure"), say("unit"), say("total"), before ? say("before", { slot: before.period.slot }) : null],
    ...figures.map((figure) => [
      figure.label[locale],
      figureUnit(figure, locale),
      totals.sums[figure.key] ?? 0,
      before?.totals.sums[figure.key] ?? null,
    ]),
  ];
  const byPark: Cell[][] = [
    [
      ...[say("park"), say("owed"), say("handedIn"), say("acceptedCount"), say("missing"), say("late")],
      ...figures.map(({ label }) => label[locale]),
    ],
    ...parks.map(({ nameVi, nameEn, progress: one, sums }) => [
      ...[locale === "vi" ? nameVi : nameEn, one.total - one.EXCUSED, one.SUBMITTED + one.RETURNED + one.ACCEPTED],
      ...[one.ACCEPTED, one.OWED + one.DRAFT, one.late],
      ...figures.map(({ key }) => sums[key] ?? 0),
    ]),
  ];
  const rows: Cell[][] = [
    [
      ...[say("no"), say("taxCode"), say("who"), say("park"), say("state"), say("due"), say("at"), say("daysLate")],
      ...figures.map(({ label }) => label[locale]),
    ],
  ];
  for await (const row of reports)
    rows.push([
      ...[rows.length, row.taxCode, row.who ?? (row.unit && words.unit[row.unit])],
      ...[locale === "vi" ? row.parkVi : row.parkEn, words.state[row.state], formatDay(row.dueOn)],
      ...[row.submittedAt && formatMoment(row.submittedAt), row.daysLate],
      // What did not count at the cut-off has no figures: an empty cell, not a nought.
      ...figures.map((_, at) => row.values[at] ?? null),
    ]);
  const wide = figures.map(() => 16);
  return new Uint8Array(
    await writeXlsx({
      sheets: [
        sheet(say("sheet.summary"), [70, 14, 20, 20], summary, 0),
        sheet(say("sheet.parks"), [36, 12, 12, 12, 12, 12, ...wide], byPark, 1),
        sheet(say("sheet.rows"), [6, 16, 48, 24, 16, 12, 20, 10, ...wide], rows, 1),
      ],
    }),
  );
}
