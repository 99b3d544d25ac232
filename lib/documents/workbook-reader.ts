import {
  type Cell,
  dayOfSerial,
  type Merge,
  mostColumns,
  mostRows,
  parseAddress,
  type TableFile,
  type TableRow,
} from "./table";
import { Unreadable } from "./unreadable";
import { sharedStrings, type WorkbookParts, workbookParts } from "./workbook-parts";
import { attribute, xmlReader } from "./xml";
import { inflated, type ZipEntry, zipEntries } from "./zip";

/** `_x000D_` is how Office writes characters that XML cannot hold. */
const unescapeOffice = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

type Raw = { address: string; type: string; style: number; value: string; inline: string; formula: boolean };

const cell = (raw: Raw, column: number, kind: Cell["kind"], value: Cell["value"]): Cell =>
  raw.formula ? { column, kind, value, formula: true } : { column, kind, value };

const textCell = (raw: Raw, column: number, found: string): Cell | null =>
  found.trim() === "" ? null : cell(raw, column, "text", unescapeOffice(found).normalize("NFC"));

function cellOf(raw: Raw, column: number, strings: string[], parts: WorkbookParts): Cell | null {
  if (raw.type === "s") return textCell(raw, column, strings[Number(raw.value)] ?? "");
  if (raw.type === "inlineStr") return textCell(raw, column, raw.inline);
  if (raw.type === "str") return textCell(raw, column, raw.value);
  if (raw.value === "") return null;
  if (raw.type === "b") return cell(raw, column, "boolean", raw.value === "1");
  if (raw.type === "e") return cell(raw, column, "error", raw.value);
  if (raw.type === "d") return cell(raw, column, "day", raw.value.slice(0, 10));
  const number = Number(raw.value);
  if (!Number.isFinite(number)) return textCell(raw, column, raw.value);
  const day = parts.dayStyles[raw.style] ? dayOfSerial(number, parts.since1904) : null;
  // A serial of the first days is a number somebody formatted as a day by mistake: "15" shown as 15/01/1900.
  return day && number > 400 ? cell(raw, column, "day", day) : cell(raw, column, "number", number);
}

/** A reader of a sheet's rows; `take` gives what has been completed since it was last asked. */
function rowReader(strings: string[], parts: WorkbookParts) {
  let done: TableRow[] = [];
  let row: TableRow | null = null;
  let last = 0;
  let next = 0;
  let raw: Raw | null = null;
  let target: "value" | "inline" | null = null;
  let phonetic = 0;
  const reader = xmlReader({
    open: (name, attributes) => {
      if (name === "row") {
        const number = Number(attribute(attributes, "r") ?? last + 1);
        row = { row: number, cells: [], ...(attribute(attributes, "hidden") === "1" && { hidden: true as const }) };
        last = number;
        next = 0;
      } else if (name === "c" && row) {
        raw = {
          address: attribute(attributes, "r") ?? "",
          type: attribute(attributes, "t") ?? "n",
          style: Number(attribute(attributes, "s") ?? -1),
          value: "",
          inline: "",
          formula: false,
        };
      } else if (raw) {
        if (name === "v") target = "value";
        else if (name === "f") raw.formula = true;
        else if (name === "rPh") phonetic++;
        else if (name === "t" && phonetic === 0) target = "inline";
      }
    },
    text: (text) => {
      if (raw && target) raw[target] += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") target = null;
      else if (name === "rPh") phonetic--;
      else if (name === "c" && row && raw) {
        const column = parseAddress(raw.address)?.column ?? next;
        next = column + 1;
        const found = column < mostColumns ? cellOf(raw, column, strings, parts) : null;
        if (found) row.cells.push(found);
        raw = null;
      } else if (name === "row" && row) {
        if (row.cells.length > 0) done.push(row);
        row = null;
      }
    },
  });
  return {
    ...reader,
    take: () => {
      const taken = done;
      done = [];
      return taken;
    },
  };
}

async function* rowsOf(bytes: Buffer, entry: ZipEntry, strings: string[], parts: WorkbookParts) {
  const reader = rowReader(strings, parts);
  let count = 0;
  for await (const piece of inflated(bytes, entry)) {
    reader.feed(piece);
    for (const row of reader.take()) {
      if (++count > mostRows) throw new Unreadable("too_many_rows", { maximum: mostRows });
      yield row;
    }
  }
  reader.end();
  yield* reader.take();
}

/** Merged ranges stand behind the rows; everything before them is passed over without being parsed. */
async function mergesOf(bytes: Buffer, entry: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = "";
  for await (const piece of inflated(bytes, entry)) {
    rest += piece.toString("latin1");
    for (const [, from = "", to = ""] of rest.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      const [start, end] = [parseAddress(from), parseAddress(to)];
      if (start && end && merges.length < mostRows)
        merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
    }
    const open = rest.lastIndexOf("<");
    rest = open === -1 || rest.length - open > 200 ? "" : rest.slice(open);
  }
  return merges;
}

/** Opens a workbook that `guardTable` has let pass; texts and styles are read at once, rows when they are asked for. */
export async function openWorkbook(bytes: Buffer): Promise<TableFile> {
  const entries = zipEntries(bytes);
  const parts = await workbookParts(bytes, entries);
  const strings = await sharedStrings(bytes, entries);
  const entryOf = (sheet: number) => {
    const found = parts.sheets[sheet];
    if (!found) throw new Unreadable("no_sheet");
    return found.entry;
  };
  return {
    format: "xlsx",
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: (sheet) => rowsOf(bytes, entryOf(sheet), strings, parts),
    merges: (sheet) => mergesOf(bytes, entryOf(sheet)),
  };
}
