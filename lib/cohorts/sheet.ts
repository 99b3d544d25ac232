import { fold } from "@/lib/core/text";
import type { TableDescription, TableField } from "@/lib/imports/description";
import { type Reader, readText, shown, taken, unread } from "@/lib/imports/readers";
import {
  readAccreditation,
  readField,
  readGrades,
  readGraduationMonth,
  readLevel,
  readStudents,
} from "./sheet-readers";

const field = (
  key: string,
  [vi, en]: [string, string],
  read: Reader,
  headers: string[],
  more: Omit<Partial<TableField>, "key"> = {},
): TableField => ({ key, names: { vi, en }, read, headers, ...more });

/** A code as it is printed: a number that a spreadsheet took it for, spaces between its digits. */
const readCode: Reader<string> = (cell) => {
  const text = shown(cell).replace(/^'/, "");
  const code = /^[\d\s.]+$/.test(text) ? text.replace(/\s|\.0+$/g, "").replace(/\./g, "") : text;
  return code.length <= 20 ? taken(code) : unread("tooLong", { maximum: 20, length: code.length });
};

const years = [
  { no: 1, names: ["1", "i", "nhất", "một"] },
  { no: 2, names: ["2", "ii", "hai"] },
  { no: 3, names: ["3", "iii", "ba"] },
  { no: 4, names: ["4", "iv", "tư", "bốn"] },
];

/** "Năm 1", "Năm thứ nhất", "Sinh viên năm 1", "K1", "Khóa 1". */
const yearWords = (names: readonly string[], no: number) => [
  ...names.flatMap((name) => [`năm ${name}`, `năm thứ ${name}`]),
  ...[`sinh viên năm ${no}`, `học sinh năm ${no}`, `k${no}`, `khóa ${no}`],
];

const students = { amount: true } as const;

/** Year by year all students and the women among them: two columns, or two levels of one header. */
const yearFields = years.flatMap(({ no, names }) => {
  const words = yearWords(names, no);
  return [
    field(
      `y${no}`,
      [`Năm ${no}`, `Year ${no}`],
      readStudents,
      words.flatMap((one) => [one, `${one} tổng`, `${one} tổng số`, `${one} số lượng`, `${one} sl`]),
      { ...students, example: [40, 38, 35, 0][no - 1] ?? 0 },
    ),
    field(
      `w${no}`,
      [`Năm ${no}: nữ`, `Year ${no}: women`],
      readStudents,
      words.flatMap((one) => [`${one} nữ`, `nữ ${one}`, `${one} trong đó nữ`, `${one} số nữ`]),
      { ...students, example: [5, 4, 6, 0][no - 1] ?? 0 },
    ),
  ];
});

const levelWords = /^(he |trinh do |bac |cap )?(so cap|trung cap|cao dang|dai hoc|sau dai hoc)/;

/**
 * Programmes and students of one school, as its training office keeps them: one row a programme. `total` and `totalWomen` are
 * there to be compared with, they are not taken over.
 */
export const cohortsSheet: TableDescription = {
  kind: "COHORTS",
  totals: [...yearFields.map(({ key }) => key), "intake", "graduates", "total", "totalWomen"],
  opens: levelWords,
  section: (text) => {
    const read = readLevel({ column: 0, kind: "text", value: text }, { today: "", header: "" });
    if (read.ok) return { level: text };
    return /^(nhom nganh|linh vuc|khoi nganh)/.test(fold(text)) ? { field: text } : {};
  },
  fields: [
    field("no", ["STT", "No."], readText(20), ["tt", "số thứ tự", "#"]),
    field(
      "code",
      ["Mã ngành", "Code"],
      readCode,
      [
        "mã nghề",
        "mã ngành nghề",
        "mã ngành, nghề",
        "mã ngành đào tạo",
        "mã số",
        "mã",
        "mã số ngành",
        "programme code",
      ],
      { required: true, identifies: true, example: "6510303" },
    ),
    field(
      "name",
      ["Tên ngành, nghề", "Programme"],
      readText(200),
      [
        "tên ngành",
        "tên nghề",
        "ngành",
        "nghề",
        "ngành nghề",
        "ngành đào tạo",
        "nghề đào tạo",
        "ngành, nghề đào tạo",
        "tên ngành nghề đào tạo",
        "chuyên ngành",
      ],
      { required: true, identifies: true, example: "Công nghệ kỹ thuật điện, điện tử" },
    ),
    field("field", ["Lĩnh vực", "Field"], readField, ["nhóm ngành", "khối ngành", "lĩnh vực đào tạo"], {
      example: "Điện, tự động hóa",
    }),
    field(
      "level",
      ["Trình độ", "Level"],
      readLevel,
      ["trình độ đào tạo", "hệ đào tạo", "hệ", "bậc đào tạo", "cấp trình độ", "bậc học"],
      { example: "Cao đẳng" },
    ),
    ...yearFields,
    field(
      "total",
      ["Tổng số sinh viên", "Students in all"],
      readStudents,
      [
        "tổng",
        "tổng số",
        "tổng cộng",
        "tổng số học sinh sinh viên",
        "tổng số hssv",
        "quy mô",
        "quy mô đào tạo",
        "số sinh viên đang đào tạo",
        "tổng số tổng",
      ],
      students,
    ),
    field(
      "totalWomen",
      ["Tổng số nữ", "Women in all"],
      readStudents,
      ["tổng số nữ", "tổng nữ", "trong đó nữ", "số nữ", "nữ"],
      students,
    ),
    field(
      "intake",
      ["Dự kiến tuyển sinh", "Planned intake"],
      readStudents,
      [
        "chỉ tiêu",
        "chỉ tiêu tuyển sinh",
        "kế hoạch tuyển sinh",
        "tuyển sinh",
        "tuyển mới",
        "dự kiến đào tạo",
        "số lượng dự kiến tuyển sinh",
        "số lượng dự kiến đào tạo",
      ],
      { ...students, example: 50 },
    ),
    field(
      "graduates",
      ["Dự kiến tốt nghiệp", "Expected graduates"],
      readStudents,
      [
        "tốt nghiệp",
        "số tốt nghiệp",
        "ra trường",
        "số ra trường",
        "số lượng tốt nghiệp",
        "sinh viên tốt nghiệp",
        "dự kiến ra trường",
        "số sinh viên dự kiến tốt nghiệp",
        "tốt nghiệp tổng",
        "dự kiến tốt nghiệp tổng",
        "dự kiến tốt nghiệp số lượng",
      ],
      { ...students, example: 33 },
    ),
    field(
      "graduatesWomen",
      ["Dự kiến tốt nghiệp: nữ", "Expected graduates: women"],
      readStudents,
      ["tốt nghiệp nữ", "nữ tốt nghiệp", "dự kiến tốt nghiệp trong đó nữ", "ra trường nữ"],
      students,
    ),
    field(
      "graduatesOn",
      ["Tháng tốt nghiệp", "Month of graduation"],
      readGraduationMonth,
      [
        "thời gian tốt nghiệp",
        "thời điểm tốt nghiệp",
        "tháng ra trường",
        "thời gian ra trường",
        "dự kiến tốt nghiệp tháng",
        "dự kiến tốt nghiệp thời gian",
        "tốt nghiệp tháng",
      ],
      { example: "6/2027" },
    ),
    field(
      "grades",
      ["Bậc tay nghề", "Skill grades"],
      readGrades,
      ["bậc thợ", "bậc nghề", "bậc kỹ năng nghề", "trình độ kỹ năng nghề", "bậc tay nghề đào tạo", "bậc"],
      { example: "Bậc 2, 3" },
    ),
    field(
      "partner",
      ["Đối tác quốc tế", "Partner abroad"],
      readText(200),
      ["đối tác nước ngoài", "liên kết quốc tế", "hợp tác quốc tế", "đối tác"],
      { example: "Trường Mẫu, Nhật Bản" },
    ),
    field(
      "accreditation",
      ["Kiểm định", "Accreditation"],
      readAccreditation,
      ["kiểm định chất lượng", "tình trạng kiểm định", "chứng nhận kiểm định"],
      { example: "Đạt kiểm định trong nước" },
    ),
  ],
};
