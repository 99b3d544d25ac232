import { type Day, dayOf, dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { type ObligationContent, obligationContent } from "@/lib/deadlines/schema";

/** The ladder that the Authority begins with; staff change it for each obligation. */
const usualLadder: ObligationContent["ladder"] = [
  { step: -10, act: "MESSAGE" },
  { step: -3, act: "MESSAGE" },
  { step: 0, act: "MESSAGE" },
  { step: 1, act: "MESSAGE" },
  { step: 5, act: "PHONE" },
  { step: 10, act: "LETTER" },
];

const plan = "Kế hoạch của Ban Quản lý thực hiện Nghị quyết số 03/2024/NQ-HĐND ngày 19/7/2024";
const allEnterprises: ObligationContent["audience"] = {
  kind: "enterprises",
  parks: [],
  countries: [],
  headcountFrom: null,
  headcountTo: null,
};
const yearly = (dates: [day: number, month: number][], before = false): ObligationContent["recurrence"] => ({
  kind: "yearly",
  dates: dates.map(([day, month]) => ({ day, month })),
  before,
});

type Known = { code: string; form: string } & Omit<ObligationContent, "formId" | "dayOffRule" | "ladder">;

/**
 * Obligations that the sources speak of. None is verified: where a source leaves something open, the instructions say
 * what was concluded, and somebody of the Authority must say that it is so.
 */
export const knownObligations: readonly Known[] = [
  {
    code: "bao-cao-tham-gia-dao-tao",
    form: "training-participation",
    nameVi: "Báo cáo người lao động tham gia đào tạo nghề",
    nameEn: "Workers taking part in vocational training",
    instructionsVi:
      "Văn bản ghi các ngày của năm 2024; cổng áp dụng cho mọi năm đến 2030. Cần xác nhận trước khi dùng chính thức.",
    instructionsEn:
      "The document gives the days of 2024; the portal takes them for each year until 2030. To be confirmed before official use.",
    citation: `${plan}, mục IV.A.2`,
    quote:
      "Thực hiện báo cáo đột xuất và định kỳ 6 tháng (15/02/2024), cuối năm (15/9/2024) thống kê báo cáo số lượng người lao động tham gia học tập và hoàn thiện hồ sơ của người lao động gửi tới Ban Quản lý theo đúng quy định.",
    verified: false,
    validFrom: "2024-07-19",
    validTo: "2030-12-31",
    audience: allEnterprises,
    recurrence: yearly([
      [15, 2],
      [15, 9],
    ]),
    opensDaysBefore: 30,
    reviewer: "LABOUR_OFFICER",
  },
  {
    code: "bao-cao-thay-doi-lao-dong",
    form: "labour-change",
    nameVi: "Báo cáo tình hình thay đổi lao động",
    nameEn: "Change of labour",
    instructionsVi: "Mẫu số 01/PLI; cần đối chiếu với biểu mẫu đang có hiệu lực.",
    instructionsEn: "Form 01/PLI; to be compared with the form in force.",
    citation:
      "Nghị định số 145/2020/NĐ-CP, Điều 4 khoản 2 (sửa đổi bởi Nghị định số 35/2022/NĐ-CP, Điều 73), Mẫu số 01/PLI",
    quote: null,
    verified: false,
    validFrom: "2021-02-01",
    validTo: null,
    audience: allEnterprises,
    recurrence: yearly(
      [
        [5, 6],
        [5, 12],
      ],
      true,
    ),
    opensDaysBefore: 30,
    reviewer: "LABOUR_OFFICER",
  },
  {
    code: "nhu-cau-nhan-luc-ky-nang",
    form: "skilled-labour-need",
    nameVi: "Nhu cầu nhân lực có kỹ năng nghề hằng năm",
    nameEn: "Yearly need of skilled labour",
    instructionsVi:
      "Ban Quản lý phải đề xuất nhu cầu hằng năm và hỏi các doanh nghiệp. Văn bản không nêu ngày: 31/10 là ngày dự kiến, cần xác nhận.",
    instructionsEn:
      "The Authority must propose the need each year and asks the enterprises for it. The document names no day: 31/10 is assumed and must be confirmed.",
    citation: "Kế hoạch phát triển giáo dục nghề nghiệp của thành phố giai đoạn 2021–2030, mục V.8",
    quote:
      "Hàng năm, đề xuất yêu cầu, nhu cầu về nhân lực có kỹ năng nghề đối với loại hình doanh nghiệp về Sở Lao động - Thương binh và Xã hội để tổng hợp, làm cơ sở xây dựng kế hoạch phát triển GDNN thành phố hàng năm.",
    verified: false,
    validFrom: "2022-01-01",
    validTo: "2030-12-31",
    audience: allEnterprises,
    recurrence: yearly([[31, 10]]),
    opensDaysBefore: 45,
    reviewer: "LABOUR_OFFICER",
  },
  {
    code: "bao-cao-trung-tam-dich-vu-viec-lam",
    form: "employment-centre",
    nameVi: "Báo cáo định kỳ của Trung tâm Dịch vụ việc làm – Đào tạo – Xúc tiến đầu tư",
    nameEn: "Periodic report of the employment centre",
    instructionsVi:
      "Văn bản ghi “định kỳ”, không nêu kỳ: cổng lấy hằng quý, 10 ngày sau khi quý kết thúc; cần xác nhận.",
    instructionsEn:
      "The document says “periodically” without a period: the portal takes each quarter, 10 days after its end; to be confirmed.",
    citation: `${plan}, mục IV.B.5`,
    quote: "Định kỳ báo cáo tình hình thực hiện về Ban Quản lý.",
    verified: false,
    validFrom: "2024-07-19",
    validTo: "2030-12-31",
    audience: { kind: "units", units: ["EMPLOYMENT_CENTRE"] },
    recurrence: { kind: "quarterly", daysAfter: 10 },
    opensDaysBefore: 20,
    reviewer: "LABOUR_OFFICER",
  },
];

/**
 * Writes the obligations that are not there yet, as drafts: nobody owes anything before somebody of the Authority has
 * looked at them and put them in force. One that is there belongs to staff and is left alone.
 *
 * @param today the day from which the portal would keep them
 */
export async function loadObligations(tx: Tx, today: Day = dayOf(new Date())): Promise<void> {
  const [forms, standing] = await Promise.all([
    tx.reportForm.findMany({ select: { id: true, code: true } }),
    tx.obligation.findMany({ select: { code: true } }),
  ]);
  for (const { code, form, ...rest } of knownObligations) {
    const formId = forms.find((one) => one.code === form)?.id;
    if (formId === undefined || standing.some((one) => one.code === code)) continue;
    const content = obligationContent.parse({ ...rest, formId, dayOffRule: "NEXT_WORKING_DAY", ladder: usualLadder });
    await tx.obligation.create({
      data: {
        ...content,
        code,
        validFrom: dayToDate(content.validFrom),
        validTo: content.validTo && dayToDate(content.validTo),
        keptFrom: dayToDate(today),
      },
    });
  }
}
