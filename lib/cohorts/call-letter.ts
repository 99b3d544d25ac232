import { type Day, formatDay } from "@/lib/core/day";
import { grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { type FieldValues, fillWord } from "@/lib/documents/word-template";
import { usualSigner } from "@/lib/papers/letter-fields";
import { bodyText, letterfoot, letterOpening } from "@/lib/papers/letterhead";
import type { CallLetter } from "./call-schema";

/** The letter of a call: to all schools that it asks, or to one of them. */
export type SchoolLetter = CallLetter & {
  /** Null: not numbered yet; its place and the day are left to be written. */
  numbered: { number: string; issuedOn: Day } | null;
  year: number;
  dueOn: Day;
  /** Whom it asks: every school of the register, or these. */
  all: boolean;
  schools: readonly string[];
  /** Own questions of the call. */
  questions: readonly string[];
};

const blank = "      ";
/** So many addressees stand in the head; more are named in the list only. */
const addresseesShown = 4;

const small = { ...bodyText, before: 4 };

/** Công văn by NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5, in the words of the Authority's letter to schools of March 2023. */
const template = ({ questions, listed }: { questions: boolean; listed: boolean }) =>
  wordFile({
    title: "Công văn đề nghị cung cấp thông tin đào tạo",
    ...(listed && { rows: [["{#danh_sach}{stt}", "{ten}{/danh_sach}"]] }),
    children: [
      ...letterOpening(),
      paragraph(
        "Thực hiện Nghị quyết số 06-NQ/TU ngày 07/4/2022 của Ban Thường vụ Thành uỷ; thực hiện chỉ đạo của Uỷ ban nhân dân thành phố Hải Phòng; công tác phối hợp của Ban Quản lý Khu kinh tế Hải Phòng (Ban quản lý), các trường đại học, các trường cao đẳng, trung cấp và các doanh nghiệp trong Khu công nghiệp (KCN), Khu kinh tế (KKT) về nâng cao chất lượng đào tạo người lao động. Nhằm cung ứng nguồn lao động chất lượng cao, nguồn lao động cho các dự án, doanh nghiệp, góp phần nâng cao chỉ số cạnh tranh và thu hút đầu tư, Ban quản lý trân trọng cảm ơn các trường đã phối kết hợp cung cấp thông tin cho Ban quản lý và các doanh nghiệp, và đề nghị các trường cung cấp thông tin năm {nam_so_lieu} với các nội dung như sau:",
        { ...bodyText, before: 12 },
      ),
      ...[
        "1. Số lượng sinh viên hằng năm đang được đào tạo, số lượng sinh viên dự kiến đào tạo.",
        "2. Số lượng sinh viên đang được đào tạo năm thứ 1, 2, 3, 4; công tác phối hợp thực tập sinh tại các doanh nghiệp và số lượng sinh viên thực tập trong KCN, KKT.",
        "3. Nội dung đào tạo theo ngành (ví dụ: ngành điện, điện tử, cơ khí…); khả năng hợp tác các trường Quốc tế để đào tạo tính chuyên ngành; đào tạo và đào tạo nâng cấp các kỹ sư, lao động kỹ thuật có phân bậc tay nghề không (ví dụ: Bậc 1, Bậc 2, Bậc 3…).",
        "4. Nêu thực trạng và khó khăn, vướng mắc trong quá trình đào tạo.",
        "5. Trên cơ sở gợi ý trên, Ban quản lý trân trọng đề nghị các trường cung cấp thông tin, cùng triển khai phối hợp, cập nhật để trao đổi các ý kiến và tiêu chí của các doanh nghiệp cần tuyển dụng và đào tạo lao động nhằm cung cấp các nguồn lao động có chất lượng phục vụ cho sản xuất kinh doanh theo định hướng của thành phố.",
      ].map((text) => paragraph(text, small)),
      ...(questions
        ? [
            paragraph("6. Nội dung riêng của đợt này:", { ...small, keepNext: true }),
            paragraph("{#cau_hoi}", small),
            paragraph("- {noi_dung}", small),
            paragraph("{/cau_hoi}", small),
          ]
        : []),
      paragraph(
        "Đề nghị các trường trả lời trên Cổng lao động HezaWorks trước hết ngày {han_tra_loi}. Các trường cung cấp đầu mối liên hệ (gồm: Họ tên, chức danh, số điện thoại) gửi về Ban Quản lý Khu kinh tế Hải Phòng{thong_qua}.",
        { ...bodyText, before: 8 },
      ),
      ...(listed
        ? [
            paragraph("Danh sách các trường", { size: 13, bold: true, align: "center", before: 10, after: 6 }),
            grid({
              width: textWidth,
              size: 12,
              columns: [
                { label: "STT", width: 10, align: "center" },
                { label: "Trường", width: 90 },
              ],
            }),
          ]
        : []),
      paragraph("Ban quản lý trân trọng cảm ơn sự hợp tác của các trường./.", { ...bodyText, before: 10, after: 12 }),
      letterfoot({
        recipients: ["Như trên;", "Lãnh đạo Ban (để báo cáo);", "Cổng TTĐT, Eheza;", "Lưu: P.QLLĐ, VP/BQL."],
        title: "{chuc_vu_ky}",
        name: "{nguoi_ky}",
      }),
    ],
  });

/** To whom the letter is addressed, each a line. */
function addressees({ all, schools }: Pick<SchoolLetter, "all" | "schools">, school: string | null): string[] {
  if (school !== null) return [`${school}.`];
  if (all) return ["Các trường Đại học, các trường Cao đẳng, Trung cấp, cơ sở giáo dục nghề nghiệp."];
  if (schools.length > addresseesShown) return ["Các trường có tên trong danh sách dưới đây."];
  return schools.map((name, at) => `${name}${at === schools.length - 1 ? "." : ";"}`);
}

/**
 * The letter as a Word file.
 *
 * @param school to whom it goes by name; null: to all that the call asks
 */
export async function schoolLetterFile(letter: SchoolLetter, school: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const { numbered } = letter;
  const listed = school === null && !letter.all && letter.schools.length > addresseesShown;
  const [year, month, date] = numbered?.issuedOn.split("-") ?? [blank, blank, blank];
  const contact = [
    letter.contactName && `thông qua đồng chí ${letter.contactName} – Chuyên viên Phòng Quản lý lao động`,
    letter.contactPhone && `điện thoại: ${letter.contactPhone}`,
  ].filter(Boolean);
  const values: Record<string, FieldValues[string]> = {
    so_ky_hieu: numbered?.number ?? `${blank}/BQL-LĐ`,
    ngay: date ?? blank,
    // Months 1 and 2 take a zero before them, as days below 10 do (NĐ 30/2020, Phụ lục I).
    thang: numbered && Number(month) > 2 ? String(Number(month)) : (month ?? blank),
    nam: year ?? blank,
    trich_yeu: letter.subject,
    kinh_gui: addressees(letter, school).map((ten) => ({ ten })),
    nam_so_lieu: String(letter.year),
    cau_hoi: letter.questions.map((text, at) => ({
      noi_dung: `${text}${at === letter.questions.length - 1 ? "." : ";"}`,
    })),
    han_tra_loi: formatDay(letter.dueOn),
    thong_qua: contact.length ? ` (${contact.join(", ")})` : "",
    danh_sach: letter.schools.map((ten, at) => ({ stt: String(at + 1), ten })),
    chuc_vu_ky: letter.signerTitle ?? usualSigner,
    nguoi_ky: letter.signerName ?? "",
  };
  return fillWord(await template({ questions: letter.questions.length > 0, listed }), values);
}
