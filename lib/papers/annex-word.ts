import { formatCount } from "@/lib/core/money";
import { grid, landscapeWidth, paragraph, wordFile } from "@/lib/documents/word";
import { annexOf } from "./annex";
import type { BatchPaper } from "./paper";

/** Requirements are cut here: a page holds a dozen rows, and the whole text stands in Excel and on the portal. */
const longest = 90;

const written = (values: readonly (string | number | null)[]): string[] =>
  values.map((value) => (typeof value === "number" ? formatCount(value, "vi") : (value ?? "")));

/** The annex of a batch's letter as a Word file that lies, in the form of NĐ 30/2020/NĐ-CP. Annexes are Vietnamese. */
export function annexWord(paper: BatchPaper): Promise<Uint8Array<ArrayBuffer>> {
  const annex = annexOf(paper, "vi", longest);
  const [name = "", title = "", source = ""] = annex.titles;
  const centred = { align: "center", size: 14 } as const;
  return wordFile({
    title,
    landscape: true,
    rows: annex.rows.map(written),
    children: [
      paragraph(name, { ...centred, bold: true }),
      paragraph(title, { ...centred, bold: true }),
      paragraph(source, { ...centred, italic: true, after: 8 }),
      grid({
        columns: annex.columns,
        foot: written(annex.foot),
        width: landscapeWidth,
        size: 8,
      }),
      paragraph(annex.note, { size: 11, italic: true, before: 6 }),
    ],
  });
}
