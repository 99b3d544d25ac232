import { type Cell, mostColumns, mostRows, type TableFile, type TableRow } from "./table";
import { decodeText } from "./text-encoding";
import { Unreadable } from "./unreadable";

const delimiters = ["\t", ";", ","] as const;
type Delimiter = (typeof delimiters)[number];

/** Fields of one record and where the next begins; quotes may hold delimiters, line ends and doubled quotes. */
function record(text: string, from: number, delimiter: Delimiter): { fields: string[]; next: number } {
  const fields: string[] = [];
  let at = from;
  for (;;) {
    let field = "";
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      // An opening quote that nothing closes is an inch mark or a slip: it is read as a letter.
      const after = close === -1 ? "" : (text[close + 1] ?? "\n");
      if (close !== -1 && (after === delimiter || after === "\n" || after === "\r")) {
        field = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
    fields.push(field + text.slice(start, at));
    if (text[at] !== delimiter) break;
    at++;
  }
  if (text[at] === "\r") at++;
  if (text[at] === "\n") at++;
  return { fields, next: at };
}

/** The delimiter that splits the first lines into the most columns, most evenly. */
export function delimiterOf(text: string): Delimiter {
  const declared = /^sep=(.)\r?\n/.exec(text)?.[1];
  const known = delimiters.find((one) => one === declared);
  if (known) return known;
  const score = (delimiter: Delimiter) => {
    const counts = new Map<number, number>();
    for (let at = 0, line = 0; at < text.length && line < 40; line++) {
      const { fields, next } = record(text, at, delimiter);
      const filled = fields.length;
      counts.set(filled, (counts.get(filled) ?? 0) + 1);
      at = next;
    }
    // How many lines agree on a number of columns, weighted by that number.
    return Math.max(0, ...[...counts].map(([columns, lines]) => (columns > 1 ? lines * (1 + Math.log(columns)) : 0)));
  };
  return delimiters.map((one) => ({ one, points: score(one) })).sort((a, b) => b.points - a.points)[0]?.one ?? ",";
}

const cellOf = (field: string, column: number): Cell | null =>
  field.trim() === "" ? null : { column, kind: "text", value: field };

/**
 * Opens delimited text (CSV in any of the encodings in use, or cells pasted from a spreadsheet) that `guardTable` has let
 * pass. Every cell is text: what it means is decided where the column is known. `row` counts the lines as a spreadsheet
 * would show them.
 */
export function openText(bytes: Uint8Array, name = "CSV"): TableFile {
  const decoded = decodeText(bytes).text;
  const delimiter = delimiterOf(decoded);
  const text = decoded.replace(/^sep=.\r?\n/, "");
  async function* rows(): AsyncGenerator<TableRow, void, undefined> {
    let count = 0;
    for (let at = 0, row = 1; at < text.length; row++) {
      const { fields, next } = record(text, at, delimiter);
      at = next;
      const cells = fields.slice(0, mostColumns).flatMap((field, column) => cellOf(field, column) ?? []);
      if (cells.length === 0) continue;
      if (++count > mostRows) throw new Unreadable("too_many_rows", { maximum: mostRows });
      yield { row, cells };
    }
  }
  return {
    format: "csv",
    sheets: [{ name, hidden: false }],
    rows,
    merges: async () => [],
  };
}
