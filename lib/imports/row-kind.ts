import { fold } from "@/lib/core/text";
import type { TableDescription } from "./description";
import { distinctTexts, type FilledRow } from "./grid";
import { isNumbering, type Layout } from "./layout";

export type RowKind = "data" | "section" | "total" | "note" | "header" | "numbering";

/** "Tổng cộng", "Cộng khu vực I"; but "Tổng công ty", "Công nhân" and "Tổng vụ" fold to beginnings of the same letters. */
const totalStart =
  /^(tong cong(?! ty)|tong so|tong hop|tong nhu cau|tong lao dong|total|grand total|sub ?total|luy ke)\b|^(tong|cong)( (nhom|khu vuc|kcn|muc|phan|toan|i+)\b.*)?[\s:.]*$|^(tong|cong) ?\(/;
const noteStart =
  /^(\(?\*|ghi chu|luu y|chu thich|chu y|noi nhan|note|nguon|hai phong,? ngay|ngay \d{1,2} thang|\.+$|-+$|_+$)/;
/** Under a table these sign; in its column of positions they may well be wanted. */
const signature = /^(nguoi lap|thu truong|(tong |pho )?giam doc|truong ban|\(?ky|xac nhan|dai dien|ke toan)/;
const sectionStart = /^([ivxlc]+|[a-h]|\d{1,3})\s*[./)\-–:]\s*\S/;

/** Does a text name a section in itself: numbered, or "Khu vực …", "Khu công nghiệp …"? */
const namesSection = (text: string) =>
  sectionStart.test(text) ||
  /^(khu vuc|khu cong nghiep|kcn|khu kinh te|kkt|cum cong nghiep|phan|nhom|bo phan)\b/.test(text);

const folded = new WeakMap<Layout, Map<number, { texts: Set<string>; longest: number }>>();

/** The levels of each column's header, folded, and the length of the longest of them. */
function headersOf(layout: Layout) {
  let known = folded.get(layout);
  if (!known) {
    known = new Map(
      layout.columns.map(({ column, header }) => {
        const levels = header.split(" › ");
        return [
          column,
          { texts: new Set(levels.map(fold)), longest: Math.max(...levels.map(({ length }) => length)) + 2 },
        ];
      }),
    );
    folded.set(layout, known);
  }
  return known;
}

/**
 * What a row below the header is. Only the row itself, the layout and whether a total has gone by decide, so that rows can
 * be judged as they come.
 */
export function rowKind(row: FilledRow, layout: Layout, description: TableDescription, afterTotal: boolean): RowKind {
  if (isNumbering(row)) return "numbering";
  const mapped = layout.columns.filter(({ field, column }) => field && row.cells.has(column));
  const own = mapped.filter(({ column }) => !row.fromLeft.has(column));
  const known = headersOf(layout);
  const repeated = [...row.cells].filter(([column, cell]) => {
    const levels = known.get(column);
    // Folding is dear: only a text that could be a header for its length is compared.
    return levels && String(cell.value).length <= levels.longest && levels.texts.has(fold(String(cell.value).trim()));
  });
  if (repeated.length >= 2 && repeated.length >= row.cells.size - 1) return "header";

  const texts = distinctTexts(row);
  const words = texts.filter((text) => !/^[\d.,\s%]+$/.test(text));
  const first = fold(words[0] ?? "").trim();
  const wanting = own.filter(({ column }) => !row.fromAbove.has(column)).length >= 2;
  const identified = own.some(({ field, column }) => {
    const known = description.fields.find(({ key }) => key === field);
    const text = fold(String(row.cells.get(column)?.value ?? "")).trim();
    const signs = signature.test(text) && !wanting;
    return known?.identifies && !row.fromAbove.has(column) && !totalStart.test(text) && !noteStart.test(text) && !signs;
  });
  const filled = [...row.cells.keys()].filter(
    (column) => !row.fromAbove.has(column) && !row.fromLeft.has(column),
  ).length;
  if (totalStart.test(first) && !identifiedBesides(row, layout, description)) return "total";
  if (noteStart.test(first) && filled <= 3) return "note";
  if (signature.test(first) && !wanting) return "note";
  const single = texts.length === 1 || (texts.length === 2 && words.length === 1);
  if (single && words.length === 1) {
    const wide = row.fromLeft.size >= 2;
    // A section may bear its own sum: "II. KCN Nomura | 120".
    if (namesSection(first) || description.opens?.test(first)) return "section";
    if (wide) return afterTotal ? "note" : "section";
    if (/^[ivxlc]+$/.test(texts[0]?.toLowerCase() ?? "")) return "section";
    const alone = !identified || (texts[0]?.length ?? 0) > 90;
    if (alone) return own.length > 0 && !afterTotal && filled > 1 ? "data" : "note";
  }
  // "I | Khu vực KCN Nomura": the number stands in a cell of its own.
  if (texts.length === 2 && /^([IVXLC]+|[A-H])\.?$/.test(texts[0] ?? "")) return "section";
  if (!identified && mapped.length < 2) return "note";
  if (afterTotal && !identified) return "note";
  return "data";
}

/** Is there, beside the word "total", a text that identifies a row? */
function identifiedBesides(row: FilledRow, layout: Layout, description: TableDescription): boolean {
  return layout.columns.some(({ field, column }) => {
    const known = description.fields.find(({ key }) => key === field);
    const cell = row.cells.get(column);
    return (
      known?.identifies &&
      cell?.kind === "text" &&
      !row.fromLeft.has(column) &&
      !row.fromAbove.has(column) &&
      !totalStart.test(fold(String(cell.value)).trim())
    );
  });
}

/** The words of a section without its number. */
export function sectionText(row: FilledRow): string {
  const texts = distinctTexts(row).filter((text) => !/^([IVXLC]+|[A-H]|\d+)\.?$/.test(text));
  return (texts[0] ?? "").replace(/^([IVXLC]+|[A-H]|\d{1,3})\s*[./)\-–:]\s*/, "").trim();
}
