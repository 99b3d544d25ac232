import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyVacancy } from "./schema";
import { wordingOf } from "./wording";

const saying = (descriptionVi: string) => ({ ...emptyVacancy(1), descriptionVi });
const asksForMoney = (text: string) => wordingOf(saying(text)).fees.length > 0;
const shutsOut = (text: string) => wordingOf(saying(text)).exclusions.length > 0;

describe("asking an applicant for money", () => {
  it.each([
    "Nộp phí hồ sơ 200.000 đồng khi phỏng vấn",
    "NỘP LỆ PHÍ TRƯỚC KHI NHẬN VIỆC",
    "Đặt  cọc\ntiền đồng phục 500.000",
    "Ứng viên chuyển khoản trước tiền cà phê cho người dẫn",
    "Hồ sơ không trả lại. Lệ phí 50.000 đồng",
    "Kinh nghiệm: không. Nộp phí hồ sơ 100.000",
    "Hồ sơ không trả lại lệ phí",
    "Không thu phí hồ sơ nhưng ứng viên đặt cọc 1 triệu",
    "Applicants pay a deposit of 500,000",
    "Nộp phí hồ sơ".normalize("NFD"),
  ])("is seen: %s", (text) => expect(asksForMoney(text)).toBe(true));

  it.each([
    "Không thu phí",
    "Không thu phí hồ sơ",
    "KHÔNG THU BẤT KỲ KHOẢN PHÍ TUYỂN DỤNG NÀO",
    "Ứng viên không phải đặt cọc, nộp lệ phí",
    "Miễn phí hồ sơ",
    "Không mất lệ phí".normalize("NFD"),
    "We do not charge any application fee",
    "No deposit",
    "Phí bảo hiểm do công ty trả",
    "Làm việc tại quầy cà phê",
  ])("is not seen in: %s", (text) => expect(asksForMoney(text)).toBe(false));

  it("is named with its field and the words", () => {
    const content = { ...emptyVacancy(1), requirementsVi: "Đặt cọc 1 triệu", allowancesEn: "deposit returned later" };
    expect(wordingOf(content).fees).toEqual([
      { field: "requirementsVi", word: "dat coc" },
      { field: "allowancesEn", word: "deposit" },
    ]);
  });
});

describe("shutting people out", () => {
  it.each([
    "Chỉ tuyển nữ",
    "CHƯA KẾT HÔN",
    "cam kết không sinh con trong 2 năm",
    "Males only",
    "Ngoại hình ưa nhìn".normalize("NFD"),
  ])("is seen: %s", (text) => expect(shutsOut(text)).toBe(true));

  it.each(["Tuyển nam, nữ", "Không yêu cầu kinh nghiệm", "Nhận cả người khuyết tật"])("is not seen in: %s", (text) =>
    expect(shutsOut(text)).toBe(false),
  );
});

it("takes any text without breaking, and reads capitals and NFD alike", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const seen = asksForMoney(text);
      expect(asksForMoney(text.normalize("NFD"))).toBe(seen);
    }),
  );
});
