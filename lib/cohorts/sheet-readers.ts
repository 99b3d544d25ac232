import { formatDay } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { dayOfSerial } from "@/lib/documents/table";
import { type Choice, type Reader, readChoice, readCount, shown, taken, unread } from "@/lib/imports/readers";
import { accreditations, highestGrade, type Term, trainingFields, trainingLevels } from "./vocabulary";

/** Numbers that say a year more likely than students of one programme. */
const isYear = (value: number) => Number.isInteger(value) && value >= 1990 && value <= 2100;

/**
 * Students of a cell: `45`, `1.200`, `45 em`. A bare 2026 is asked back, as a year in the wrong column looks the same; with a
 * unit (`2026 em`) or grouped (`2.026`) it counts. Codes: `negative`, `yearForCount`, `dayForCount`, those of a count.
 */
export const readStudents: Reader<number> = (cell, context) => {
  if (cell.kind === "day") return unread("dayForCount", { value: formatDay(String(cell.value)) });
  if (cell.kind === "number") {
    const value = Number(cell.value);
    if (value < 0) return unread("negative");
    if (isYear(value)) return unread("yearForCount", { value: String(value) });
  }
  if (cell.kind === "text") {
    const text = fold(shown(cell));
    if (/^[-−–]\s*\d/.test(text)) return unread("negative");
    const year = /^(?:nam )?((?:19|20)\d\d)(?:\s*[-–/]\s*(?:19|20)\d\d)?$/.exec(text)?.[1];
    if (year !== undefined && isYear(Number(year))) return unread("yearForCount", { value: shown(cell) });
  }
  return readCount(cell, context);
};

/** A month of graduation; `year` null where the cell says none. */
export type GraduationMonth = { month: number; year: number | null };

const monthOf = (month: number, year: number | null) =>
  month >= 1 && month <= 12 && (year === null || (year >= 2000 && year <= 2100))
    ? taken<GraduationMonth>({ month, year })
    : unread("graduationMonth");
const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The month in a text that may say more: "Tốt nghiệp tháng 6/2026"; null where none is said. */
export function monthIn(text: string): GraduationMonth | null {
  const folded = fold(text);
  const found =
    /(?:thang|\bt)\s*(\d{1,2})(?:\s*(?:[/.-]|nam)\s*(\d{4}))?(?!\d)/.exec(folded) ??
    /(?<!\d)(\d{1,2})\s*[/-]\s*(\d{4})(?!\d)/.exec(folded);
  if (!found) return null;
  const read = monthOf(Number(found[1]), found[2] === undefined ? null : Number(found[2]));
  return read.ok ? read.value : null;
}

/** `6/2026`, `T6`, "tháng 6 năm 2026", 15/6/2026, or a day as Excel made it of `6/2026`. Code `graduationMonth`. */
export const readGraduationMonth: Reader<GraduationMonth> = (cell) => {
  if (cell.kind === "day") {
    const [year, month] = String(cell.value).split("-").map(Number);
    return monthOf(month ?? 0, year ?? 0);
  }
  if (cell.kind === "number") {
    const value = Number(cell.value);
    const day = value > 20_000 && value < 80_000 ? dayOfSerial(value) : null;
    if (day) return monthOf(Number(day.slice(5, 7)), Number(day.slice(0, 4)));
    return Number.isInteger(value) ? monthOf(value, null) : unread("graduationMonth");
  }
  const text = fold(shown(cell));
  const day = /^\d{1,2}\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (day) return monthOf(Number(day[1]), Number(day[2]));
  const short = /^(?:thang|t)?\s*(\d{1,2})(?:\s*(?:[/.-]|nam)\s*(\d{4}|\d{2}))?$/.exec(text);
  if (short) return monthOf(Number(short[1]), short[2] === undefined ? null : fullYear(short[2]));
  const said = monthIn(text);
  return said ? taken(said) : unread("graduationMonth");
};

/**
 * Skill grades of a cell as `BAC3`, `KNN2`: "Bậc 1, 2, 3", "bậc 2-4", "3/7", "KNN bậc 2; bậc thợ 3". A scale holds for the
 * grades behind it; where none is said the trade grades (bậc thợ) are meant. Code `gradeUnread` with what stands there.
 */
export const readGrades: Reader<string[]> = (cell, { header }) => {
  const text = fold(shown(cell));
  if (/^(|-|–|khong|chua|none|no|0)$/.test(text)) return taken([]);
  const national = /knn|ky nang nghe|quoc gia|national/;
  let scale: "BAC" | "KNN" = national.test(fold(header)) ? "KNN" : "BAC";
  const found = new Set<string>();
  for (const part of text.split(/[,;\n&+]| va | and /).map((one) => one.trim())) {
    if (part === "") continue;
    if (national.test(part)) scale = "KNN";
    else if (/\btho\b|trade/.test(part)) scale = "BAC";
    const range = /(\d)\s*(?:-|–|den|to)\s*(\d)(?!\d)/.exec(part);
    const one = /(\d)\s*\/\s*([57])(?!\d)/.exec(part);
    const [from, to] = range ? [Number(range[1]), Number(range[2])] : Array(2).fill(Number(/\d+/.exec(part)?.[0]));
    const on = one?.[2] === "5" ? "KNN" : one ? "BAC" : scale;
    if (!from || !to || from > to || to > highestGrade[on]) return unread("gradeUnread", { value: shown(cell) });
    for (let grade = from; grade <= to; grade++) found.add(`${on}${grade}`);
  }
  return taken([...found]);
};

const wordsOf = (terms: readonly Term[], more: Record<string, readonly string[]>): Choice[] =>
  terms.map(({ value, label }) => ({ value, words: [label.vi, label.en, ...(more[value] ?? [])] }));

/** Trình độ, hệ đào tạo, as schools write it. */
export const readLevel: Reader<string> = readChoice(
  wordsOf(trainingLevels, {
    ELEMENTARY: ["SC", "sơ cấp nghề"],
    INTERMEDIATE: ["TC", "TCN", "trung cấp nghề", "THCN", "trung cấp chuyên nghiệp", "T.cấp"],
    COLLEGE: ["CĐ", "CĐN", "cao đẳng nghề", "C.đẳng"],
    UNIVERSITY: ["ĐH", "kỹ sư", "cử nhân", "bachelor"],
    POSTGRADUATE: ["thạc sĩ", "tiến sĩ", "cao học"],
  }),
);

export const readField: Reader<string> = readChoice(
  wordsOf(trainingFields, {
    ELECTRICAL: ["điện", "tự động hóa", "điện công nghiệp"],
    ELECTRONICS: ["điện tử", "viễn thông"],
    MECHANICAL: ["cơ khí", "hàn", "chế tạo"],
    MECHATRONICS: ["cơ điện tử"],
    AUTOMOTIVE: ["ô tô", "oto", "động lực"],
    IT: ["CNTT", "tin học"],
    LOGISTICS: ["kho vận"],
    MARITIME: ["hàng hải", "đóng tàu"],
    REFRIGERATION: ["nhiệt lạnh", "điện lạnh", "điều hòa"],
    CHEMICAL: ["hóa", "hóa học", "vật liệu", "môi trường"],
    TEXTILE: ["dệt may", "may", "da giày"],
    FOOD: ["thực phẩm"],
    BUSINESS: ["kinh tế", "kế toán", "quản trị", "kinh doanh"],
    LANGUAGES: ["ngoại ngữ"],
    HOSPITALITY: ["du lịch", "khách sạn", "nhà hàng"],
    OTHER: ["khác", "other"],
  }),
);

export const readAccreditation: Reader<string> = readChoice(
  wordsOf(accreditations, {
    NONE: ["không", "chưa đạt", "chưa kiểm định", "chưa có"],
    SELF: ["đang tự đánh giá"],
    NATIONAL: ["đạt", "có", "x", "đã kiểm định", "đạt chuẩn", "trong nước", "đạt kiểm định"],
    INTERNATIONAL: ["quốc tế", "AUN-QA", "ABET", "ASIIN", "FIBAA", "ACBSP"],
  }),
);
