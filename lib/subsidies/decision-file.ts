import { formatDay } from "@/lib/core/day";
import type { StreamedColumn, StreamedValue } from "@/lib/documents/streamed-workbook";
import { type GridColumn, grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { stampDraft } from "@/lib/documents/word-template";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { bodyText, centred, letterfoot, letterhead, paperTitle } from "@/lib/papers/letterhead";
import { wordsOf } from "@/lib/papers/words";
import { type DecisionLetter, decisionWords, toldPersons } from "./decision-letter";

const persons: GridColumn[] = [
  { label: "STT", width: 6, align: "center" },
  { label: "Họ và tên", width: 20 },
  { label: "Ngày sinh", width: 12, align: "center" },
  { label: "Đơn vị, hồ sơ", width: 22 },
];

/** The decision as a Word file, its annex on a page of its own. Without a number it is stamped as a draft. */
export async function decisionWord(letter: DecisionLetter): Promise<Uint8Array<ArrayBuffer>> {
  const words = decisionWords(letter);
  const { accepted, refused } = words;
  const part = (text: string) => paragraph(text, { bold: true, keepNext: true, before: 12, after: 6 });
  const written = await wordFile({
    title: words.subject,
    children: [
      letterhead({ number: words.number, dated: words.dated }),
      ...paperTitle("QUYẾT ĐỊNH", words.subject),
      paragraph("TRƯỞNG BAN QUẢN LÝ KHU KINH TẾ HẢI PHÒNG", { ...centred, bold: true, before: 12, after: 6 }),
      ...words.bases.map((text) => paragraph(text, { ...bodyText, italic: true })),
      paragraph("QUYẾT ĐỊNH:", { ...centred, size: 14, bold: true, before: 12, after: 6 }),
      ...words.articles.map((text) => paragraph(text, bodyText)),
      ...words.remarks.map((text) => paragraph(text, { ...bodyText, bold: true })),
      letterfoot({
        recipients: [`Như Điều ${words.articles.length};`, "Lãnh đạo Ban (để báo cáo);", "Lưu: VT, P.QLLĐ."],
        title: letter.signerTitle ?? "TRƯỞNG BAN",
        name: letter.signerName,
      }),
      paragraph("PHỤ LỤC", { ...centred, size: 14, bold: true, newPage: true }),
      paragraph(words.annexTo, { ...centred, italic: true, after: 6 }),
      ...(accepted.length > 0
        ? [
            part("I. Người được hỗ trợ"),
            grid({
              columns: [
                ...persons,
                { label: "Cách tính", width: 26 },
                { label: "Số tiền (đồng)", width: 14, align: "right" },
              ],
              foot: ["", "Cộng", "", "", "", words.totalShown],
              width: textWidth,
            }),
            ...words.remarks.map((text) => paragraph(text, { size: 11, bold: true, before: 6 })),
          ]
        : []),
      ...(refused.length > 0
        ? [
            part(`${accepted.length > 0 ? "II" : "I"}. Người không được hỗ trợ`),
            grid({
              columns: [...persons, { label: "Lý do", width: 22 }, { label: "Căn cứ", width: 18 }],
              width: textWidth,
            }),
          ]
        : []),
    ],
  });
  // Each call fills the first table that is still to be filled.
  const filled = [accepted, refused].filter((rows) => rows.length > 0).reduce(repeatRow, written);
  return letter.number === null ? stampDraft(filled, wordsOf("vi").say("draftStamp")) : filled;
}

/** The persons of a decision as the sheet of a workbook: amounts are numbers, the last row is their sum. */
export function decisionSheet(
  letter: DecisionLetter,
  locale: Locale,
): { name: string; columns: StreamedColumn[]; rows: StreamedValue[][] } {
  const { dossiers, dossierReview: words } = messages[locale];
  const told = toldPersons(letter, locale);
  const { sheet } = dossiers;
  return {
    name: words.letter.title,
    columns: [
      { label: sheet.position, width: 6 },
      { label: words.dossier, width: 16 },
      { label: words.letter.organisation, width: 40 },
      { label: sheet.name, width: 28 },
      { label: sheet.birth, width: 12 },
      { label: words.decisionLabel, width: 16 },
      { label: sheet.formula, width: 60 },
      { label: words.reason, width: 40 },
      { label: words.letter.clause, width: 40 },
      { label: words.letter.remark, width: 24 },
      { label: sheet.amount, width: 16 },
    ],
    rows: [
      ...told.map((one, at): StreamedValue[] => [
        ...[at + 1, one.dossier.code, one.dossier.organisation, one.fullName, formatDay(one.birthDate)],
        ...[words.decision[one.decision], one.formulas.join("; "), one.reason, one.clause],
        ...[one.unverified ? words.letter.unverified : null, one.amount],
      ]),
      [
        ...[null, sheet.total, null, null, null, null, null, null, null, null],
        told.reduce((sum, { amount }) => sum + amount, 0),
      ],
    ],
  };
}
