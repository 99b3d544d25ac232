import { type Cell, type CellStyle, openXlsx, saveXlsx } from "hucre/xlsx";

/** What is said of a cell of somebody's own file. Rows from 1, columns from 0. */
export type Annotation = { row: number; column: number | null; text: string; grave: boolean };

const fills = { grave: "F8D7DA", mild: "FFF3CD" } as const;

const filled = (style: CellStyle | undefined, grave: boolean): CellStyle => ({
  ...style,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: grave ? fills.grave : fills.mild } },
});

/**
 * The file that somebody handed in, with what is said of its cells: each gets a colour and a comment, and a column to the
 * right of the table says it again in words, row by row. Everything else stays as it was: other sheets, formats, formulas.
 * The whole workbook is held in memory; for tables of more than some ten thousand rows write a new one.
 *
 * @param at the sheet, the row of its header and the first free column
 */
export async function annotatedWorkbook(
  bytes: Uint8Array,
  at: { sheet: number; headerRow: number; column: number; title: string },
  annotations: readonly Annotation[],
  author: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = await openXlsx(bytes, { readStyles: true });
  const sheet = workbook.sheets[at.sheet];
  if (!sheet) throw new Error(`no sheet ${at.sheet}`);
  sheet.cells ??= new Map();
  const { cells, rows } = sheet;

  function edit(row: number, column: number, change: (cell: Partial<Cell>) => Partial<Cell>): void {
    const key = `${row - 1},${column}`;
    const values = rows[row - 1] ?? [];
    rows[row - 1] = values;
    const known = cells.get(key) ?? { value: values[column] ?? null };
    const changed = { type: "string", ...known, ...change(known) } as Cell;
    if (changed.value === null) changed.type = "empty";
    cells.set(key, changed);
    for (let index = values.length; index < column; index++) values[index] = null;
    values[column] = changed.value;
  }

  const byCell = new Map<string, Annotation[]>();
  const byRow = new Map<number, Annotation[]>();
  for (const annotation of annotations) {
    const { row, column } = annotation;
    byRow.set(row, [...(byRow.get(row) ?? []), annotation]);
    if (column !== null) byCell.set(`${row},${column}`, [...(byCell.get(`${row},${column}`) ?? []), annotation]);
  }
  for (const said of byCell.values()) {
    const [first] = said;
    if (!first || first.column === null) continue;
    edit(first.row, first.column, (cell) => ({
      style: filled(
        cell.style,
        said.some(({ grave }) => grave),
      ),
      comment: { author, text: said.map(({ text }) => text).join("\n") },
    }));
  }
  edit(at.headerRow, at.column, () => ({ value: at.title, type: "string", style: { font: { bold: true } } }));
  for (const [row, said] of byRow)
    edit(row, at.column, () => ({
      value: said.map(({ text }) => text).join("\n"),
      type: "string",
      style: filled(
        { alignment: { wrapText: true, vertical: "top" } },
        said.some(({ grave }) => grave),
      ),
    }));
  for (let row = 0; row < rows.length; row++) rows[row] ??= [];
  sheet.columns ??= [];
  for (let index = sheet.columns.length; index <= at.column; index++) sheet.columns[index] = {};
  sheet.columns[at.column] = { ...sheet.columns[at.column], width: 60 };
  return new Uint8Array(await saveXlsx(workbook));
}
