import type { Day } from "@/lib/core/day";

/**
 * The personal ID (số định danh cá nhân, printed on the căn cước): 12 digits. Law 26/2023/QH15, Article 12, and NĐ
 * 70/2024/NĐ-CP: three for the place of birth's registration, one for sex and century, two for the year of birth, six random.
 */
const shape = /^\d{12}$/;

/** The 12 digits of an ID as people type it, with spaces, dots or dashes between; null when it is none. */
export function parsePersonId(text: string): string | null {
  const digits = text.replace(/[\s.\-–\u00a0']/g, "");
  return shape.test(digits) ? digits : null;
}

/** What seems wrong with an ID of the right form: told, never a reason to refuse (registers have mistakes, too). */
export type IdDoubt = "idProvince" | "idBirthYear";

/** Provinces are 001–096, countries of birth begin at 101 (Thông tư 59/2021/TT-BCA, annexes I and II). */
const knownPlace = (place: number) => (place >= 1 && place <= 96) || place > 100;

/** Do place, century and year of the digits fit somebody born on that day? Empty when they do. */
export function doubtsOfId(id: string, birthDate: Day): IdDoubt[] {
  const doubts: IdDoubt[] = [];
  if (!knownPlace(Number(id.slice(0, 3)))) doubts.push("idProvince");
  // 0 and 1 for men and women of the 20th century, 2 and 3 of the 21st, and so on.
  const century = 1900 + 100 * Math.floor(Number(id[3]) / 2);
  if (century + Number(id.slice(4, 6)) !== Number(birthDate.slice(0, 4))) doubts.push("idBirthYear");
  return doubts;
}

/** How an ID is shown: enough to tell two people apart, not enough to be used. */
export const maskedId = (id: string): string => `••••••••${id.slice(-4)}`;

/** Masks what may be an ID in a text that is kept: 12 digits in a row, or with signs between. */
export const withoutIds = (text: string): string =>
  text.replace(/(?<!\d)\d(?:[\s.-]?\d){11}(?!\d)/g, (found) => maskedId(found.replace(/\D/g, "")));
