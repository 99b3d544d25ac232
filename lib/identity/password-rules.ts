import leaked from "@zxcvbn-ts/language-common/src/passwords.json";
import { fold } from "@/lib/core/text";
import { passwordLength } from "./password-length";

/**
 * Words that people in Việt Nam use as passwords or as their stem, without diacritics and spaces; the leaked lists are of
 * the whole world and know few of them. Together with a tail of digits they give `matkhau123`, `anhyeuem1990`, `haiphong@2024`.
 */
const vietnamese = `
  matkhau matkhaumoi matkhaumanh matkhaucuatoi khongcomatkhau khongbiet khongnho dangnhap taikhoan toiyeuem anhyeuem emyeuanh
  yeuem yeuanh iloveyou anhnhoem emnhoanh concho conheo meocon giadinh giadinhtoi hanhphuc hoabinh tinhyeu vietnam
  vietnamvodich yeuvietnam tovietnam haiphong hanoi saigon danang hochiminh bacho doclaptudohanhphuc congty nhansu phongnhansu
  tuyendung vieclam laodong khucongnghiep bqlkkt heza hezaworks admin administrator quantri quantrivien sinhvien hocsinh
  thaycogiao truonghoc caodang daihoc phuongdo hoaphuong trangdue namcausien dinhvu vsip nomura deepc samsung lgdisplay
  nguyen nguyenvan tranvan levan phamvan hoangvan xinchao chaoban camon motbaba bongda
`
  .toLowerCase()
  .split(/\s+/)
  .filter(Boolean);

const common: ReadonlySet<string> = new Set([...leaked, ...vietnamese]);

const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890123456789"];
const rows = keyboard.flatMap((row) => [row, [...row].reverse().join("")]);

const leet: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};
const unleet = (word: string) => [...word].map((letter) => leet[letter] ?? letter).join("");

/** `abcabcabc` → `abc`; a word that is no repetition stays itself. */
const unrepeated = (word: string) => /^(.+?)\1+$/.exec(word)?.[1] ?? word;

/** Is the password a common one, or a common word dressed up: capitals, diacritics, `@` for `a`, a year behind it? */
export function isCommonPassword(password: string): boolean {
  const word = fold(password).replace(/\s+/g, "");
  const stem = word.replace(/[^a-z]+$/, "");
  const core = stem.replace(/^[^a-z]+/, "");
  const forms = [word, unrepeated(word), stem, core, unleet(word), unleet(stem), unrepeated(stem)];
  // A single letter or a short stem says nothing about a long tail: `x7#…` is judged by its whole.
  return (
    forms.some((form, at) => (at === 0 || form.length >= 4 || form === unrepeated(word)) && common.has(form)) ||
    unrepeated(word).length < 4 ||
    rows.some((row) => row.includes(word)) ||
    /^\d+$/.test(word)
  );
}

/** Does the password contain the name of the mail address (from four letters on) or is it that name dressed up? */
export function containsName(password: string, email: string): boolean {
  const name = fold(email.split("@")[0] ?? "").replace(/[^a-z0-9]/g, "");
  return (
    name.length >= 4 &&
    fold(password)
      .replace(/[^a-z0-9]/g, "")
      .includes(name)
  );
}

export type PasswordProblem = "passwordTooShort" | "passwordTooLong" | "passwordCommon" | "passwordName";

/** What is wrong with a new password, or null. The codes are words under `common.validation`. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password.normalize("NFC")].length;
  if (length < passwordLength.minimum) return "passwordTooShort";
  if (length > passwordLength.maximum) return "passwordTooLong";
  if (containsName(password, email)) return "passwordName";
  return isCommonPassword(password) ? "passwordCommon" : null;
}
