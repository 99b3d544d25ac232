import { fold, tidy } from "@/lib/core/text";
import type { Cell } from "@/lib/documents/table";

/** What a cell says, or why it cannot be taken; `note` is a word to the person although the value is taken. */
export type Read<T = unknown> =
  | { ok: true; value: T; note?: { code: string; params?: Params } }
  | { ok: false; code: string; params?: Params };

export type Params = Record<string, string | number>;

/** What reading a cell may depend on, beside the cell. */
export type ReadContext = {
  /** The day of the import, `YYYY-MM-DD`: "hết tháng 8" is the next one. */
  today: string;
  /** The column's header as it stands, for a unit in it ("triệu đồng"). */
  header: string;
};

export type Reader<T = unknown> = (cell: Cell, context: ReadContext) => Read<T>;

export const taken = <T>(value: T, note?: string, params?: Params): Read<T> => ({
  ok: true,
  value,
  ...(note && { note: { code: note, ...(params && { params }) } }),
});
export const unread = (code: string, params?: Params): Read<never> => ({ ok: false, code, ...(params && { params }) });

/** A cell as a person sees it, in one line. */
export const shown = (cell: Cell): string => tidy(String(cell.value));

/** Text of a cell; a number is written as it is typed, not in scientific form. */
export function readText(maximum: number): Reader<string> {
  return (cell) => {
    const text =
      cell.kind === "number"
        ? String(cell.value)
        : String(cell.value)
            .normalize("NFC")
            .replace(/[^\S\n]+/g, " ")
            .trim();
    if (text.length > maximum) return unread("tooLong", { maximum, length: text.length });
    return taken(text);
  };
}

const nothing = new Set(["", "-", "–", "—", "0", "khong", "ko", "k", "none", "n/a", "na", "x0"]);

/** Digits with thousands in groups, by comma, dot or space; null when the groups do not fit. */
export function groupedInteger(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}([.,]\d{3})+$/.test(plain)) return Number(plain.replace(/[.,]/g, ""));
  // "1.200,0" and "1200.00": decimals that say nothing.
  const whole = /^(\d{1,3}(?:[.,]\d{3})*|\d+)[.,]0{1,2}$/.exec(plain);
  return whole ? Number((whole[1] ?? "").replace(/[.,]/g, "")) : null;
}

const peopleWords =
  /^(nguoi|ng|lao dong|ld|cong nhan|cn|nhan vien|nv|vi tri|em|sv|hs|hv|hssv|sinh vien|hoc sinh|hoc vien|workers?|people|persons?|students?|pax)\.?$/;

/** A number of persons: `1.200`, `15 người`, `02`, `khoảng 20` (with a note). A range or two numbers are not guessed. */
export const readCount: Reader<number> = (cell) => {
  if (cell.kind === "number") {
    const value = Number(cell.value);
    // 1.2 in a column of persons is "1.200" that a spreadsheet took for a decimal; nobody can know.
    return Number.isInteger(value) && value >= 0 ? taken(value) : unread("wholeNumber");
  }
  if (cell.kind !== "text") return unread("wholeNumber");
  const text = fold(shown(cell));
  if (nothing.has(text)) return taken(0);
  if (/\d\s*(-|–|—|~|den|toi|to|\/)\s*\d/.test(text)) return unread("countRange");
  const match = /^(khoang|tam|gan|approx\.?|about|~|tren|>|>=|toi thieu|it nhat|min)?\s*(\d[\d.,\s]*)\s*(.*)$/.exec(
    text,
  );
  if (!match) return unread("wholeNumber");
  const [, about, digits = "", unit = ""] = match;
  const value = groupedInteger(digits.replace(/[.,\s]+$/, ""));
  if (value === null || (unit !== "" && !peopleWords.test(unit.trim()))) return unread("wholeNumber");
  return about ? taken(value, "approximate", { value }) : taken(value);
};

const yes = new Set(["co", "x", "yes", "y", "v", "✓", "✔", "☑", "1", "true", "duoc", "da", "ok", "dung", "c"]);

/** Yes or no; any other words are a yes with details: "Xe đưa đón tuyến Kiến An". */
export const readYesNo: Reader<{ yes: boolean; detail: string | null }> = (cell) => {
  if (cell.kind === "boolean") return taken({ yes: cell.value === true, detail: null });
  const text = fold(shown(cell));
  if (nothing.has(text) || /^(khong|chua|no|not|none|ko)\b/.test(text)) return taken({ yes: false, detail: null });
  if (yes.has(text)) return taken({ yes: true, detail: null });
  if (cell.kind === "number") return taken({ yes: Number(cell.value) > 0, detail: shown(cell) });
  return taken({ yes: true, detail: shown(cell).replace(/^(có|co|yes)\s*[,:;(–-]?\s*/i, "") || null });
};

export type Choice = { value: string; words: readonly string[] };

/** One of a fixed list, by any of its words; `expected` of the refusal names the first word of each. */
export function readChoice(choices: readonly Choice[]): Reader<string> {
  const folded = choices.map(({ value, words }) => ({ value, words: words.map(fold) }));
  const expected = choices.map(({ words }) => words[0] ?? "").join(", ");
  return (cell) => {
    const text = fold(shown(cell)).replace(/[.;:]+$/, "");
    const exact = folded.find(({ words }) => words.includes(text));
    if (exact) return taken(exact.value);
    const around = ` ${text.replace(/[^a-z0-9]+/g, " ")} `;
    const inside = folded.flatMap(({ value, words }) =>
      words.filter((word) => around.includes(` ${word} `)).map((word) => ({ value, word })),
    );
    // "không xác định thời hạn" holds "xác định thời hạn": the longer says what is meant.
    const longest = inside.filter(
      ({ word }) => !inside.some((other) => other.word !== word && other.word.includes(word)),
    );
    const values = [...new Set(longest.map(({ value }) => value))];
    if (values.length === 1 && values[0] !== undefined) return taken(values[0]);
    return unread(values.length > 1 ? "choiceTwice" : "choice", { expected });
  };
}

/** A code that `parse` knows; one that a spreadsheet took for a number gets its leading zero back. */
export function readCode(
  code: string,
  lengths: readonly number[],
  parse: (text: string) => string | null,
): Reader<string> {
  return (cell) => {
    const text = shown(cell).replace(/^'/, "");
    const parsed = parse(text);
    if (parsed) return taken(parsed);
    const digits = text.replace(/\D/g, "");
    if (/^\d[\d\s.\-–]*$/.test(text) && lengths.includes(digits.length + 1)) {
      const restored = parse(`0${digits}`);
      if (restored) return taken(restored, "leadingZero", { value: restored });
    }
    return unread(code);
  };
}

const phonePattern = /(?:\+?84|0)[\s.()-]*\d(?:[\s.()-]*\d){7,9}/;
const mailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** A telephone number among other words; one of nine digits that lost its zero gets it back. */
export const readPhone: Reader<string> = (cell) => {
  const text = shown(cell);
  const found = phonePattern.exec(text)?.[0];
  if (found) return taken(tidy(found.replace(/[()]/g, " ")));
  const digits = text.replace(/[\s.-]/g, "");
  if (/^[1-9]\d{8}$/.test(digits)) return taken(`0${digits}`, "leadingZero", { value: `0${digits}` });
  return unread("phone");
};

export type Contact = { name: string | null; phone: string | null; email: string | null };

/** Name, telephone and mail written into one cell: "Chị Hoa (0912 345 678) - hr@congty.vn". */
export const readContact: Reader<Contact> = (cell) => {
  const text = String(cell.value).normalize("NFC");
  if (cell.kind === "number") {
    const phone = readPhone(cell, { today: "", header: "" });
    return phone.ok ? { ...phone, value: { name: null, phone: phone.value, email: null } } : phone;
  }
  const phone = phonePattern.exec(text)?.[0] ?? null;
  const email = mailPattern.exec(text)?.[0] ?? null;
  const name = tidy(
    text
      .replace(phonePattern, " ")
      .replace(mailPattern, " ")
      .replace(/(?<!\p{L})(sđt|đt|điện thoại|tel|hotline|e-?mail|zalo|liên hệ)(?!\p{L})\s*[:.]?/giu, " ")
      .replace(/[()[\]/|;,:–-]+/g, " "),
  );
  return taken({ name: name.slice(0, 100) || null, phone: phone && tidy(phone.replace(/[()]/g, " ")), email });
};
