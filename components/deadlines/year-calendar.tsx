import { useLocale, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { addDays, type Day, dayToDate } from "@/lib/core/day";
import { CalendarDayKind } from "@/lib/db/generated/enums";
import { weekdayOf } from "@/lib/deadlines/calendar";
import type { CalendarLine } from "@/lib/deadlines/calendar-queries";
import { type MonthGrid, yearGrid } from "@/lib/deadlines/month-grid";
import { DayMark } from "./day-mark";

/** Days are no instants: their names are asked for in UTC, where they are kept. */
const namer = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (day: Day) => format.format(dayToDate(day));
};

const monday: Day = "2024-01-01";
const week = Array.from({ length: 7 }, (_, at) => addDays(monday, at));

/** The year on the wall: twelve months, each day that is not what its weekday says in a shape of its own, and in words. */
export function YearCalendar({ year, lines, today }: { year: number; lines: readonly CalendarLine[]; today: Day }) {
  const t = useTranslations("deadlines");
  const byDay = new Map(lines.map((line) => [line.day, line]));
  return (
    <>
      <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-2 text-mist-700 text-sm" aria-label={t("calendar.legend")}>
        {Object.values(CalendarDayKind).map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <span aria-hidden="true">
              <DayMark kind={kind} />
            </span>
            {t(`dayKind.${kind}`)}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="rounded-sm bg-mist-100">
            <DayMark kind={undefined} />
          </span>
          {t("calendar.weekend")}
        </li>
      </ul>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {yearGrid(year).map((month) => (
          <Month key={month.month} {...month} byDay={byDay} today={today} />
        ))}
      </div>
    </>
  );
}

function Month({ first, weeks, byDay, today }: MonthGrid & { byDay: Map<Day, CalendarLine>; today: Day }) {
  const t = useTranslations("deadlines.dayKind");
  const locale = useLocale();
  const [short, long] = [namer(locale, { weekday: "narrow" }), namer(locale, { weekday: "long" })];
  return (
    <table className="card w-full table-fixed border-separate border-spacing-0 self-start text-center text-sm">
      <caption className="px-3 pt-1 pb-2 text-left font-semibold text-harbour-900 first-letter:uppercase">
        {namer(locale, { month: "long" })(first)}
      </caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col" className="pt-2 font-normal text-mist-600 text-xs">
              <abbr title={long(day)} className="no-underline">
                {short(day)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days.find((day) => day !== null)}>
            {days.map((day, at) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
              if (day === null) return <td key={at} />;
              const line = byDay.get(day);
              return (
                <td
                  key={day}
                  aria-current={day === today ? "date" : undefined}
                  className={classes(
                    "py-0.5",
                    weekdayOf(day) > 4 && "bg-mist-50 text-mist-600",
                    day === today && "outline outline-2 outline-harbour-600 -outline-offset-2",
                  )}
                >
                  <span title={line && (locale === "vi" ? line.nameVi : line.nameEn)}>
                    <DayMark kind={line?.kind}>{Number(day.slice(8))}</DayMark>
                  </span>
                  {line && (
                    <span className="sr-only">
                      {`: ${t(line.kind)}, ${locale === "vi" ? line.nameVi : line.nameEn}`}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
