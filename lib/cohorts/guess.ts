import { fold } from "@/lib/core/text";
import type { TrainingField, TrainingLevel } from "./vocabulary";

/**
 * Words of programmes' names by field, the special before the general: "quản trị khách sạn" is no business, "điện lạnh" no
 * electricity. `marked` looks at the name with its accents, where "may", "máy" and "hàn", "Hàn Quốc" differ.
 */
const fieldWords: { field: TrainingField; plain: RegExp; marked?: RegExp }[] = [
  { field: "LANGUAGES", plain: /\b(tieng|ngon ngu|phien dich|ngoai ngu)\b/ },
  { field: "MECHATRONICS", plain: /\b(co dien tu|robot)/ },
  { field: "REFRIGERATION", plain: /\b(dien lanh|may lanh|nhiet lanh|dieu hoa|ky thuat lanh|nhiet)\b/ },
  { field: "AUTOMOTIVE", plain: /\b(o ?to|dong luc|xe may)\b/ },
  {
    field: "IT",
    plain:
      /\b(cong nghe thong tin|cntt|lap trinh|may tinh|phan mem|tin hoc|du lieu|an toan thong tin|tri tue nhan tao)\b/,
  },
  { field: "LOGISTICS", plain: /\b(logistics|kho van|kho bai|giao nhan|chuoi cung ung)\b/ },
  { field: "MARITIME", plain: /\b(hang hai|van tai bien|dong tau|vo tau|may tau|tau thuy|dieu khien tau)\b/ },
  { field: "HOSPITALITY", plain: /\b(du lich|khach san|nha hang|mon an|huong dan vien|le tan|lu hanh)\b/ },
  { field: "FOOD", plain: /\b(thuc pham|che bien|thuy san)\b/ },
  { field: "TEXTILE", plain: /\b(thoi trang|det|da giay|may mac)\b/, marked: /(?<!\p{L})may(?!\p{L})/u },
  { field: "CONSTRUCTION", plain: /\b(xay dung|thi cong|kien truc|cau duong)\b/ },
  { field: "CHEMICAL", plain: /\b(hoa hoc|hoa chat|hoa dau|cong nghe hoa|vat lieu|moi truong|polyme)\b/ },
  { field: "BUSINESS", plain: /\bthuong mai dien tu\b/ },
  { field: "ELECTRICAL", plain: /\b(dien(?! tu\b)|tu dong hoa)\b/ },
  { field: "ELECTRONICS", plain: /\b(dien tu|vien thong|vi mach|ban dan)\b/ },
  {
    field: "MECHANICAL",
    plain: /\b(co khi|cat got|che tao|kim loai|khuon|nguyen cong)\b/,
    marked: /(?<!\p{L})hàn(?!\p{L}|\s+quốc)/u,
  },
  {
    field: "BUSINESS",
    plain: /\b(ke toan|quan tri|kinh te|kinh doanh|tai chinh|ngan hang|marketing|thuong mai|van phong)\b/,
  },
];

/** The field that the words of a programme's name speak of; null when none does. */
export function fieldOfName(name: string): TrainingField | null {
  const [plain, marked] = [fold(name), name.normalize("NFC").toLowerCase()];
  return fieldWords.find((one) => one.plain.test(plain) || one.marked?.test(marked))?.field ?? null;
}

/**
 * The level that a code of the national lists says by its first digit. Seven digits, cấp IV: 5 trung cấp, 6 cao đẳng (list of
 * vocational education), 7 đại học (list of higher education). Unverified: no such list lies with us.
 */
export function levelOfCode(code: string): TrainingLevel | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6,8}$/.test(digits)) return null;
  return ({ 5: "INTERMEDIATE", 6: "COLLEGE", 7: "UNIVERSITY" } as const)[digits[0] as "5"] ?? null;
}
