import { fold } from "@/lib/core/text";
import type { TableDescription, TableField } from "@/lib/imports/description";
import { readDay } from "@/lib/imports/read-day";
import { type Choice, type Reader, readChoice, readPhone, readText, shown, taken, unread } from "@/lib/imports/readers";
import { parsePersonId } from "./person-id";

/**
 * A personal ID as tables have it: with spaces, as a number that lost its leading zeros, in scientific form it is lost for good.
 * What was understood is never repeated in a note.
 */
export const readPersonId: Reader<string> = (cell) => {
  const text = cell.kind === "number" ? String(Number(cell.value)) : shown(cell);
  const read = parsePersonId(text);
  if (read) return taken(read);
  const digits = text.replace(/[\s.'-]/g, "");
  // Codes of places begin with one zero or two: 031…, 001….
  if (/^[1-9]\d{9,10}$/.test(digits)) return taken(digits.padStart(12, "0"), "idZero");
  return unread(/e\+?\d+$/i.test(text) ? "idScientific" : "personId");
};

/** A birth date; a year of two digits is of the 20th century where it would lie ahead. */
export const readBirthDate: Reader<string> = (cell, context) => {
  const read = readDay(cell, context);
  if (!read.ok || read.value <= context.today) return read;
  const earlier = `${Number(read.value.slice(0, 4)) - 100}${read.value.slice(4)}`;
  return taken(earlier, "centuryAssumed", { value: earlier });
};

const educations: Choice[] = [
  {
    value: "UPPER_SECONDARY",
    words: ["THPT", "12/12", "trung học phổ thông", "cấp 3", "cấp III", "lớp 12", "10/10", "upper secondary"],
  },
  {
    value: "LOWER_SECONDARY",
    words: ["THCS", "9/12", "trung học cơ sở", "cấp 2", "cấp II", "lớp 9", "10/12", "11/12", "lower secondary"],
  },
  { value: "PRIMARY", words: ["Tiểu học", "5/12", "cấp 1", "cấp I", "6/12", "7/12", "8/12", "primary"] },
  { value: "NONE", words: ["Không", "chưa học hết tiểu học", "mù chữ", "none"] },
];

const levels: Choice[] = [
  {
    value: "UNSKILLED",
    words: [
      "Chưa qua đào tạo",
      "LĐPT",
      "lao động phổ thông",
      "phổ thông",
      "không bằng cấp",
      "không",
      "unskilled",
      "THPT",
      "12/12",
    ],
  },
  {
    value: "ELEMENTARY",
    words: ["Sơ cấp", "SC", "sơ cấp nghề", "chứng chỉ nghề", "sơ cấp I", "sơ cấp II", "sơ cấp III", "elementary"],
  },
  {
    value: "INTERMEDIATE",
    words: ["Trung cấp", "TC", "trung cấp nghề", "TCN", "trung cấp chuyên nghiệp", "THCN", "intermediate"],
  },
  { value: "COLLEGE", words: ["Cao đẳng", "CĐ", "cao đẳng nghề", "CĐN", "college"] },
  { value: "UNIVERSITY", words: ["Đại học", "ĐH", "kỹ sư", "cử nhân", "university", "bachelor"] },
  { value: "POSTGRADUATE", words: ["Trên đại học", "thạc sĩ", "ThS", "tiến sĩ", "TS", "sau đại học", "master"] },
];

const contracts: Choice[] = [
  {
    value: "INDEFINITE",
    words: ["Không xác định thời hạn", "KXĐTH", "HĐKXĐTH", "không thời hạn", "vô thời hạn", "dài hạn", "indefinite"],
  },
  {
    value: "FIXED_TERM",
    words: [
      "Xác định thời hạn",
      "XĐTH",
      "HĐXĐTH",
      "có thời hạn",
      "1 năm",
      "2 năm",
      "3 năm",
      "12 tháng",
      "24 tháng",
      "36 tháng",
      "fixed term",
    ],
  },
  { value: "SEASONAL", words: ["Thời vụ", "mùa vụ", "dưới 3 tháng", "seasonal"] },
  { value: "PROBATION", words: ["Thử việc", "học việc", "tập nghề", "probation"] },
];

const readMail: Reader<string> = (cell) => {
  const found = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(shown(cell))?.[0];
  return found ? taken(found) : unread("email");
};

/**
 * The groups of Resolution 03/2024, Article 1.2: "nghệ nhân", "kỹ thuật viên dạy nghề" are group d. Words that say none of them
 * are empty: the organisation's own group.
 */
const readKind: Reader<string> = (cell) => {
  const text = fold(shown(cell));
  if (/nghe nhan|day nghe|expert/.test(text)) return taken("EXPERT");
  if (/giao vien|giang vien|nha giao|\bgv\b|teacher/.test(text)) return taken("TEACHER");
  if (/sinh vien|hoc sinh|hoc vien|hssv|\b(sv|hs)\b|student/.test(text)) return taken("STUDENT");
  return taken(/cong nhan|lao dong|nhan vien|worker/.test(text) ? "WORKER" : "");
};

const field = (
  key: string,
  [vi, en]: [string, string],
  read: Reader,
  headers: string[],
  more: Omit<Partial<TableField>, "key"> = {},
): TableField => ({ key, names: { vi, en }, read, headers, ...more });

/** The people of one enterprise or school, as its HR department or training office has them. */
export const rosterSheet: TableDescription = {
  kind: "ROSTER",
  fields: [
    field("no", ["STT", "No."], readText(20), ["tt", "số thứ tự", "#"]),
    field(
      "fullName",
      ["Họ và tên", "Full name"],
      readText(120),
      [
        "họ tên",
        "tên nhân viên",
        "tên người lao động",
        "họ tên người lao động",
        "tên công nhân",
        "họ tên sinh viên",
        "họ tên học sinh",
        "họ tên giáo viên",
        "name",
      ],
      { required: true, identifies: true, example: "Nguyễn Văn Mẫu" },
    ),
    field(
      "personId",
      ["Số CCCD", "Personal ID"],
      readPersonId,
      [
        "cccd",
        "số định danh",
        "số định danh cá nhân",
        "căn cước",
        "số căn cước",
        "căn cước công dân",
        "cmnd/cccd",
        "cmnd",
        "số cmt",
        "cmt",
        "id card",
        "mã định danh",
      ],
      { required: true, identifies: true, example: "000090000001" },
    ),
    field(
      "birthDate",
      ["Ngày sinh", "Birth date"],
      readBirthDate,
      ["ngày tháng năm sinh", "sinh ngày", "ntns", "ngày/tháng/năm sinh", "dob", "date of birth"],
      { required: true, example: "17/05/1990" },
    ),
    field(
      "staffCode",
      ["Mã nhân viên", "Staff code"],
      readText(40),
      [
        "mã nv",
        "mã số nv",
        "mã sinh viên",
        "mã sv",
        "mssv",
        "mã học sinh",
        "mã giáo viên",
        "msnv",
        "mã công nhân",
        "mã thẻ",
        "employee code",
        "staff no",
      ],
      { example: "NV001" },
    ),
    field(
      "phone",
      ["Điện thoại", "Telephone"],
      readPhone,
      ["sđt", "số điện thoại", "đt", "di động", "phone", "mobile"],
      { example: "0912 345 678" },
    ),
    field("email", ["Thư điện tử", "Mail"], readMail, ["email", "e-mail", "thư điện tử"]),
    field(
      "education",
      ["Học vấn", "Education"],
      readChoice(educations),
      ["trình độ học vấn", "trình độ văn hóa", "văn hóa", "tđvh", "học vấn phổ thông"],
      { example: "THPT" },
    ),
    field(
      "job",
      ["Công việc", "Job"],
      readText(160),
      [
        "vị trí",
        "chức danh",
        "chức vụ",
        "công việc đang làm",
        "vị trí công việc",
        "bộ phận công việc",
        "job title",
        "position",
      ],
      { example: "Công nhân lắp ráp" },
    ),
    field(
      "occupationCode",
      ["Nghề được hỗ trợ", "Supported occupation"],
      // Which of the policy's occupations the words mean is judged with the row: the policy says by what words they go.
      readText(160),
      ["nghề", "ngành nghề", "nghề đào tạo", "nghề cần đào tạo", "ngành học", "nghề đang học", "ngành đào tạo"],
      { example: "Điện tử công nghiệp" },
    ),
    field(
      "qualificationHeld",
      ["Trình độ chuyên môn", "Qualification held"],
      readChoice(levels),
      ["trình độ", "bằng cấp", "trình độ đào tạo", "trình độ cmkt", "cmkt", "trình độ hiện có", "trình độ đang có"],
      { example: "Sơ cấp" },
    ),
    field(
      "qualificationRequired",
      ["Trình độ công việc yêu cầu", "Qualification required"],
      readChoice(levels),
      ["trình độ yêu cầu", "yêu cầu trình độ", "trình độ cần", "yêu cầu bằng cấp"],
      { example: "Trung cấp" },
    ),
    field(
      "contractType",
      ["Loại hợp đồng", "Contract"],
      readChoice(contracts),
      ["hợp đồng", "loại hđlđ", "hđlđ", "hợp đồng lao động", "loại hđ"],
      { example: "Không xác định thời hạn" },
    ),
    field(
      "contractFrom",
      ["Hợp đồng từ ngày", "Contract from"],
      readDay,
      ["ngày ký hợp đồng", "ngày ký hđ", "từ ngày", "ngày vào làm", "ngày vào", "ngày bắt đầu"],
      { example: "01/03/2021" },
    ),
    field("contractTo", ["Hợp đồng đến ngày", "Contract until"], readDay, [
      "đến ngày",
      "ngày hết hạn",
      "hết hạn hđ",
      "ngày hết hạn hợp đồng",
    ]),
    field(
      "insuredSince",
      ["Đóng BHXH từ", "Insured since"],
      readDay,
      ["tham gia bhxh", "ngày đóng bhxh", "bhxh từ", "thời điểm đóng bhxh", "đóng bảo hiểm từ"],
      { example: "01/03/2021" },
    ),
    field("kind", ["Đối tượng", "Group"], readKind, ["nhóm đối tượng", "đối tượng hỗ trợ"]),
  ],
};
