import type { Answers } from "@/lib/reports/answers";

/** Code, name, field and level of programmes as the sample's schools teach them; codes as schools write them, unverified. */
const programmes = [
  ["6520227", "Điện công nghiệp", "ELECTRICAL", "COLLEGE"],
  ["6520225", "Điện tử công nghiệp", "ELECTRONICS", "COLLEGE"],
  ["6520263", "Cơ điện tử", "MECHATRONICS", "COLLEGE"],
  ["6520123", "Hàn", "MECHANICAL", "COLLEGE"],
  ["6520121", "Cắt gọt kim loại", "MECHANICAL", "COLLEGE"],
  ["6510216", "Công nghệ ô tô", "AUTOMOTIVE", "COLLEGE"],
  ["6340113", "Logistics", "LOGISTICS", "COLLEGE"],
  ["6480202", "Công nghệ thông tin (ứng dụng phần mềm)", "IT", "COLLEGE"],
  ["5520227", "Điện công nghiệp", "ELECTRICAL", "INTERMEDIATE"],
  ["5520123", "Hàn", "MECHANICAL", "INTERMEDIATE"],
  ["5520205", "Kỹ thuật máy lạnh và điều hòa không khí", "REFRIGERATION", "INTERMEDIATE"],
  ["5540205", "May thời trang", "TEXTILE", "INTERMEDIATE"],
] as const;

/**
 * What a sample school answers for a year. Invented numbers that go on from year to year: who was in year 1 is in year 2
 * the next year, less those who left.
 *
 * @param which 0: the college, 1: the intermediate school
 */
export function sampleSchoolAnswer(which: number, name: string, year: number): Answers {
  const own = programmes.filter(([, , , level]) => (which === 0 ? level === "COLLEGE" : level === "INTERMEDIATE"));
  const long = which === 0 ? 3 : 2;
  /** Who began in a year: grows slowly, differs by programme. */
  const began = (at: number, since: number) => 40 + ((at * 13 + which * 7) % 35) + (since - 2_020) * 3;
  const left = [1, 0.92, 0.86];
  const women = (at: number, count: number) => Math.floor(count * (0.08 + (at % 4) * 0.12));
  const rows = own.map(([code, title, field, level], at) => {
    const years = [1, 2, 3].map((n) => (n > long ? 0 : Math.round(began(at, year - n + 1) * (left[n - 1] ?? 0))));
    return {
      code,
      name: title,
      field,
      level,
      ...Object.fromEntries(
        years.flatMap((count, n) => [
          [`y${n + 1}`, count || null],
          [`w${n + 1}`, count ? women(at, count) : null],
        ]),
      ),
      intake: began(at, year + 1),
      grades: at % 3 === 0 ? ["BAC1", "BAC2", "BAC3"] : [],
      partner: at === 0 && which === 0 ? "Viện đào tạo kỹ thuật Sao Băng (đối tác mẫu)" : null,
      accreditation: at % 2 === 0 ? "NATIONAL" : "SELF",
    };
  });
  const graduating = own.map(([code], at) => {
    const count = Math.round(began(at, year - long + 1) * 0.82);
    return { programme: code, month: 6, year, count, women: women(at, count) };
  });
  return {
    school: name,
    programmes: rows,
    graduates: graduating,
    internships: own.slice(0, 3).map(([code], at) => ({
      programme: code,
      enterprise: `Công ty mẫu tiếp nhận thực tập ${at + 1}`,
      taxCode: null,
      inParks: at < 2 ? "yes" : "no",
      term: "HK2",
      count: 12 + at * 5,
    })),
    cooperation: "Sinh viên năm cuối thực tập hai tháng tại doanh nghiệp trong khu công nghiệp.",
    upgrades: [
      { field: own[0]?.[2] ?? "OTHER", scale: "BAC", grade: 3, workers: 25 },
      { field: own[1]?.[2] ?? "OTHER", scale: "KNN", grade: 2, workers: 12 },
    ],
    presentState: "Xưởng thực hành đáp ứng khoảng hai phần ba số ca học.",
    difficulties: [
      {
        theme: "EQUIPMENT",
        text: "Thiếu thiết bị tự động hóa cùng thế hệ với doanh nghiệp; đề xuất dùng chung xưởng.",
      },
      ...(which === 0 ? [{ theme: "INTERNSHIPS", text: "Ít doanh nghiệp nhận thực tập vào tháng 1 và tháng 2." }] : []),
    ],
    contactName: "Phòng Đào tạo",
    contactTitle: "Trưởng phòng",
    contactPhone: "0225 3 000 900",
    contactEmail: "daotao@truongmau.example",
  };
}
