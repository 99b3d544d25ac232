import { fold } from "@/lib/core/text";
import type { TableField } from "@/lib/imports/description";
import { readDay } from "@/lib/imports/read-day";
import { readMoney, readWage } from "@/lib/imports/read-wage";
import {
  type Reader,
  readChoice,
  readContact,
  readCount,
  readPhone,
  readText,
  readYesNo,
  shown,
  taken,
  unread,
} from "@/lib/imports/readers";
import { contractWords, groupWords, qualificationWords, shiftWords } from "./sheet-words";

/** Months from "1 năm", "6 tháng", "01-02 năm" (the least counts), "không yêu cầu"; a number alone is years. */
export const readExperience: Reader<number> = (cell, { header }) => {
  const text = fold(shown(cell));
  if (/khong|chua|no |none|^-$|^0$/.test(text)) return taken(0);
  const match = /(\d+(?:[.,]\d)?)\s*(?:-|–|den)?\s*\d*\s*(nam|thang|years?|months?|t\b)?/.exec(text);
  if (!match) return unread("experience");
  const months = /thang|month|^t$/.test(match[2] ?? (/thang|month/.test(fold(header)) ? "thang" : ""));
  const value = Math.round(Number((match[1] ?? "").replace(",", ".")) * (months ? 1 : 12));
  return value <= 600 ? taken(value) : unread("experience");
};

const noPreference = /nam ?(va|\/|,|hoac|&|-)? ?nu|nu ?(va|\/|,|hoac|&|-)? ?nam|khong|ca hai|any|both|all|^-$/;

/** A gender in a cell of its own is not taken over: who may apply is everybody, and a quota must be a number. */
const readGender: Reader<string> = (cell) =>
  noPreference.test(fold(shown(cell))) ? taken("") : taken("", "genderWords", { value: shown(cell) });

const email: Reader<string> = (cell) => {
  const found = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(shown(cell))?.[0];
  return found ? taken(found) : unread("email");
};

export const needField = (
  key: string,
  vi: string,
  en: string,
  read: Reader,
  headers: string[],
  more: Omit<Partial<TableField>, "key"> = {},
): TableField => ({ key, names: { vi, en }, read, headers, ...more });

const persons = (key: string, vi: string, en: string, headers: string[]) =>
  needField(
    key,
    vi,
    en,
    readCount,
    headers.flatMap((one) => [one, `số lượng ${one}`, `trình độ ${one}`]),
    { amount: true },
  );

/** The columns of a table of needs, whatever order and names they have there. */
export const needFields: readonly TableField[] = [
  needField("no", "STT", "No.", readText(20), ["tt", "số thứ tự", "số tt", "#"]),
  needField(
    "titleVi",
    "Vị trí tuyển dụng",
    "Position",
    readText(120),
    [
      "vị trí",
      "vị trí việc làm",
      "vị trí công việc",
      "vị trí cần tuyển",
      "chức danh",
      "chức danh công việc",
      "tên công việc",
      "công việc",
      "nghề nghiệp",
      "ngành nghề tuyển dụng",
      "ngành nghề",
      "vị trí, chức danh",
      "job title",
      "job",
    ],
    { required: true, identifies: true, example: "Công nhân lắp ráp linh kiện" },
  ),
  needField("occupation", "Mã nghề (VSCO)", "Occupation code (VSCO)", readText(20), [
    "mã nghề",
    "vsco",
    "mã nghề nghiệp",
  ]),
  needField(
    "headcount",
    "Số lượng",
    "Headcount",
    readCount,
    [
      "số lượng cần tuyển",
      "số lượng tuyển dụng",
      "số lượng tuyển",
      "số lượng lao động",
      "số lượng lao động cần tuyển",
      "số lao động cần tuyển",
      "số lượng tổng số",
      "số lượng tổng",
      "tổng số",
      "tổng cộng",
      "nhu cầu tuyển dụng",
      "nhu cầu",
      "chỉ tiêu",
      "sl",
      "sl tuyển",
      "quantity",
      "number of workers",
      "vacancies",
    ],
    {
      required: true,
      amount: true,
      sumOf: ["unskilled", "elementary", "intermediate", "college", "university", "postgraduate"],
      example: 30,
    },
  ),
  persons("unskilled", "Lao động phổ thông", "Unskilled", ["LĐPT", "phổ thông", "chưa qua đào tạo", "không bằng cấp"]),
  persons("elementary", "Sơ cấp", "Elementary", ["sc", "sơ cấp nghề"]),
  persons("intermediate", "Trung cấp", "Intermediate", ["tc", "trung cấp nghề"]),
  persons("college", "Cao đẳng", "College", ["cđ", "cao đẳng nghề"]),
  persons("university", "Đại học", "University", ["đh", "đại học trở lên"]),
  persons("postgraduate", "Trên đại học", "Postgraduate", ["sau đại học", "thạc sĩ", "trên đh"]),
  needField(
    "qualification",
    "Trình độ",
    "Qualification",
    readChoice(qualificationWords),
    [
      "trình độ chuyên môn",
      "trình độ đào tạo",
      "yêu cầu trình độ",
      "yêu cầu về trình độ",
      "bằng cấp",
      "trình độ học vấn",
    ],
    { example: "Lao động phổ thông" },
  ),
  needField(
    "positionGroup",
    "Nhóm vị trí",
    "Position group",
    readChoice(groupWords),
    ["nhóm vị trí việc làm", "nhóm lao động", "loại lao động", "phân loại"],
    { example: "Khác" },
  ),
  persons("menQuota", "Nam", "Men", ["lao động nam", "giới tính nam"]),
  persons("womenQuota", "Nữ", "Women", ["lao động nữ", "giới tính nữ"]),
  needField("gender", "Giới tính", "Gender", readGender, ["nam/nữ", "nam nữ", "yêu cầu giới tính"]),
  needField("age", "Độ tuổi", "Age", readText(60), ["tuổi", "yêu cầu độ tuổi", "yêu cầu về tuổi"]),
  needField(
    "wage",
    "Mức lương",
    "Wage",
    readWage,
    [
      "lương",
      "tiền lương",
      "thu nhập",
      "mức thu nhập",
      "lương dự kiến",
      "mức lương dự kiến",
      "tổng thu nhập",
      "thu nhập bình quân",
      "lương thu nhập",
      "salary",
      "wages",
      "income",
    ],
    { example: "8 - 12 triệu" },
  ),
  needField("wageMin", "Lương từ", "Wage from", readMoney, [
    "lương thấp nhất",
    "lương tối thiểu",
    "thu nhập tối thiểu",
    "mức lương từ",
    "mức lương tối thiểu",
  ]),
  needField("wageMax", "Lương đến", "Wage to", readMoney, [
    "lương cao nhất",
    "lương tối đa",
    "thu nhập tối đa",
    "mức lương đến",
    "mức lương tối đa",
  ]),
  needField(
    "wageBase",
    "Lương cơ bản",
    "Basic wage",
    readMoney,
    ["lương cb", "lương chính", "lương đóng bhxh", "lương đóng bảo hiểm", "mức lương cơ bản", "basic salary"],
    { example: "5.500.000" },
  ),
  needField("allowances", "Phụ cấp", "Allowances", readText(300), ["các khoản phụ cấp", "trợ cấp", "phụ cấp, thưởng"]),
  needField(
    "contractType",
    "Loại hợp đồng",
    "Contract",
    readChoice(contractWords),
    ["hợp đồng", "hợp đồng lao động", "hình thức hợp đồng", "loại hđlđ", "hđlđ"],
    { example: "Xác định thời hạn" },
  ),
  needField(
    "shift",
    "Ca làm việc",
    "Shifts",
    readChoice(shiftWords),
    ["ca", "thời gian làm việc", "chế độ ca", "ca kíp", "hình thức làm việc"],
    { example: "2 ca" },
  ),
  needField("experience", "Kinh nghiệm", "Experience", readExperience, [
    "số năm kinh nghiệm",
    "yêu cầu kinh nghiệm",
    "kinh nghiệm làm việc",
  ]),
  needField("meals", "Ăn ca", "Meals", readYesNo, ["bữa ăn ca", "hỗ trợ ăn ca", "cơm ca", "tiền ăn"], {
    example: "Có",
  }),
  needField(
    "bus",
    "Xe đưa đón",
    "Bus",
    readYesNo,
    ["xe đưa đón công nhân", "xe đón", "xe tuyến", "tuyến xe", "bus routes"],
    { example: "Kiến An – Tràng Duệ" },
  ),
  needField("dormitory", "Ký túc xá", "Dormitory", readYesNo, ["ktx", "chỗ ở", "nhà ở", "nhà ở công nhân"], {
    example: "Không",
  }),
  needField("insurance", "Bảo hiểm", "Insurance", readYesNo, [
    "bhxh",
    "bhxh, bhyt, bhtn",
    "bảo hiểm xã hội",
    "đóng bảo hiểm",
  ]),
  needField("benefits", "Chế độ khác", "Other benefits", readText(500), [
    "chế độ",
    "chế độ đãi ngộ",
    "chế độ phúc lợi",
    "quyền lợi",
    "phúc lợi",
    "đãi ngộ",
    "chế độ khác",
    "các chế độ",
    "benefits",
  ]),
  needField(
    "park",
    "Khu công nghiệp",
    "Industrial park",
    readText(120),
    ["kcn", "kcn/kkt", "khu công nghiệp, khu kinh tế", "địa bàn", "khu vực"],
    { spreads: true },
  ),
  needField("workplace", "Nơi làm việc", "Workplace", readText(200), [
    "địa điểm làm việc",
    "địa điểm",
    "địa chỉ làm việc",
  ]),
  needField(
    "description",
    "Mô tả công việc",
    "Description",
    readText(5_000),
    ["nội dung công việc", "mô tả", "nhiệm vụ", "công việc cụ thể", "mô tả tóm tắt"],
    { example: "Lắp ráp, kiểm tra linh kiện điện tử trên chuyền." },
  ),
  needField(
    "requirements",
    "Yêu cầu",
    "Requirements",
    readText(3_000),
    [
      "yêu cầu công việc",
      "yêu cầu khác",
      "yêu cầu tuyển dụng",
      "tiêu chuẩn",
      "điều kiện tuyển dụng",
      "yêu cầu đối với lao động",
    ],
    { example: "Đủ 18 tuổi, sức khỏe tốt" },
  ),
  needField(
    "contact",
    "Liên hệ",
    "Contact",
    readContact,
    ["thông tin liên hệ", "đầu mối liên hệ", "người liên hệ", "liên hệ nộp hồ sơ", "liên lạc"],
    { spreads: "enterprise", example: "Phòng nhân sự 0225 000 0000" },
  ),
  needField(
    "contactPhone",
    "Điện thoại",
    "Telephone",
    readPhone,
    ["số điện thoại", "sđt", "đt", "điện thoại liên hệ", "sđt liên hệ", "tel", "phone"],
    { spreads: "enterprise" },
  ),
  needField("contactEmail", "Email", "Email", email, ["thư điện tử", "địa chỉ email", "e-mail"], {
    spreads: "enterprise",
  }),
  needField(
    "deadline",
    "Hạn nộp hồ sơ",
    "Apply until",
    readDay,
    [
      "hạn nộp",
      "thời hạn nộp hồ sơ",
      "thời hạn",
      "hạn tuyển",
      "hạn tuyển dụng",
      "thời hạn tuyển dụng",
      "thời gian tuyển dụng",
      "hạn cuối",
      "hạn nhận hồ sơ",
      "ngày hết hạn",
      "deadline",
    ],
    { example: "31/12/2026" },
  ),
];
