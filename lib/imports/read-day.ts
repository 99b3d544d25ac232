import { type Day, isDay } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { dayOfSerial } from "@/lib/documents/table";
import { type Reader, shown, taken, unread } from "./readers";

const pad = (value: number | string) => String(value).padStart(2, "0");

/** `24` is 2024: no table of this portal speaks of another century. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

const lastDayOf = (year: number, month: number): Day => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The day if it is one; where the first number cannot be a month but the second cannot be one either, none. */
function made(year: number, month: number, day: number): Day | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : null;
}

/** The next day of that date, today included: what "30/7" says without a year. */
function nextOf(today: Day, month: number, day: number | null): Day | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const found = day === null ? lastDayOf(candidate, month) : made(candidate, month, day);
    if (found && found >= today) return found;
  }
  return null;
}

const endless =
  /lien tuc|thuong xuyen|khi (nao )?du|den khi|den luc|khong (gioi han|thoi han)|quanh nam|ca nam|until filled/;

/**
 * A calendar day as people write it: a real date, a serial without a format, `30/7/2024`, `31-07-24`, ISO, "ngày 30 tháng 7
 * năm 2024", "hết tháng 8". Of a range the last day counts. A year that is not said is the next possible one, with a note.
 */
export const readDay: Reader<Day> = (cell, { today }) => {
  if (cell.kind === "day") return isDay(String(cell.value)) ? taken(String(cell.value)) : unread("date");
  if (cell.kind === "number") {
    const value = Number(cell.value);
    const day = value > 20_000 && value < 80_000 ? dayOfSerial(value) : null;
    return day ? taken(day) : unread("date");
  }
  if (cell.kind !== "text") return unread("date");
  const text = fold(shown(cell)).replace(/\s+/g, " ");
  if (endless.test(text)) return unread("noEnd");

  const iso = [...text.matchAll(/\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g)].at(-1);
  if (iso) {
    const day = made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day ? taken(day) : unread("date");
  }
  const spoken = /(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?/.exec(text);
  const spaced = text.replace(/\s*([/.])\s*/g, "$1").replace(/^(\d+) ?- ?(\d+) ?- ?(\d+)$/, "$1-$2-$3");
  const numbers = [...spaced.matchAll(/(?<![\d/.])(\d{1,2})(?<by>[/.-])(\d{1,2})\k<by>(\d{4}|\d{2})(?!\d)/g)].at(-1);
  const [first = "", second = "", year = ""] = numbers
    ? [numbers[1], numbers[3], numbers[4]]
    : (spoken?.slice(1) ?? []);
  if (year) {
    const [a, b] = [Number(first), Number(second)];
    const day = made(fullYear(year), b, a);
    if (day) return taken(day);
    // 7/30/2024 can only be the American order.
    const american = b > 12 ? made(fullYear(year), a, b) : null;
    return american ? taken(american, "monthFirst", { value: american }) : unread("date");
  }
  const short = spoken ?? [...spaced.matchAll(/(?<![\d/.])(\d{1,2})[/.-](\d{1,2})(?![\d/.-])/g)].at(-1);
  const month = /(?:thang|t)\s*(\d{1,2})(?:(?:\/|-|\.| nam | )(\d{4}))?(?!\d)/.exec(spaced);
  if (short && !month?.[2] && !(month && !spoken)) {
    const day = nextOf(today, Number(short[2]), Number(short[1]));
    return day ? taken(day, "yearAssumed", { value: day }) : unread("date");
  }
  const monthYear = month ?? /(?<![\d/.])(\d{1,2})[/-](\d{4})(?!\d)/.exec(spaced);
  if (monthYear) {
    const number = Number(monthYear[1]);
    if (number < 1 || number > 12) return unread("date");
    if (monthYear[2]) return taken(lastDayOf(Number(monthYear[2]), number));
    const day = nextOf(today, number, null);
    return day ? taken(day, "yearAssumed", { value: day }) : unread("date");
  }
  const wholeYear = /(?:het|cuoi|trong) (?:nam )?(\d{4})$/.exec(text);
  return wholeYear ? taken(`${wholeYear[1]}-12-31`) : unread("date");
};
