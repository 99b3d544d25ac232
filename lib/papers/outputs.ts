import { fillWord, stampDraft } from "@/lib/documents/word-template";
import type { Locale } from "@/lib/i18n/paths";
import { annexWord } from "./annex-word";
import { annexWorkbook } from "./annex-workbook";
import { radioScript, socialText } from "./announcements";
import { batchItem } from "./feed";
import { kinds, onlyVietnamese, type PaperKind } from "./kinds";
import { leafletPdf, posterPdf } from "./leaflet";
import { letterValues } from "./letter-fields";
import { builtInLetter } from "./letter-template";
import type { BatchPaper } from "./paper";
import { wordsOf } from "./words";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  xml: "application/rss+xml; charset=utf-8",
} as const;

type Content = Uint8Array<ArrayBuffer> | string;
export type PaperFile = { name: string; type: string; content: Content };
type Make = (paper: BatchPaper, locale: Locale, letterTemplate: Uint8Array | null) => Content | Promise<Content>;

const stamped = (paper: BatchPaper, word: Uint8Array<ArrayBuffer>) =>
  paper.draft ? stampDraft(word, wordsOf("vi").say("draftStamp")) : word;

const makers: Record<PaperKind, Make> = {
  letter: async (paper, _, template) =>
    stamped(paper, fillWord(template ?? (await builtInLetter()), letterValues(paper))),
  "annex-word": async (paper) => stamped(paper, await annexWord(paper)),
  "annex-excel": annexWorkbook,
  leaflet: leafletPdf,
  poster: posterPdf,
  social: socialText,
  radio: radioScript,
  rss: ({ batch, totals, portal, draft }, locale) =>
    batchItem({ ...batch, ...totals, publishedAt: null }, locale, portal, draft),
};

/**
 * One of the papers of a batch as a file. `letterTemplate`: the template to fill, null for the one that the portal brings
 * along. Throws `TemplateBroken` when it cannot be filled.
 */
export async function makePaper(
  kind: PaperKind,
  paper: BatchPaper,
  locale: Locale,
  letterTemplate: Uint8Array | null = null,
): Promise<PaperFile> {
  const { file, extension } = kinds[kind];
  const { no, year } = paper.batch;
  const language = onlyVietnamese(kind) || locale === "vi" ? "" : `-${locale}`;
  return {
    name: `${paper.draft ? "ban-thao-" : ""}${file}-dot-${no}-${year}${language}.${extension}`,
    type: types[extension],
    content: await makers[kind](paper, locale, letterTemplate),
  };
}
