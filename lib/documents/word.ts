import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { repeatRow, rowToken } from "./word-rows";

/**
 * Word files in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, black, margins 20 mm above and
 * below, 30 mm left, 15 mm right, the page number centred in the upper margin and not on the first page.
 */
const millimetres = (mm: number): number => Math.round((mm / 25.4) * 1440);
const points = (pt: number): number => pt * 20;
const margin = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) };

/** Media type of a Word file. */
export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Width between the margins of a page that stands, in twips. */
export const textWidth = millimetres(210 - 30 - 15);
/** The same of a page that lies: there the binding side is above, 30 mm, and the sides have 20 and 15 mm. */
export const landscapeWidth = millimetres(297 - 20 - 15);

export type Align = "left" | "center" | "right" | "both";

export type TextStyle = {
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  align?: Align;
  /** First line indented by 1 cm, as body text is. */
  indent?: boolean;
  /** Points of space before and after. */
  before?: number;
  after?: number;
  /** A line under the paragraph, over so many twips in the middle of `within`. */
  rule?: { length: number; within: number };
  keepNext?: boolean;
  /** Begins a page, as an annex does. */
  newPage?: boolean;
};

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

/** One paragraph; a line break in the text is one in the paragraph. */
export function paragraph(text: string, style: TextStyle = {}): Paragraph {
  const { size = 13, bold = false, italic = false, rule } = style;
  const run: IRunOptions = { size: size * 2, bold, italics: italic };
  const side = rule && Math.max(0, Math.round((rule.within - rule.length) / 2));
  return new Paragraph({
    alignment: alignments[style.align ?? "left"],
    ...(style.indent && { indent: { firstLine: millimetres(10) } }),
    ...(side !== undefined && {
      indent: { left: side, right: side },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    }),
    spacing: {
      before: points(style.before ?? 0),
      after: points(style.after ?? 0),
      // An empty paragraph only carries its rule.
      ...(text === "" ? { line: 60, lineRule: LineRuleType.EXACT } : { line: 252, lineRule: LineRuleType.AUTO }),
    },
    keepNext: style.keepNext ?? false,
    pageBreakBefore: style.newPage ?? false,
    children: text.split("\n").map((line, at) => new TextRun({ ...run, text: line, ...(at > 0 && { break: 1 }) })),
  });
}

const nothing = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;

/** Blocks side by side without lines: the head of a letter, its foot. Widths in twips. */
export function sideBySide(columns: { width: number; children: Paragraph[] }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    borders: { ...noBorders, insideHorizontal: nothing, insideVertical: nothing },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({ width: { size: width, type: WidthType.DXA }, borders: noBorders, children }),
        ),
      }),
    ],
  });
}

export type GridColumn = {
  label: string;
  /** Share of the width, against the other columns. */
  width: number;
  align?: Align | undefined;
  /** Columns with the same group stand under one heading. */
  group?: string | undefined;
};

/**
 * A ruled table whose heading repeats on every page; a row never breaks over pages. Its rows are given to `wordFile`: the
 * table holds the one that they are written after.
 *
 * @param foot a last row in bold, the sums
 */
export function grid(table: {
  columns: readonly GridColumn[];
  foot?: readonly string[];
  width: number;
  size?: number;
}): Table {
  const { columns, foot, width, size = 10 } = table;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / whole) * width));
  const cell = (value: string, at: number, style: TextStyle & { span?: number; down?: number } = {}) =>
    new TableCell({
      width: {
        size: widths.slice(at, at + (style.span ?? 1)).reduce((sum, each) => sum + each, 0),
        type: WidthType.DXA,
      },
      ...(style.span && { columnSpan: style.span }),
      ...(style.down && { rowSpan: style.down }),
      margins: { left: 50, right: 50, top: 30, bottom: 30 },
      verticalAlign: style.bold ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [
        paragraph(value, {
          size,
          align: columns[at]?.align ?? "left",
          ...style,
        }),
      ],
    });
  const heading = { bold: true, align: "center" } as const;
  const grouped = columns.some(({ group }) => group);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  columns.forEach((column, at) => {
    const { group } = column;
    if (!group) upper.push(cell(column.label, at, { ...heading, ...(grouped && { down: 2 }) }));
    else {
      lower.push(cell(column.label, at, heading));
      if (columns[at - 1]?.group !== group)
        upper.push(cell(group, at, { ...heading, span: columns.filter((each) => each.group === group).length }));
    }
  });
  const row = (children: TableCell[], tableHeader = false) =>
    new TableRow({ children, tableHeader, cantSplit: true, height: { value: 0, rule: HeightRule.AUTO } });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(upper, true),
      ...(lower.length > 0 ? [row(lower, true)] : []),
      row(columns.map((_, at) => cell(rowToken(at), at))),
      ...(foot ? [row(foot.map((value, at) => cell(value, at, { bold: true })))] : []),
    ],
  });
}

/** A Word file of one section. `children` come from the functions above, `rows` are those of its one grid. */
export async function wordFile(file: {
  title: string;
  children: (Paragraph | Table)[];
  landscape?: boolean;
  rows?: readonly (readonly string[])[];
}): Promise<Uint8Array<ArrayBuffer>> {
  const pageNumber = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  const section: ISectionOptions = {
    properties: {
      titlePage: true,
      page: {
        // The library turns width and height round for a page that lies.
        size: {
          width: millimetres(210),
          height: millimetres(297),
          ...(file.landscape && { orientation: PageOrientation.LANDSCAPE }),
        },
        margin: {
          ...(file.landscape
            ? { top: millimetres(30), bottom: millimetres(15), left: millimetres(20), right: millimetres(15) }
            : margin),
          header: millimetres(10),
          footer: millimetres(10),
        },
      },
    },
    headers: { default: pageNumber, first: new Header({ children: [new Paragraph({})] }) },
    children: file.children,
  };
  const document = new Document({
    title: file.title,
    creator: "HEZA",
    styles: {
      default: {
        document: {
          run: { font: "Times New Roman", size: 26, color: "000000", language: { value: "vi-VN" } },
        },
      },
    },
    sections: [section],
  });
  const written = new Uint8Array(await Packer.toBuffer(document));
  return file.rows ? repeatRow(written, file.rows) : written;
}
