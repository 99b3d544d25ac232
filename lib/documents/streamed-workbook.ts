import { writeXlsxStream } from "hucre/xlsx";

export type StreamedColumn = { label: string; width?: number };
export type StreamedValue = string | number | boolean | null;

/** Excel knows no longer text in a cell. */
const longestText = 32_767;

/**
 * A text that no spreadsheet takes for a formula, here or after somebody has saved the file as CSV: what begins like one
 * gets an apostrophe. A number, a telephone number or a dash alone stays as it is. Control characters, which XML cannot
 * hold, are left out.
 */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").slice(0, longestText - 1);
  if (!/^[=+\-@\t\r]/.test(clean) || /^[+-]?[\d\s().,–-]*$/.test(clean)) return clean;
  return `'${clean}`;
}

/**
 * An Excel file written while its rows are read: one row at a time is asked for, and only when the reader of the file wants
 * more, so that memory stays the same for ten rows and for a million.
 *
 * @param titles lines above the heading of the columns, as an official table has them
 */
export function streamedWorkbook(
  name: string,
  columns: readonly StreamedColumn[],
  rows: AsyncIterable<readonly StreamedValue[]>,
  titles: readonly string[] = [],
): ReadableStream<Uint8Array> {
  const plain = titles.length === 0;
  async function* safe() {
    for (const title of titles) yield [harmless(title)];
    if (!plain) yield [null];
    if (!plain) yield columns.map(({ label }) => harmless(label));
    for await (const row of rows) yield row.map((value) => (typeof value === "string" ? harmless(value) : value));
  }
  return writeXlsxStream(safe(), {
    // What Excel does not allow in the name of a sheet.
    name: name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: columns.map(({ label, width = 18 }) => ({ ...(plain && { header: harmless(label) }), width })),
    freezePane: { rows: plain ? 1 : titles.length + 2 },
  });
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
