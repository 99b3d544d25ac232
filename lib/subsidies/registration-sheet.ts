import { formatDay } from "@/lib/core/day";
import { type Content, ink, mm, pdfFile, qrPicture } from "@/lib/documents/pdf";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";

export type RegistrationSheet = {
  organisation: string;
  /** Whom it is for, in words. */
  people: string;
  /** The whole address that the code leads to. */
  address: string;
  closesOn: string | null;
};

/** A4, one page, for a notice board: what it is, the code read from two metres, the way without a camera, no fee. */
export function registrationSheet(sheet: RegistrationSheet, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const say = wordsIn(locale, messages[locale].registration.sheet);
  const text = (content: string, fontSize: number, more: object = {}): Content => ({
    text: content,
    fontSize,
    lineHeight: 1.2,
    ...more,
  });
  const side = 20 * mm;
  const page = { width: 210 * mm, band: 62 * mm };
  return pdfFile({
    pageSize: "A4",
    pageMargins: [side, 16 * mm, side, 16 * mm],
    info: { title: say("title"), author: messages[locale].common.authority },
    background: () => ({ canvas: [{ type: "rect", x: 0, y: 0, w: page.width, h: page.band, color: ink.deep }] }),
    content: [
      text(sheet.organisation, 15, { color: "#ffffff" }),
      text(say("title"), 30, { color: "#ffffff", bold: true, margin: [0, 4, 0, 0] }),
      text(sheet.people, 15, { color: "#ffffff" }),
      text(say("lead"), 15, { absolutePosition: { x: side, y: page.band + 10 * mm } }),
      { ...qrPicture(sheet.address, 95 * mm), absolutePosition: { x: (page.width - 95 * mm) / 2, y: 96 * mm } },
      {
        absolutePosition: { x: side, y: 200 * mm },
        stack: [
          text(say("scan"), 17, { bold: true, alignment: "center" }),
          text(sheet.address.replace(/^https?:\/\//, ""), 13, { alignment: "center", margin: [0, 4, 0, 10] }),
          text(say("need"), 13),
          ...(sheet.closesOn === null ? [] : [text(say("until", { day: formatDay(sheet.closesOn) }), 13)]),
          text(say("data"), 11, { color: ink.quiet, margin: [0, 8, 0, 0] }),
          text(say("free"), 13, { bold: true, color: ink.hot, margin: [0, 8, 0, 0] }),
        ],
      },
    ],
  });
}
