import { paragraph, wordFile } from "@/lib/documents/word";
import { bodyText, letterfoot, letterhead } from "./letterhead";

/**
 * The official letter that the portal brings along, as a template like any other: Công văn by NĐ 30/2020/NĐ-CP, Phụ lục
 * III, Mẫu 1.5. Officers download it, change it in Word and upload it as their own version.
 */
export function builtInLetter(): Promise<Uint8Array<ArrayBuffer>> {
  return wordFile({
    title: "Công văn về nhu cầu tuyển dụng lao động",
    children: [
      letterhead({
        number: "{so_ky_hieu}",
        dated: "ngày {ngay} tháng {thang} năm {nam}",
        about:
          "thông tin nhu cầu tuyển dụng lao động của các doanh nghiệp trong khu công nghiệp, khu kinh tế (đợt {so_dot} tháng {thang_dot}/{nam_dot})",
      }),
      paragraph("Kính gửi:", { size: 13, before: 18, after: 3, align: "left", indent: true }),
      ...[
        "Sở Nội vụ thành phố Hải Phòng;",
        "Cổng Thông tin điện tử thành phố; các cơ quan báo chí, phát thanh, truyền hình thành phố;",
        "Ủy ban nhân dân các xã, phường, đặc khu;",
        "Bộ Chỉ huy quân sự thành phố; Thành đoàn Hải Phòng;",
        "Các trung tâm dịch vụ việc làm trên địa bàn thành phố.",
      ].map((name) => paragraph(`- ${name}`, { size: 13, align: "both", indent: true })),
      paragraph(
        "Thực hiện nhiệm vụ hỗ trợ doanh nghiệp tuyển dụng lao động, Ban Quản lý Khu kinh tế Hải Phòng (Ban Quản lý) đã tổng hợp nhu cầu tuyển dụng của các doanh nghiệp trong khu công nghiệp, khu kinh tế trên địa bàn thành phố. {dot}, có {tong_doanh_nghiep} doanh nghiệp tại {tong_khu} khu có nhu cầu tuyển dụng {tong_lao_dong} lao động ({tong_lao_dong_bang_chu} người) cho {tong_vi_tri} vị trí, số liệu tính đến ngày {ngay_so_lieu}, cụ thể:",
        { ...bodyText, before: 12 },
      ),
      paragraph("1. Theo nhóm vị trí việc làm", { ...bodyText, bold: true, keepNext: true }),
      paragraph("{#nhom_vi_tri}", bodyText),
      paragraph("- {ten}: {so_luong} người;", { ...bodyText, before: 2 }),
      paragraph("{/nhom_vi_tri}", bodyText),
      paragraph("2. Theo trình độ", { ...bodyText, bold: true, keepNext: true }),
      paragraph("{#trinh_do}", bodyText),
      paragraph("- {ten}: {so_luong} người;", { ...bodyText, before: 2 }),
      paragraph("{/trinh_do}", bodyText),
      paragraph(
        "(Bảng chi tiết nhu cầu tuyển dụng lao động của các doanh nghiệp gửi kèm theo. Danh sách được cập nhật tại {dia_chi_trang}.)",
        { ...bodyText, italic: true, align: "left" },
      ),
      paragraph(
        "Ban Quản lý trân trọng đề nghị các cơ quan, đơn vị, địa phương thông tin, tuyên truyền rộng rãi nội dung trên tới người lao động. Người lao động ứng tuyển trực tiếp với doanh nghiệp và không phải nộp bất kỳ khoản phí nào.",
        bodyText,
      ),
      paragraph("Ban Quản lý trân trọng cảm ơn sự phối hợp của các cơ quan, đơn vị, địa phương./.", {
        ...bodyText,
        after: 12,
      }),
      letterfoot({
        recipients: ["Như trên;", "Lãnh đạo Ban (để báo cáo);", "Cổng TTĐT, Eheza;", "Lưu: P.QLLĐ, VP."],
        title: "{chuc_vu_ky}",
        name: "{nguoi_ky}",
      }),
    ],
  });
}
