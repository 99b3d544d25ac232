/** A cell as it stands in a file: what a formula gave, not the formula; a day where the number's format is one of days. */
export type Cell = {
  /** 0 is A. */
  column: number;
  kind: "text" | "number" | "day" | "boolean" | "error";
  /** Text in NFC; a day as `YYYY-MM-DD`; an error as Excel writes it (`#N/A`). */
  value: string | number | boolean;
  formula?: true;
};

/** A row with its non-empty cells, left to right; `row` counts from 1 as in Excel. */
export type TableRow = { row: number; cells: Cell[]; hidden?: true };

/** A merged range, its corners inclusive; rows from 1, columns from 0. Only its top left cell has content. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type SheetInfo = { name: string; hidden: boolean };

/** A table file that may be read more than once; rows come as they are asked for, a part of the file at a time. */
export type TableFile = {
  format: "xlsx" | "csv";
  sheets: SheetInfo[];
  rows: (sheet: number) => AsyncIterable<TableRow>;
  merges: (sheet: number) => Promise<Merge[]>;
};

/** More than this is no table of people or enterprises but a mistake, and is refused as `too_many_rows`. */
export const mostRows = 100_000;
/** Columns behind this one are not read. */
export const mostColumns = 256;

/** `A`, `B`, … `AA` for 0, 1, … 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `C7` for row 7, column 2. */
export const cellAddress = (row: number, column: number): string => columnLetters(column) + row;

/** Row (from 1) and column (from 0) of `C7`; null when it is no address. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return null;
  const [, letters = "", row = ""] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column: column - 1 };
}

const dayMilliseconds = 86_400_000;

/** The calendar day of an Excel serial number; null when it is none between 1900 and 2200. */
export function dayOfSerial(serial: number, since1904 = false): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 110_000) return null;
  // Excel believes in 29 February 1900: from March on its serials are one ahead.
  const shift = since1904 ? 0 : whole < 60 ? 1 : 0;
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + (whole + shift) * dayMilliseconds).toISOString().slice(0, 10);
}
