import type { PaperLine } from "@/lib/vacancies/batch-changes";
import { emptyVacancy, qualifications } from "@/lib/vacancies/schema";
import { noTotals } from "@/lib/vacancies/totals";
import type { BatchPaper } from "./paper";

const park = (id: number, nameVi: string, nameEn: string) => ({
  id,
  code: `MAU-${id}`,
  slug: `mau-${id}`,
  nameVi: `Khu công nghiệp ${nameVi}`,
  nameEn: `${nameEn} Industrial Park`,
  shortNameVi: nameVi,
  shortNameEn: nameEn,
});
const parks = [park(1, "Sao Khuê (mẫu)", "Sao Khue (sample)"), park(2, "Bến Lá (mẫu)", "Ben La (sample)")] as const;

type Row = [title: string, enterprise: string, at: 0 | 1, unskilled: number, college: number, wage: [number, number]];

const rows: Row[] = [
  ["Công nhân may công nghiệp", "Công ty TNHH May mặc Mây Trắng (mẫu)", 0, 240, 0, [7_500_000, 10_500_000]],
  ["Kỹ thuật viên bảo trì", "Công ty TNHH May mặc Mây Trắng (mẫu)", 0, 0, 6, [11_000_000, 15_000_000]],
  ["Công nhân lắp ráp", "Công ty TNHH Điện tử Sóng Xanh Việt Nam (mẫu)", 1, 120, 4, [8_000_000, 11_000_000]],
];

/** A made-up batch with every field filled: what a template is tried on before it is taken. */
export function samplePaper(portal: string): BatchPaper {
  const lines = rows.map(([titleVi, nameVi, at, unskilled, college, [wageMin, wageMax]], index): PaperLine => {
    const content = { ...emptyVacancy(at + 1), titleVi, unskilled, college, headcount: unskilled + college };
    return {
      position: index + 1,
      content: {
        ...content,
        positionGroup: unskilled > 0 ? "OTHER" : "MID_TECHNICAL",
        wageMin,
        wageMax,
        requirementsVi: "Đủ 18 tuổi, tốt nghiệp THCS trở lên.",
        contactPhone: "0225 000 0000",
        deadline: "2030-08-31",
        id: index + 1,
        slug: "mau",
        verifyCode: "MAU",
        versionNo: 1,
        enterprise: { id: nameVi.length, slug: "mau", nameVi, nameEn: null, investorCountry: "VN" },
        park: parks[at],
        occupation: null,
      },
    };
  });
  const totals = noTotals();
  for (const { content } of lines) {
    totals.headcount += content.headcount;
    totals.vacancies += 1;
    totals.byPositionGroup[content.positionGroup] += content.headcount;
    for (const level of qualifications) totals.byQualification[level] += content[level];
    const { id: parkId, code, slug, nameVi, nameEn } = content.park;
    const inPark = totals.byPark.find((one) => one.parkId === parkId);
    if (inPark)
      Object.assign(inPark, { headcount: inPark.headcount + content.headcount, vacancies: inPark.vacancies + 1 });
    else totals.byPark.push({ parkId, code, slug, nameVi, nameEn, headcount: content.headcount, vacancies: 1 });
    const { id: enterpriseId, ...enterprise } = content.enterprise;
    const known = totals.byEnterprise.find((one) => one.enterpriseId === enterpriseId);
    if (known) Object.assign(known, { headcount: known.headcount + content.headcount, vacancies: known.vacancies + 1 });
    else
      totals.byEnterprise.push({
        enterpriseId,
        slug: enterprise.slug,
        nameVi: enterprise.nameVi,
        nameEn: enterprise.nameEn,
        headcount: content.headcount,
        vacancies: 1,
      });
  }
  totals.enterprises = totals.byEnterprise.length;
  return {
    batch: { year: 2030, no: 2, month: 7, asOf: "2030-07-22" },
    lines,
    totals,
    draft: true,
    letter: { no: 99, symbol: "BQL-LĐ", issuedOn: "2030-07-25", signerTitle: null, signerName: "(họ tên người ký)" },
    portal,
  };
}
