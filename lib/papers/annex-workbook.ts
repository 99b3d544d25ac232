import { printedWorkbook } from "@/lib/documents/workbook";
import type { Locale } from "@/lib/i18n/paths";
import { annexOf } from "./annex";
import type { BatchPaper } from "./paper";
import { wordsOf } from "./words";

/** The annex of a batch as an Excel workbook, numbers as numbers. */
export function annexWorkbook(paper: BatchPaper, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const annex = annexOf(paper, locale);
  const { say, authority } = wordsOf(locale);
  return printedWorkbook({
    name: say("annex"),
    titles: [authority, ...annex.titles.slice(1)],
    columns: annex.columns,
    rows: annex.rows,
    foot: annex.foot,
    notes: [annex.note],
    header: paper.draft ? say("draft") : "",
  });
}
