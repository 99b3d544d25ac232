import { type CellStyle, type WriteSheet, writeXlsx } from "hucre";

/** A sheet that people print: titles above, a heading that repeats, rows, and the sums below. */
export type PrintedSheet = {
  /** Name of the tab. */
  name: string;
  /** Lines above the table, centred over it; the first is the largest. */
  titles: readonly string[];
  columns: readonly { label: string; width: number; group?: string | undefined }[];
  rows: readonly (readonly (string | number | null)[])[];
  foot?: readonly (string | number | null)[];
  /** Lines below the table. */
  notes?: readonly string[];
  /** Said on every printed page. */
  header?: string | undefined;
  /** What the file says of its own time; now, unless it is to be the same bytes each time. */
  madeAt?: Date | undefined;
};

const line = { style: "thin", color: { rgb: "808080" } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: "Times New Roman", size: 11 } as const;
const styles = {
  title: { font: { ...font, size: 14, bold: true }, alignment: { horizontal: "center", wrapText: true } },
  subtitle: { font: { ...font, italic: true }, alignment: { horizontal: "center", wrapText: true } },
  heading: {
    font: { ...font, bold: true },
    border,
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F2F7FC" } },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  text: { font, border, alignment: { vertical: "top", wrapText: true } },
  number: { font, border, numFmt: "#,##0", alignment: { vertical: "top", horizontal: "right" } },
  sumText: { font: { ...font, bold: true }, border, alignment: { wrapText: true } },
  sum: { font: { ...font, bold: true }, border, numFmt: "#,##0", alignment: { horizontal: "right" } },
  note: { font: { ...font, italic: true } },
} as const satisfies Record<string, CellStyle>;

const lineHeight = 15;

/** Points that a row needs for its longest cell: neither Excel nor LibreOffice grows a row of wrapped text by itself. */
export const heightOf = (values: readonly (string | number | null)[], widths: readonly number[]): number =>
  lineHeight *
  Math.max(
    1,
    ...values.map((value, at) =>
      String(value ?? "")
        .split("\n")
        .reduce((lines, part) => lines + Math.max(1, Math.ceil((part.length * 1.1) / (widths[at] ?? 10))), 0),
    ),
  );

/** Excel knows no higher row. */
const highest = 409;

/**
 * An Excel workbook of one printed sheet, A4 across. Texts are texts, whatever they begin with: nothing in it is a
 * formula. For lists of tens of thousands of rows write a stream instead.
 */
export async function printedWorkbook(sheet: PrintedSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, titles, notes = [], foot } = sheet;
  const last = columns.length - 1;
  const grouped = columns.some(({ group }) => group);
  const headingAt = titles.length + 1;
  const bodyAt = headingAt + (grouped ? 2 : 1);
  const rows: (string | number | null)[][] = [];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const put = (row: number, column: number, value: string | number | null, style: CellStyle) => {
    cells.set(`${row},${column}`, {
      value,
      type: value === null ? "empty" : typeof value === "number" ? "number" : "string",
      style,
    });
    const values = rows[row] ?? [];
    rows[row] = values;
    values[column] = value;
  };
  const across = (row: number, text: string, style: CellStyle) => {
    put(row, 0, text, style);
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last });
  };

  titles.forEach((text, row) => {
    across(row, text, row === 0 ? styles.title : styles.subtitle);
  });
  rows[titles.length] = [];
  columns.forEach((column, at) => {
    const { group } = column;
    put(headingAt, at, group ?? column.label, styles.heading);
    if (!grouped) return;
    put(headingAt + 1, at, group ? column.label : null, styles.heading);
    if (!group) merges.push({ startRow: headingAt, startCol: at, endRow: headingAt + 1, endCol: at });
    else if (columns[at - 1]?.group !== group) {
      const count = columns.filter((each) => each.group === group).length;
      if (count > 1) merges.push({ startRow: headingAt, startCol: at, endRow: headingAt, endCol: at + count - 1 });
    }
  });
  sheet.rows.forEach((values, index) => {
    columns.forEach((_, at) => {
      const value = values[at] ?? null;
      put(bodyAt + index, at, value, typeof value === "number" ? styles.number : styles.text);
    });
  });
  const after = bodyAt + sheet.rows.length;
  if (foot)
    columns.forEach((_, at) => {
      const value = foot[at] ?? null;
      put(after, at, value, typeof value === "number" ? styles.sum : styles.sumText);
    });
  notes.forEach((text, index) => {
    across(after + (foot ? 2 : 1) + index, text, styles.note);
  });
  for (let row = 0; row < rows.length; row++) rows[row] ??= [];

  const widths = columns.map(({ width }) => width);
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  const height = (row: number, points: number) => rowDefs.set(row, { height: Math.min(points, highest) });
  titles.forEach((_, row) => {
    height(row, row === 0 ? 22 : 18);
  });
  for (let row = headingAt; row < bodyAt; row++)
    height(
      row,
      row === bodyAt - 1
        ? heightOf(
            columns.map(({ label }) => label),
            widths,
          )
        : lineHeight + 3,
    );
  sheet.rows.forEach((values, index) => {
    height(bodyAt + index, heightOf(values, widths));
  });
  if (foot) height(after, heightOf(foot, widths));

  const written = await writeXlsx({
    defaultFont: { ...font },
    ...(sheet.madeAt && { properties: { modified: sheet.madeAt } }),
    sheets: [
      {
        name: sheet.name,
        columns: columns.map(({ width }) => ({ width })),
        rows,
        cells,
        merges,
        rowDefs,
        freezePane: { rows: bodyAt },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${headingAt + 1}:$${bodyAt}`,
          margins: { top: 0.8, bottom: 0.6, left: 0.6, right: 0.6, header: 0.3, footer: 0.3 },
        },
        headerFooter: { oddHeader: `&C&B${(sheet.header ?? "").replace(/&/g, "&&")}`, oddFooter: "&C&P/&N" },
      },
    ],
  });
  return new Uint8Array(written);
}
