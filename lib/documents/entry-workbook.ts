import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from "hucre";
import { cellAddress, columnLetters } from "./table";
import { heightOf } from "./workbook";

/** What may be typed into a cell, checked by the spreadsheet while it is typed. */
export type EntryCheck =
  | { kind: "whole" | "decimal"; least: number; most: number }
  | { kind: "length"; most: number }
  | { kind: "day"; from: string; to: string }
  /** One of a list, by its number in `lists`; `strict` false: others may be typed as well. */
  | { kind: "list"; list: number };

export type EntryCell = {
  column: number;
  value: string | number | null;
  look: "title" | "line" | "section" | "note" | "label" | "heading" | "input";
  format?: "text" | "whole" | "decimal" | "day";
  check?: EntryCheck;
  /** Said beside the cell while it is chosen. */
  prompt?: string;
  /** Last column over which the cell is merged. */
  until?: number;
};

/** A row; `code` stands in the hidden first column and tells a program what the row is. */
export type EntryRow = { code: string | null; cells: EntryCell[]; hidden?: true };

export type EntryWorkbook = {
  name: string;
  widths: readonly number[];
  rows: readonly EntryRow[];
  lists: readonly (readonly string[])[];
  /** Kept out of sight on a sheet of its own. */
  identity: Readonly<Record<string, string>>;
  /** Title and words of the message when a cell refuses what is typed. */
  refused: { title: string; text: string };
};

/** Names of the sheets that nobody sees. */
export const identitySheet = "_id";
const listSheet = "_lists";

const line = { style: "thin", color: { rgb: "9AA5B1" } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: "Times New Roman", size: 11 } as const;
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const wrap = { vertical: "top", wrapText: true } as const;
const looks: Record<EntryCell["look"], CellStyle> = {
  title: { font: { ...font, size: 14, bold: true }, alignment: wrap },
  line: { font, alignment: wrap },
  section: { font: { ...font, size: 12, bold: true }, fill: fill("DCE8F4"), alignment: wrap },
  note: { font: { ...font, italic: true, color: { rgb: "52606D" } }, alignment: wrap },
  label: { font, border, alignment: wrap },
  heading: {
    font: { ...font, bold: true },
    border,
    fill: fill("F2F7FC"),
    alignment: { ...wrap, horizontal: "center" },
  },
  input: { font, border, fill: fill("FFFDF0"), alignment: wrap, protection: { locked: false } },
};
const formats = { text: "@", whole: "#,##0", decimal: "#,##0.####", day: "dd/mm/yyyy" } as const;

const serialOf = (day: string) => String(Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000));

/** Office reads `_x000D_` as a character: a text that has it by itself is escaped. */
const literal = <T>(value: T | string) =>
  typeof value === "string" ? value.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x") : value;

/** Excel takes no longer prompt. */
const longestPrompt = 250;

function checkOf(check: EntryCheck, lists: EntryWorkbook["lists"]): Omit<DataValidation, "range"> {
  const between = (type: DataValidation["type"], least: string | number, most: string | number) =>
    ({ type, operator: "between", formula1: String(least), formula2: String(most) }) as const;
  if (check.kind === "length") return between("textLength", 0, check.most);
  if (check.kind === "day") return between("date", serialOf(check.from), serialOf(check.to));
  if (check.kind !== "list") return between(check.kind, check.least, check.most);
  const letters = columnLetters(check.list);
  return { type: "list", formula1: `${listSheet}!$${letters}$1:$${letters}$${lists[check.list]?.length ?? 1}` };
}

/**
 * A workbook to be filled in: only its input cells can be typed into, each with what it takes; rows, columns and sheets
 * stay as they are. Protected without a password: against slips of the hand, not against anybody.
 */
export async function entryWorkbook(book: EntryWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  const dataValidations: DataValidation[] = [];
  const across = (from: number, to: number) => book.widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  /** The last check of each column: cells below each other that take the same are one range. */
  const open = new Map<number, { same: string; from: number; to: number; validation: DataValidation }>();
  const checked = (row: number, column: number, check: EntryCheck | undefined, prompt: string | undefined) => {
    const same = JSON.stringify([check, prompt]);
    const before = open.get(column);
    if (before?.same === same && before.to === row - 1) {
      before.to = row;
      before.validation.range = `${cellAddress(before.from + 1, column)}:${cellAddress(row + 1, column)}`;
      return;
    }
    const anything = { type: "textLength", operator: "between", formula1: "0", formula2: "32000" } as const;
    const validation: DataValidation = {
      ...(check ? checkOf(check, book.lists) : anything),
      allowBlank: true,
      showErrorMessage: check !== undefined,
      errorStyle: "stop",
      errorTitle: book.refused.title.slice(0, 32),
      errorMessage: book.refused.text.slice(0, 225),
      ...(prompt && { showInputMessage: true, inputMessage: prompt.slice(0, longestPrompt) }),
      range: cellAddress(row + 1, column),
    };
    open.set(column, { same, from: row, to: row, validation });
    dataValidations.push(validation);
  };
  book.rows.forEach(({ code, cells: own, hidden }, row) => {
    if (code !== null) cells.set(`${row},0`, { value: code, type: "string" });
    for (const { column, value, look, format, check, prompt, until } of own) {
      const style = format ? { ...looks[look], numFmt: formats[format] } : looks[look];
      const day = format === "day" && typeof value === "string" && /^(19[1-9]\d|20\d\d|21\d\d)-\d\d-\d\d$/.test(value);
      const cell: Partial<Cell> = day
        ? { value: new Date(`${value}T00:00:00Z`), type: "date", style }
        : {
            value: literal(value),
            type: value === null ? "empty" : typeof value === "number" ? "number" : "string",
            style,
          };
      cells.set(`${row},${column}`, cell);
      for (let at = column + 1; at <= (until ?? column); at++)
        cells.set(`${row},${at}`, { value: null, type: "empty", style });
      if (until !== undefined && until > column)
        merges.push({ startRow: row, startCol: column, endRow: row, endCol: until });
      if (check || prompt) checked(row, column, check, prompt);
    }
    const height = Math.max(
      ...own.map(({ column, value, until, look }) =>
        value === null ? 0 : heightOf([value], [across(column, until ?? column)]) + (look === "title" ? 8 : 3),
      ),
      18,
    );
    rowDefs.set(row, hidden ? { hidden: true } : { height: Math.min(height, 409) });
  });
  const longest = Math.max(0, ...book.lists.map((list) => list.length));
  const written = await writeXlsx({
    defaultFont: { ...font },
    workbookProtection: { lockStructure: true },
    sheets: [
      {
        name: book.name,
        columns: book.widths.map((width, at) => (at === 0 ? { width, hidden: true } : { width })),
        rows: book.rows.map(() => []),
        cells,
        merges,
        rowDefs,
        dataValidations,
        protection: { sheet: true, formatColumns: true, formatRows: true },
        pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      {
        name: listSheet,
        veryHidden: true,
        rows: Array.from({ length: longest }, (_, at) => book.lists.map((list) => literal(list[at] ?? null))),
      },
      {
        name: identitySheet,
        veryHidden: true,
        rows: Object.entries(book.identity).map(([name, value]) => [name, value]),
      },
    ],
  });
  return new Uint8Array(written);
}
