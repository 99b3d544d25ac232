import { writeXlsx } from "hucre/xlsx";

/** Ways in which a text file with Vietnamese reaches us. */
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1258";
export type Delimiter = "," | ";" | "\t";
export type Value = string | number | boolean | Date | null;

const tones: Record<string, number> = {
  "\u0300": 0xcc,
  "\u0309": 0xd2,
  "\u0303": 0xde,
  "\u0301": 0xec,
  "\u0323": 0xf2,
};
const letters: Record<string, number> = {
  Ă: 0xc3,
  Đ: 0xd0,
  Ơ: 0xd5,
  Ư: 0xdd,
  ă: 0xe3,
  đ: 0xf0,
  ơ: 0xf5,
  ư: 0xfd,
  "–": 0x96,
  "—": 0x97,
  "“": 0x93,
  "”": 0x94,
  "…": 0x85,
};

/** Windows-1258 as Windows writes it: the letter with its shape, its tone behind it. Throws for what it cannot write. */
function toWindows1258(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const parts = [...letter.normalize("NFD")];
    const tone = parts.find((part) => tones[part] !== undefined);
    const base = parts
      .filter((part) => part !== tone)
      .join("")
      .normalize("NFC");
    const code = base.codePointAt(0) ?? 0;
    const byte = letters[base] ?? (code < 0x80 || (code >= 0xc0 && code <= 0xff) ? code : undefined);
    if (byte === undefined || [...base].length !== 1) throw new Error(`not in Windows-1258: ${letter}`);
    bytes.push(byte);
    if (tone) bytes.push(tones[tone] ?? 0);
  }
  return Buffer.from(bytes);
}

export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8-bom") return Buffer.from(`\uFEFF${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return toWindows1258(text);
}

/** Rows as delimited text. */
export function toText(rows: Value[][], delimiter: Delimiter): string {
  const cell = (value: Value) => {
    const text = value === null ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join("");
}

export type SheetSpec = {
  name: string;
  rows: Value[][];
  /** `A1:C1` */
  merges?: string[];
  hidden?: boolean;
  /** Formula by address, its stored result in `rows`. */
  formulas?: Record<string, string>;
};

const at = (address: string) => {
  const [, column = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return {
    row: Number(row) - 1,
    column: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
};

/** Sheets as the bytes of an .xlsx file; a Date gets the format of a day. */
export async function toXlsx(sheets: SheetSpec[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [], hidden, formulas = {} }) => {
      const cells = new Map<
        string,
        { value: Value; formula?: string; formulaResult?: Value; style?: { numFmt: string } }
      >();
      rows.forEach((row, index) => {
        row.forEach((value, column) => {
          if (value instanceof Date) cells.set(`${index},${column}`, { value, style: { numFmt: "dd/mm/yyyy" } });
        });
      });
      for (const [address, formula] of Object.entries(formulas)) {
        const { row, column } = at(address);
        const value = rows[row]?.[column] ?? null;
        cells.set(`${row},${column}`, { value, formula, formulaResult: value });
      }
      return {
        name,
        rows,
        cells,
        ...(hidden && { hidden }),
        merges: merges.map((range) => {
          const [from = "A1", to = "A1"] = range.split(":");
          const [start, end] = [at(from), at(to)];
          return { startRow: start.row, startCol: start.column, endRow: end.row, endCol: end.column };
        }),
      };
    }),
  });
  return Buffer.from(bytes);
}
