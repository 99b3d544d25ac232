import { paragraph, sideBySide, textWidth } from "@/lib/documents/word";

const left = Math.round(textWidth * 0.42);
const right = textWidth - left;

/** Styles that the Authority's papers share (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const centred = { align: "center" } as const;
export const bodyText = { align: "both", indent: true, before: 6 } as const;

/**
 * The head of a paper of the Authority by NĐ 30/2020/NĐ-CP, Phụ lục I: who issues it, its number, the country's name and
 * motto, place and day. `about` is the "V/v" of an official letter; `issuer` another body that writes to the Authority.
 */
export const letterhead = (paper: { number: string; dated: string; about?: string; issuer?: string }) =>
  sideBySide([
    {
      width: left,
      children: [
        ...(paper.issuer
          ? [paragraph(paper.issuer.toLocaleUpperCase("vi"), { ...centred, size: 12, bold: true })]
          : [
              paragraph("UBND THÀNH PHỐ HẢI PHÒNG", { ...centred, size: 12 }),
              paragraph("BAN QUẢN LÝ\nKHU KINH TẾ HẢI PHÒNG", { ...centred, size: 12, bold: true }),
            ]),
        paragraph("", { ...centred, size: 2, rule: { length: 1400, within: left } }),
        paragraph(`Số: ${paper.number}`, { ...centred, before: 6 }),
        ...(paper.about ? [paragraph(`V/v ${paper.about}`, { ...centred, size: 12, before: 6 })] : []),
      ],
    },
    {
      width: right,
      children: [
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...centred, size: 12, bold: true }),
        paragraph("Độc lập - Tự do - Hạnh phúc", { ...centred, bold: true, rule: { length: 3750, within: right } }),
        paragraph(`Hải Phòng, ${paper.dated}`, { ...centred, italic: true, before: 6 }),
      ],
    },
  ]);

/** How a letter's template opens: the head with its fields, and a line for each whom it is written to. */
export const letterOpening = () => [
  letterhead({
    number: "{so_ky_hieu}",
    dated: "ngày {ngay} tháng {thang} năm {nam}",
    about: "{trich_yeu}",
  }),
  paragraph("Kính gửi:", { size: 13, before: 18, after: 3, indent: true }),
  paragraph("{#kinh_gui}", { size: 13, indent: true }),
  paragraph("- {ten}", { size: 13, indent: true }),
  paragraph("{/kinh_gui}", { size: 13, indent: true }),
];

/** The foot of a paper: who gets it, who signs it; a name that is not known yet leaves its line free. */
export const letterfoot = (paper: { recipients: readonly string[]; title: string; name?: string | null }) =>
  sideBySide([
    {
      width: left,
      children: [
        paragraph("Nơi nhận:", { size: 12, bold: true, italic: true, before: 12 }),
        ...paper.recipients.map((text) => paragraph(`- ${text}`, { size: 11 })),
      ],
    },
    {
      width: right,
      children: [
        paragraph(paper.title, { ...centred, bold: true, before: 12, after: 70 }),
        paragraph(paper.name ?? " ", { ...centred, bold: true }),
      ],
    },
  ]);

/** The title of a report or decision, with the short rule below it. */
export const paperTitle = (kind: string, subject: string) => [
  paragraph(kind, { ...centred, size: 14, bold: true, before: 18 }),
  paragraph(subject, { ...centred, size: 14, bold: true }),
  paragraph("", { ...centred, size: 2, rule: { length: 1800, within: textWidth } }),
];
