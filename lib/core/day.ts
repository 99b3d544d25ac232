/** A calendar day of Asia/Ho_Chi_Minh, `YYYY-MM-DD`. Sorts as text. */
export type Day = string;

const inHaiPhong = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });

/** The calendar day of an instant in Hải Phòng (UTC+7, no daylight saving). */
export const dayOf = (instant: Date): Day => inHaiPhong.format(instant);

/** The day as PostgreSQL's `date` travels through Prisma: midnight UTC. */
export const dayToDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The day of a `date` column read through Prisma. */
export const dateToDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** The instant at which a day ends in Hải Phòng, exclusive: 00:00 of the next day, local time. */
export const endOfDay = (day: Day): Date => new Date(new Date(`${day}T00:00:00+07:00`).getTime() + 86_400_000);

/** `day` moved by whole days. */
export const addDays = (day: Day, days: number): Day =>
  dateToDay(new Date(dayToDate(day).getTime() + days * 86_400_000));

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => (dayToDate(b).getTime() - dayToDate(a).getTime()) / 86_400_000;

/** True for a real calendar day in ISO form; `2024-02-30` is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dateToDay(date) === text;
}

/** `30/07/2024`, the form in use in Vietnam. */
export const formatDay = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** A day in the form in use; any other text as it is: cells of a table hold both. */
export const shownDay = (text: string): string => (isDay(text) ? formatDay(text) : text);

/** Reads `30/7/2024`, `30-07-2024` or ISO; null when it is no real day. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (!match) return null;
  const [, d = "", m = "", y = ""] = match;
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** Made once: another one a row would cost more than the row's query, and memory that is not given back. */
const moments = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** `22/11/2026 10:42:07` in Hải Phòng. */
export const formatMoment = (at: Date): string => moments.format(at).replace(",", "");
