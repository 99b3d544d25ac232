import { fold } from "@/lib/core/text";
import { type Read, type Reader, shown, taken, unread } from "./readers";

/** Đồng a month; both bounds null when the wage is a matter of agreement. */
export type Wage = { min: number | null; max: number | null; negotiable: boolean };

type Unit = "million" | "thousand" | "dong";
const factors: Record<Unit, number> = { million: 1_000_000, thousand: 1_000, dong: 1 };

const unitOf = (word: string): Unit | null => {
  if (/^(trieu|tr|trd|trieu dong|mil|million|m)$/.test(word)) return "million";
  if (/^(nghin|ngan|k|nghin dong|ngan dong)$/.test(word)) return "thousand";
  return /^(dong|d|vnd|vnđ|₫)$/.test(word) ? "dong" : null;
};

/** The unit that a header names in words: "Mức lương (triệu đồng)". */
export function unitOfHeader(header: string): Unit | null {
  const folded = fold(header);
  if (/\btrieu\b|\(tr\.?(d|đ)?\)|\bmillion/.test(folded)) return "million";
  if (/\b(nghin|ngan)\b|\(k\)|1\.?000 ?(d|vnd)/.test(folded)) return "thousand";
  return /\b(dong|vnd)\b|\(d\)/.test(folded) ? "dong" : null;
}

const foreign = /\$|usd|us d|\bdo la\b|\bdo my\b|krw|\bwon\b|jpy|\byen\b|eur|€|rmb|cny|\bte\b|¥|₩/;
const otherPeriod =
  /\/\s*(ngay|gio|h|ca|tuan|nam|day|hour|week|year|san pham|sp)\b|\b(moi|mot|theo) (ngay|gio|tuan|nam)\b/;
const agreed = /thoa thuan|thuong luong|negotia|canh tranh|competitive|\btt\b|deal/;

/** Digits as an amount: groups of three are thousands, but "7.500 triệu" and "7,5" are decimals. */
function amountOf(digits: string, unit: Unit | null): number | null {
  const text = digits.replace(/[\s\u00a0]/g, "").replace(/[.,]+$/, "");
  const separators = text.match(/[.,]/g) ?? [];
  if (separators.length === 0) return Number(text);
  if (unit === "million" && separators.length === 1) return Number(text.replace(",", "."));
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ""));
  if (/^\d{1,3}([.,]\d{3})+[.,]\d{1,2}$/.test(text))
    return Number(text.replace(/[.,]\d{1,2}$/, "").replace(/[.,]/g, ""));
  return separators.length === 1 ? Number(text.replace(",", ".")) : null;
}

/** An amount in đồng by its unit, or by its size where nobody says one: below 1,000 it can only be millions. */
function inDong(amount: number, unit: Unit | null): { dong: number; guessed: boolean } | null {
  const found = unit ?? (amount < 1_000 ? "million" : "dong");
  const dong = Math.round(amount * factors[found]);
  // Outside of these bounds it is no monthly wage of this country: the unit must be another one.
  return dong >= 1_000_000 && dong <= 500_000_000 ? { dong, guessed: unit === null && found === "million" } : null;
}

type Amount = { digits: string; unit: Unit | null };

/** All amounts of a text with their units; one without takes that of the next ("7-10 triệu"). "8tr5" is 8.5 million. */
function amountsOf(text: string): Amount[] {
  const joined = text.replace(
    /(\d+)\s*(?:trieu|tr)\s*(\d{1,3})(?![\d.,]|\s*(?:tr|k\b|ng))/g,
    (_, whole, part) => `${whole}.${part} trieu`,
  );
  const found: Amount[] = [];
  for (const match of joined.matchAll(/(\d(?:[\d.,]|\s(?=\d{3}(?!\d)))*)\s*([a-zđ₫]+)?/g)) {
    const [, digits = "", word = ""] = match;
    found.push({ digits, unit: unitOf(word) });
  }
  for (let at = found.length - 2; at >= 0; at--) {
    const [one, next] = [found[at], found[at + 1]];
    // "7.000.000 - 10 triệu": a number that is clearly in đồng does not take the other's unit.
    if (one && next && !one.unit && next.unit && (amountOf(one.digits, null) ?? 0) < 100_000) one.unit = next.unit;
  }
  return found;
}

const lower = /\b(tu|tren|hon|it nhat|toi thieu|min|from|over|khoi diem)\b|>|\+/;
const upper = /\b(den|toi|duoi|toi da|max|khong qua|up to|under|len den)\b|</;

/**
 * What an offered monthly wage says: "7-10 triệu", "từ 8tr", "9.500.000 - 12.000.000đ", "trên 10 triệu", "Thỏa thuận".
 * Foreign money and wages by the day or hour are asked back (`wageCurrency`, `wagePeriod`), never converted.
 */
export const readWage: Reader<Wage> = (cell, { header }): Read<Wage> => {
  const text = fold(shown(cell));
  if (foreign.test(text) || foreign.test(fold(header))) return unread("wageCurrency");
  if (otherPeriod.test(text)) return unread("wagePeriod");
  if (!/\d/.test(text)) return agreed.test(text) ? taken({ min: null, max: null, negotiable: true }) : unread("wage");
  const named = unitOfHeader(header);
  const monthless = text.replace(/\/\s*(1\s*)?(thang|month|t)\b|\b(mot|moi|hang) thang\b|\bper month\b|1 thang/g, " ");
  const amounts = amountsOf(monthless);
  if (amounts.length > 2) return unread("wage");
  let guessed = false;
  const dong: number[] = [];
  for (const { digits, unit } of amounts) {
    const amount = amountOf(digits, unit ?? named);
    // A column "in millions" in which somebody writes 9.500.000 means đồng.
    const inUnit = amount !== null && unit === null && named && amount >= 100_000 ? "dong" : (unit ?? named);
    const read = amount === null ? null : inDong(amount, inUnit);
    if (!read) return unread("wageUnit");
    guessed ||= read.guessed;
    dong.push(read.dong);
  }
  const [first = 0, second] = dong;
  if (second !== undefined && second < first) return unread("wageOrder");
  const wage: Wage = { min: first, max: second ?? first, negotiable: agreed.test(text) };
  if (second === undefined) {
    const isUpper = upper.test(monthless) && !lower.test(monthless);
    if (isUpper) Object.assign(wage, { min: null, max: first });
    else if (lower.test(monthless)) wage.max = null;
  }
  return guessed ? taken(wage, "readAsMillions") : taken(wage);
};

/** One amount in đồng: basic pay, a lower or an upper bound. */
export const readMoney: Reader<number> = (cell, context) => {
  const read = readWage(cell, context);
  if (!read.ok) return read;
  const { min, max } = read.value;
  if (min !== null && max !== null && min !== max) return unread("oneAmount");
  const value = min ?? max;
  return value === null ? unread("wage") : { ...read, value };
};
