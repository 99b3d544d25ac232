import { z } from "zod";
import { type Day, formatDay, isDay } from "@/lib/core/day";
import type { FieldNames } from "@/lib/documents/template-check";
import { grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { type FieldValues, fillWord } from "@/lib/documents/word-template";
import { bodyText, letterfoot, letterOpening } from "@/lib/papers/letterhead";

/** What an official letter says of one report, kept with the letter. */
export const saidOfReport = z.object({
  organisation: z.string(),
  taxCode: z.string().nullable(),
  park: z.string().nullable(),
  obligation: z.string(),
  citation: z.string(),
  slot: z.string(),
  dueOn: z.string().refine(isDay),
  daysLate: z.number().int(),
  coversFrom: z.string().refine(isDay),
  coversTo: z.string().refine(isDay),
  /** By when the letter asks for it. */
  answerBy: z.string().refine(isDay).optional(),
});
export type SaidOfReport = z.output<typeof saidOfReport>;

export type LateLetter = {
  number: string;
  issuedOn: Day;
  subject: string;
  signerTitle: string | null;
  signerName: string | null;
  reports: readonly SaidOfReport[];
};

/** Trích yếu of a letter about late reports. */
export const lateSubject = (obligation: string): string => `đôn đốc nộp ${obligation}`.slice(0, 300);

/** So many addressees stand in the head; more are named in the list only. */
const addresseesShown = 4;

/** What the letter's template may ask for; names are Vietnamese, as officers type them into Word. */
export const lateLetterFields = {
  so_ky_hieu: null,
  ngay: null,
  thang: null,
  nam: null,
  trich_yeu: null,
  kinh_gui: { ten: null },
  ten_bao_cao: null,
  can_cu: null,
  ky_tu_ngay: null,
  ky_den_ngay: null,
  so_don_vi: null,
  nop_truoc_ngay: null,
  danh_sach: { stt: null, ten: null, ma_so_thue: null, khu: null, han_nop: null, so_ngay: null },
  chuc_vu_ky: null,
  nguoi_ky: null,
} as const satisfies FieldNames;

/** The letter's template: Công văn by NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5. */
function template(): Promise<Uint8Array<ArrayBuffer>> {
  return wordFile({
    title: "Công văn đôn đốc nộp báo cáo",
    rows: [["{#danh_sach}{stt}", "{ten}", "{ma_so_thue}", "{khu}", "{han_nop}", "{so_ngay}{/danh_sach}"]],
    children: [
      ...letterOpening(),
      paragraph(
        "Căn cứ {can_cu}, các đơn vị có trách nhiệm nộp {ten_bao_cao} (kỳ từ ngày {ky_tu_ngay} đến ngày {ky_den_ngay}) cho Ban Quản lý Khu kinh tế Hải Phòng (Ban Quản lý).",
        { ...bodyText, before: 12 },
      ),
      paragraph(
        "Đến nay, Ban Quản lý chưa nhận được báo cáo của {so_don_vi} đơn vị có tên trong danh sách dưới đây. Ban Quản lý đề nghị các đơn vị nộp báo cáo trước ngày {nop_truoc_ngay} trên Cổng lao động HezaWorks; nếu có vướng mắc, xin liên hệ Phòng Quản lý Lao động để được hướng dẫn.",
        bodyText,
      ),
      paragraph("Danh sách đơn vị chưa nộp báo cáo", { size: 13, bold: true, align: "center", before: 10, after: 6 }),
      grid({
        width: textWidth,
        size: 11,
        columns: [
          { label: "STT", width: 6, align: "center" },
          { label: "Đơn vị", width: 38 },
          { label: "Mã số thuế", width: 16 },
          { label: "Khu công nghiệp", width: 18 },
          { label: "Hạn nộp", width: 13, align: "center" },
          { label: "Số ngày quá hạn", width: 9, align: "right" },
        ],
      }),
      paragraph("Đề nghị các đơn vị nghiêm túc thực hiện./.", { ...bodyText, before: 10, after: 12 }),
      letterfoot({
        recipients: ["Như trên;", "Lãnh đạo Ban (để báo cáo);", "Lưu: P.QLLĐ, VP."],
        title: "{chuc_vu_ky}",
        name: "{nguoi_ky}",
      }),
    ],
  });
}

/** The values of a letter; Vietnamese, as letters are. */
export function lateLetterValues(letter: LateLetter): Record<keyof typeof lateLetterFields, FieldValues[string]> {
  const { reports, issuedOn } = letter;
  const [first] = reports;
  const [year = "", month = "", date = ""] = issuedOn.split("-");
  return {
    so_ky_hieu: letter.number,
    ngay: date,
    // Months 1 and 2 take a zero before them, as days below 10 do (NĐ 30/2020, Phụ lục I).
    thang: Number(month) > 2 ? String(Number(month)) : month,
    nam: year,
    trich_yeu: letter.subject,
    kinh_gui:
      reports.length <= addresseesShown
        ? reports.map(({ organisation }, at) => ({ ten: `${organisation}${at === reports.length - 1 ? "." : ";"}` }))
        : [{ ten: "Các đơn vị có tên trong danh sách dưới đây." }],
    ten_bao_cao: first?.obligation ?? "",
    can_cu: first?.citation ?? "",
    ky_tu_ngay: first ? formatDay(first.coversFrom) : "",
    ky_den_ngay: first ? formatDay(first.coversTo) : "",
    so_don_vi: String(reports.length).padStart(2, "0"),
    nop_truoc_ngay: first?.answerBy ? formatDay(first.answerBy) : "",
    danh_sach: reports.map((one, at) => ({
      stt: String(at + 1),
      ten: one.organisation,
      ma_so_thue: one.taxCode ?? "",
      khu: one.park ?? "",
      han_nop: formatDay(one.dueOn),
      so_ngay: String(one.daysLate),
    })),
    chuc_vu_ky: letter.signerTitle ?? "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN",
    nguoi_ky: letter.signerName ?? "",
  };
}

/** The letter as a Word file: the template that the portal brings along, filled. */
export const lateLetterFile = async (letter: LateLetter): Promise<Uint8Array<ArrayBuffer>> =>
  fillWord(await template(), lateLetterValues(letter));
