import { describe, expect, it } from "vitest";
import { emptyVacancy } from "./schema";
import { discriminatoryWords, feeWords } from "./wording";

const saying = (requirementsVi: string) => ({ ...emptyVacancy(1), requirementsVi });

describe("words of charging an applicant", () => {
  it("are quoted as they were written, however they were typed", () => {
    expect(feeWords(saying("Người lao động ĐẶT CỌC 500.000 đồng."))).toEqual([
      { field: "requirementsVi", word: "ĐẶT CỌC" },
    ]);
    expect(feeWords(saying("nộp phí hồ sơ".normalize("NFD"))).map((hit) => hit.word)).toEqual(["phí hồ sơ", "nộp phí"]);
    expect(feeWords(saying("dat coc tien dong phuc")).map((hit) => hit.word)).toEqual(["dat coc"]);
  });

  it("are none where the fee is denied", () => {
    for (const text of [
      "Không thu phí của người xin việc.",
      "Miễn phí hồ sơ, không đặt cọc.",
      "Không mất phí tuyển dụng.",
      "No recruitment fee.",
      "Cà phê miễn phí ở nhà ăn.",
    ])
      expect(feeWords(saying(text)), text).toEqual([]);
  });

  it("are seen where one is denied and another is asked", () => {
    expect(feeWords(saying("Không thu phí hồ sơ nhưng phải đặt cọc thẻ.")).map((hit) => hit.word)).toContain("đặt cọc");
  });

  it("are whole words only", () => {
    expect(feeWords(saying("Làm việc tại bộ phận phí hồ sơn"))).toEqual([]);
  });
});

describe("words that shut people out", () => {
  it("are found in any field that an applicant reads", () => {
    const content = {
      ...emptyVacancy(1),
      titleVi: "Công nhân (chỉ tuyển nữ)",
      requirementsEn: "Unmarried, females only",
    };
    expect(discriminatoryWords(content)).toEqual([
      { field: "titleVi", word: "chỉ tuyển nữ" },
      { field: "requirementsEn", word: "females only" },
      { field: "requirementsEn", word: "Unmarried" },
    ]);
  });

  it("are none in fair wording", () => {
    expect(discriminatoryWords(saying("Nam, nữ từ đủ 18 tuổi; nhận cả người khuyết tật."))).toEqual([]);
  });
});
