import { addDays, type Day, dateToDay } from "@/lib/core/day";

/**
 * The Vietnamese lunar year, as far as public holidays need it. Months begin on the day of the new moon in Vietnam
 * (UTC+7), the 11th month holds the winter solstice, a month without a principal solar term is a leap month: the rules
 * of the Vietnamese calendar, by the series of J. Meeus, *Astronomical Algorithms*, chapters 25 and 49. Right to about a
 * minute, which decides every new moon from 2000 to 2060 that does not fall on the very stroke of midnight.
 */

const dayOfJulian = (julian: number): Day => dateToDay(new Date((julian - 2_440_588) * 86_400_000));
const julianOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 2_440_588;
const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Julian instant (universal time) of the `k`th new moon after that of 6 January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const argument = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k;
  const e = 1 - 0.002516 * t;
  const correction =
    -0.4072 * sine(moon) +
    0.17241 * e * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * argument) +
    0.00739 * e * sine(moon - sun) -
    0.00514 * e * sine(moon + sun) +
    0.00208 * e * e * sine(2 * sun) -
    0.00111 * sine(moon - 2 * argument) -
    0.00057 * sine(moon + 2 * argument) +
    0.00056 * e * sine(2 * moon + sun) -
    0.00042 * sine(3 * moon) +
    0.00042 * e * sine(sun + 2 * argument) +
    0.00038 * e * sine(sun - 2 * argument) -
    0.00024 * e * sine(2 * moon - sun) -
    0.00017 * sine(node);
  // Some 70 seconds between dynamical and universal time in these decades.
  return mean + correction - 70 / 86_400;
}

/** The calendar day, by its Julian number, on which a Julian instant falls in Vietnam. */
const localDay = (instant: number) => Math.floor(instant + 0.5 + 7 / 24);

/** Apparent longitude of the sun at 00:00 of a day in Vietnam, degrees 0–360. */
function sunLongitude(julianDay: number): number {
  const t = (julianDay - 0.5 - 7 / 24 - 2_451_545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

const firstMoon = 2_451_550;
const sector = (julianDay: number) => Math.floor(sunLongitude(julianDay) / 30);

/** First day (Julian) of the 11th lunar month of a solar year, and its new moon's number. */
function eleventhMonth(year: number): { k: number; start: number } {
  let k = Math.floor((julianOfDay(`${year}-12-31`) - firstMoon) / 29.530588861) + 1;
  while (localDay(newMoon(k)) > julianOfDay(`${year}-12-31`)) k--;
  // The solstice (longitude 270°, sector 9) must not have passed when the month begins.
  if (sector(localDay(newMoon(k))) >= 9) k--;
  return { k, start: localDay(newMoon(k)) };
}

/** First day of a month (1–12, not the leap month of that number) of the lunar year that begins in solar `year`. */
export function lunarMonthStart(year: number, month: number): Day {
  const before = eleventhMonth(year - 1);
  const after = eleventhMonth(year);
  // 13 months between two 11th months: the first that holds no principal term is the leap month.
  let leap = Number.POSITIVE_INFINITY;
  if (after.k - before.k === 13) {
    for (let at = 1; at <= 13 && leap > 13; at++)
      if (sector(localDay(newMoon(before.k + at))) === sector(localDay(newMoon(before.k + at + 1)))) leap = at;
  }
  const place = month + 1;
  return dayOfJulian(
    month >= 11 ? start(after, month - 11) : localDay(newMoon(before.k + (place >= leap ? place + 1 : place))),
  );
}

const start = (of: { k: number }, more: number) => localDay(newMoon(of.k + more));

/** The day of a lunar date, e.g. `lunarDay(2026, 1, 1)` is Tết of 2026. */
export const lunarDay = (year: number, month: number, day: number): Day =>
  addDays(lunarMonthStart(year, month), day - 1);
