import type { QualificationLevel } from "@/lib/db/generated/enums";

/** A word of a classification: its stable value and what it is called. */
export type Term<V extends string = string> = { value: V; label: { vi: string; en: string } };

const term = <V extends string>(value: V, vi: string, en: string): Term<V> => ({ value, label: { vi, en } });

/**
 * Ngành đào tạo, in the groups of which the Authority's letter to schools speaks ("ngành điện, điện tử, cơ khí…"), widened to
 * what the parks need and the schools teach. The national list (cấp IV, seven digits) stands beside it in the programme's
 * code; which codes belong to which group is not said by any document: unverified.
 */
export const trainingFields = [
  term("ELECTRICAL", "Điện, tự động hóa", "Electricity, automation"),
  term("ELECTRONICS", "Điện tử, viễn thông", "Electronics, telecommunications"),
  term("MECHANICAL", "Cơ khí, hàn, chế tạo", "Mechanics, welding, manufacture"),
  term("MECHATRONICS", "Cơ điện tử, robot", "Mechatronics, robotics"),
  term("AUTOMOTIVE", "Ô tô, động lực", "Automotive, engines"),
  term("IT", "Công nghệ thông tin", "Information technology"),
  term("LOGISTICS", "Logistics, kho vận", "Logistics, warehousing"),
  term("MARITIME", "Hàng hải, đóng tàu", "Maritime, shipbuilding"),
  term("REFRIGERATION", "Nhiệt lạnh, điều hòa", "Refrigeration, air conditioning"),
  term("CHEMICAL", "Hóa học, vật liệu, môi trường", "Chemistry, materials, environment"),
  term("TEXTILE", "Dệt may, da giày", "Textiles, footwear"),
  term("CONSTRUCTION", "Xây dựng", "Construction"),
  term("FOOD", "Chế biến thực phẩm", "Food processing"),
  term("BUSINESS", "Kinh tế, kế toán, quản trị", "Business, accounting, administration"),
  term("LANGUAGES", "Ngoại ngữ", "Languages"),
  term("HOSPITALITY", "Du lịch, nhà hàng, khách sạn", "Tourism, restaurants, hotels"),
  term("OTHER", "Ngành khác", "Other fields"),
] as const;
export type TrainingField = (typeof trainingFields)[number]["value"];

/** Trình độ đào tạo: bậc trình độ of the law on vocational education and of higher education. */
export const trainingLevels = [
  term("ELEMENTARY", "Sơ cấp", "Elementary"),
  term("INTERMEDIATE", "Trung cấp", "Intermediate"),
  term("COLLEGE", "Cao đẳng", "College"),
  term("UNIVERSITY", "Đại học", "University"),
  term("POSTGRADUATE", "Sau đại học", "Postgraduate"),
] as const satisfies readonly Term<QualificationLevel>[];
export type TrainingLevel = (typeof trainingLevels)[number]["value"];

/** Bậc thợ 1–7, as wage scales and the letter ("Bậc 1, Bậc 2, Bậc 3…") have them; and the five national skill levels. */
export const gradeScales = [
  term("BAC", "Bậc thợ", "Trade grade"),
  term("KNN", "Bậc trình độ kỹ năng nghề quốc gia", "National skill level"),
] as const;
export type GradeScale = (typeof gradeScales)[number]["value"];
/** How far each scale goes. */
export const highestGrade = { BAC: 7, KNN: 5 } as const satisfies Record<GradeScale, number>;

const grades = (scale: GradeScale, vi: string, en: string) =>
  Array.from({ length: highestGrade[scale] }, (_, at) =>
    term(`${scale}${at + 1}`, `${vi} ${at + 1}`, `${en} ${at + 1}`),
  );
/** A grade with its scale: `BAC3`, `KNN2`. */
export const skillGrades: readonly Term[] = [
  ...grades("BAC", "Bậc", "Grade"),
  ...grades("KNN", "KNN quốc gia bậc", "National level"),
];

/** Kiểm định chất lượng of a programme. */
export const accreditations = [
  term("NONE", "Chưa", "None"),
  term("SELF", "Tự đánh giá", "Self-assessed"),
  term("NATIONAL", "Đạt kiểm định trong nước", "Accredited nationally"),
  term("INTERNATIONAL", "Đạt kiểm định quốc tế", "Accredited internationally"),
] as const;
export type Accreditation = (typeof accreditations)[number]["value"];

/** Học kỳ. */
export const terms = [
  term("HK1", "Học kỳ 1", "First term"),
  term("HK2", "Học kỳ 2", "Second term"),
  term("HK3", "Học kỳ 3 (hè)", "Third term (summer)"),
] as const;
export type SchoolTerm = (typeof terms)[number]["value"];

/** Khó khăn, vướng mắc, by theme: so that they can be counted and followed. */
export const difficultyThemes = [
  term("ENROLMENT", "Tuyển sinh", "Enrolment"),
  term("EQUIPMENT", "Cơ sở vật chất, thiết bị", "Premises, equipment"),
  term("TEACHERS", "Đội ngũ nhà giáo", "Teachers"),
  term("INTERNSHIPS", "Nơi thực tập", "Places for internships"),
  term("ENTERPRISES", "Phối hợp với doanh nghiệp", "Cooperation with enterprises"),
  term("FUNDING", "Kinh phí", "Funding"),
  term("LANGUAGE", "Ngoại ngữ của sinh viên", "Students' languages"),
  term("PROGRAMME", "Chương trình, chuẩn đầu ra", "Programmes, outcome standards"),
  term("JOBS", "Việc làm sau tốt nghiệp", "Jobs after graduation"),
  term("OTHER", "Khác", "Other"),
] as const;
export type DifficultyTheme = (typeof difficultyThemes)[number]["value"];

/** What a value of a classification is called; the value itself where it is not known. */
export const labelOf = (terms: readonly Term[], value: string, locale: "vi" | "en"): string =>
  terms.find((one) => one.value === value)?.label[locale] ?? value;
