import { type Day, formatDay } from "@/lib/core/day";
import { inVietnameseWords } from "@/lib/core/number-words";
import { paragraph, wordFile } from "@/lib/documents/word";
import { stampDraft } from "@/lib/documents/word-template";
import { bodyText, letterfoot, letterhead } from "@/lib/papers/letterhead";
import { wordsOf } from "@/lib/papers/words";

/** What a demand for money says. */
export type Demand = {
  applicant: string;
  dossier: string;
  fullName: string;
  paid: number;
  amount: number;
  returned: number;
  finding: string;
  basis: string;
  decidedOn: Day;
};

const dong = (amount: number) => `${new Intl.NumberFormat("vi-VN").format(amount)} đồng`;

/**
 * The letter by which money is asked back, in Word, in the form of Nghị định 30/2020/NĐ-CP. Number and signer are left free
 * and it is stamped as a draft: the office numbers it in the register of documents.
 */
export async function demandLetter(demand: Demand): Promise<Uint8Array<ArrayBuffer>> {
  const rest = demand.amount - demand.returned;
  const texts = [
    `Kính gửi: ${demand.applicant}.`,
    `Căn cứ ${demand.basis};`,
    `Căn cứ kết quả kiểm tra sau chi được lãnh đạo Ban kết luận ngày ${formatDay(demand.decidedOn)} đối với hồ sơ hỗ trợ đào tạo số ${demand.dossier},`,
    `Ban Quản lý Khu kinh tế Hải Phòng thông báo: người học ${demand.fullName} đã được chi ${dong(demand.paid)}. Kết quả kiểm tra: ${demand.finding}`,
    `Đề nghị đơn vị hoàn trả ${dong(demand.amount)} (bằng chữ: ${inVietnameseWords(demand.amount)} đồng).`,
    ...(demand.returned > 0 ? [`Đã hoàn trả ${dong(demand.returned)}; còn phải hoàn trả ${dong(rest)}.`] : []),
    "Đề nghị đơn vị ghi số hồ sơ nêu trên trong nội dung chuyển tiền và gửi chứng từ về Ban để theo dõi. Trân trọng./.",
  ];
  const written = await wordFile({
    title: `Hoàn trả kinh phí hỗ trợ, hồ sơ ${demand.dossier}`,
    children: [
      letterhead({
        number: "…………/BQL-VP",
        dated: "ngày …… tháng …… năm ………",
        about: `hoàn trả kinh phí hỗ trợ đào tạo, hồ sơ ${demand.dossier}`,
      }),
      ...texts.map((text) => paragraph(text, bodyText)),
      letterfoot({
        recipients: ["Như trên;", "Lãnh đạo Ban (để báo cáo);", "Lưu: VT, VP."],
        title: "TRƯỞNG BAN",
      }),
    ],
  });
  return stampDraft(written, wordsOf("vi").say("draftStamp"));
}
