import { formatDecimal } from "@/lib/core/decimal";
import { formatCount } from "@/lib/core/money";
import { type GridColumn, grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { bodyText, centred, letterfoot, letterhead } from "@/lib/papers/letterhead";
import type { SchoolAnswer } from "./answer";
import { programmeYearsOf, studentYears } from "./programme-years";
import {
  accreditations,
  difficultyThemes,
  gradeScales,
  skillGrades,
  type Term,
  terms,
  trainingFields,
  trainingLevels,
} from "./vocabulary";

const word = (list: readonly Term[], value: string | null): string =>
  list.find((one) => one.value === value)?.label.vi ?? value ?? "";
const number = (count: number): string => (count === 0 ? "" : formatCount(count, "vi"));
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

type Part = { columns: GridColumn[]; rows: string[][]; foot?: string[] };

const no: GridColumn = { label: "TT", width: 5, align: "center" };
const text = (label: string, width: number): GridColumn => ({ label, width });
const count = (label: string, width = 9, group?: string): GridColumn => ({
  label,
  width,
  align: "right",
  ...(group && { group }),
});
const numbered = (rows: string[][]): string[][] => rows.map((row, at) => [String(at + 1), ...row]);

/** The tables of the letter's five points, in their order. */
function tables(answer: SchoolAnswer) {
  const years = programmeYearsOf(answer);
  const nameOf = (code: string | null) => answer.programmes.find((one) => one.code === code)?.name ?? code ?? "";
  const trained: Part = {
    columns: [
      no,
      text("Mã ngành", 14),
      text("Ngành, nghề", 37),
      text("Trình độ", 14),
      count("Đang đào tạo", 13),
      count("Dự kiến tuyển", 13),
    ], // prettier-ignore
    rows: numbered(
      answer.programmes.map((one, at) => [
        one.code,
        one.name,
        word(trainingLevels, one.level),
        number(years[at]?.students ?? 0),
        number(one.intake),
      ]),
    ),
    foot: [
      ...["", "", "Cộng", ""],
      number(sum(years.map(({ students }) => students))),
      number(sum(answer.programmes.map(({ intake }) => intake))),
    ],
  };
  const graduates: Part = {
    columns: [no, text("Ngành, nghề", 45), count("Tháng", 15), count("Số sinh viên", 15), count("Trong đó nữ", 15)],
    rows: numbered(
      answer.graduates.map((one) => [
        nameOf(one.programme),
        `${String(one.month).padStart(2, "0")}/${one.year}`,
        number(one.count),
        number(one.women),
      ]),
    ),
    foot: [
      ...["", "Cộng", ""],
      number(sum(answer.graduates.map((one) => one.count))),
      number(sum(answer.graduates.map((one) => one.women))),
    ],
  };
  const byYear: Part = {
    columns: [
      no,
      text("Ngành, nghề", 35),
      ...studentYears.flatMap((year) => [count("Số SV", 8, `Năm ${year}`), count("Nữ", 7, `Năm ${year}`)]),
    ],
    rows: numbered(
      years.map((one) => [
        one.name,
        ...studentYears.flatMap((year) => [number(one.years[year - 1] ?? 0), number(one.womenByYear[year - 1] ?? 0)]),
      ]),
    ),
    foot: [
      ...["", "Cộng"],
      ...studentYears.flatMap((year) => [
        number(sum(years.map((one) => one.years[year - 1] ?? 0))),
        number(sum(years.map((one) => one.womenByYear[year - 1] ?? 0))),
      ]),
    ],
  };
  const internships: Part = {
    columns: [
      no,
      text("Doanh nghiệp", 38),
      text("Ngành, nghề", 25),
      text("Học kỳ", 16),
      text("Trong KCN, KKT", 13),
      count("Số SV"),
    ], // prettier-ignore
    rows: numbered(
      answer.internships.map((one) => [
        one.enterprise,
        nameOf(one.programme),
        word(terms, one.term),
        one.inParks === "yes" ? "Có" : "Không",
        number(one.count),
      ]),
    ),
    foot: ["", "Cộng", "", "", "", number(sum(answer.internships.map((one) => one.count)))],
  };
  const contents: Part = {
    columns: [
      no,
      text("Ngành, nghề", 30),
      text("Lĩnh vực", 20),
      text("Bậc tay nghề", 20),
      text("Đối tác quốc tế", 20),
      text("Kiểm định", 15),
    ], // prettier-ignore
    rows: numbered(
      answer.programmes.map((one) => [
        one.name,
        word(trainingFields, one.field),
        one.grades.map((grade) => word(skillGrades, grade)).join("; "),
        one.partner ?? "",
        word(accreditations, one.accreditation),
      ]),
    ),
  };
  const upgrades: Part = {
    columns: [no, text("Lĩnh vực", 40), text("Thang bậc", 35), count("Bậc"), count("Số lao động", 14)],
    rows: numbered(
      answer.upgrades.map((one) => [
        word(trainingFields, one.field),
        word(gradeScales, one.scale),
        formatDecimal(one.grade, "vi"),
        number(one.workers),
      ]),
    ),
    foot: ["", "Cộng", "", "", number(sum(answer.upgrades.map((one) => one.workers)))],
  };
  const difficulties: Part = {
    columns: [no, text("Nhóm vấn đề", 25), text("Nội dung, đề xuất", 70)],
    rows: numbered(answer.difficulties.map((one) => [word(difficultyThemes, one.theme), one.text])),
  };
  return { trained, graduates, byYear, internships, contents, upgrades, difficulties };
}

/**
 * A school's answer as its letter to the Authority, in the form of NĐ 30/2020/NĐ-CP: the five points of the Authority's letter
 * in their order. Number and day are the school's to write. Official papers are Vietnamese.
 */
export async function answerLetter(paper: {
  school: string;
  year: number;
  answer: SchoolAnswer;
}): Promise<Uint8Array<ArrayBuffer>> {
  const { school, year, answer } = paper;
  const parts = tables(answer);
  const filled: Part[] = [];
  const heading = (words: string) =>
    paragraph(words, { ...bodyText, bold: true, keepNext: true, before: 12, after: 4 });
  const line = (words: string) => paragraph(words, bodyText);
  const table = (title: string, part: Part) => {
    if (part.rows.length === 0) return [line(`${title}: không có.`)];
    filled.push(part);
    const { columns, foot } = part;
    return [
      paragraph(title, { ...bodyText, italic: true, keepNext: true, after: 4 }),
      grid({ columns, width: textWidth, ...(foot && { foot }) }),
    ];
  };
  const said = (title: string, words: string | null) => (words ? [line(`${title}: ${words}`)] : []);
  const contact = [
    ["Họ tên", answer.contactName],
    ["Chức danh", answer.contactTitle],
    ["Số điện thoại", answer.contactPhone],
    ["Thư điện tử", answer.contactEmail],
  ].flatMap(([label, value]) => (value ? [line(`- ${label}: ${value}`)] : []));
  const children = [
    letterhead({
      issuer: school,
      number: "         /",
      dated: `ngày      tháng      năm ${year}`,
      about: `cung cấp thông tin đào tạo năm ${year}`,
    }),
    paragraph("Kính gửi: Ban Quản lý Khu kinh tế Hải Phòng", { ...centred, before: 18, after: 6 }),
    line(
      `${school} trân trọng cung cấp thông tin đào tạo năm ${year} theo đề nghị của Ban Quản lý, theo các nội dung sau:`,
    ),
    heading("1. Số lượng sinh viên đang được đào tạo, dự kiến đào tạo"),
    ...table("Sinh viên theo ngành, nghề", parts.trained),
    ...table("Dự kiến tốt nghiệp theo tháng", parts.graduates),
    heading("2. Sinh viên năm thứ 1, 2, 3, 4; thực tập tại doanh nghiệp"),
    ...table("Sinh viên theo năm học", parts.byYear),
    ...table("Thực tập tại doanh nghiệp", parts.internships),
    ...said("Công tác phối hợp thực tập", answer.cooperation),
    heading("3. Nội dung đào tạo, hợp tác quốc tế, đào tạo nâng cấp và phân bậc tay nghề"),
    ...table("Nội dung đào tạo theo ngành", parts.contents),
    ...table("Lao động được đào tạo nâng bậc trong năm", parts.upgrades),
    heading("4. Thực trạng và khó khăn, vướng mắc"),
    ...said("Thực trạng", answer.presentState),
    ...table("Khó khăn, vướng mắc", parts.difficulties),
    heading("5. Đầu mối liên hệ"),
    ...contact,
    line("Trân trọng./."),
    letterfoot({ recipients: ["Như trên;", "Lưu: VT."], title: "HIỆU TRƯỞNG" }),
  ];
  const [first, ...rest] = filled;
  let written = await wordFile({
    title: `${school}: thông tin đào tạo năm ${year}`,
    children,
    ...(first && { rows: first.rows }),
  });
  // Each call fills the first table that is still to be filled.
  for (const part of rest) written = repeatRow(written, part.rows);
  return written;
}
