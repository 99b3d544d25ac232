import { type Day, dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { CalendarDayKind } from "@/lib/db/generated/enums";
import { type HolidayName, holidayLaw, proposedHolidays } from "@/lib/deadlines/holidays";

type Entry = [day: Day, kind: CalendarDayKind, name: HolidayName | "swapped"];

const names: Record<HolidayName | "swapped", [vi: string, en: string]> = {
  newYear: ["Tết Dương lịch", "New Year's Day"],
  tet: ["Tết Nguyên đán", "Lunar New Year"],
  hungKings: ["Giỗ Tổ Hùng Vương", "Hung Kings' Commemoration Day"],
  reunification: ["Ngày Chiến thắng", "Victory Day"],
  labour: ["Ngày Quốc tế Lao động", "International Labour Day"],
  national: ["Quốc khánh", "National Day"],
  instead: ["Nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần", "Day off for a holiday on a weekly day off"],
  swapped: ["Hoán đổi ngày làm việc", "Swapped day"],
};

const off = (name: HolidayName, ...days: Day[]): Entry[] => days.map((day) => [day, "HOLIDAY", name]);
const instead = (...days: Day[]): Entry[] => days.map((day) => [day, "DAY_OFF_INSTEAD", "instead"]);
const swap = (rest: Day, work: Day): Entry[] => [
  [rest, "DAY_OFF_INSTEAD", "swapped"],
  [work, "WORK_INSTEAD", "swapped"],
];

const secondary = "Theo nguồn thứ cấp; cần đối chiếu với văn bản.";

/** What the yearly notices chose. None of the documents themselves was at hand, so none is called verified. */
const notices: { citation: string; issuedOn: Day | null; days: Entry[] }[] = [
  {
    citation: "Thông báo số 5015/TB-LĐTBXH về lịch nghỉ Tết Âm lịch và Quốc khánh năm 2024",
    issuedOn: "2023-11-22",
    days: [
      ...off("tet", "2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12"),
      ...instead("2024-02-13", "2024-02-14"),
      ...off("national", "2024-09-02", "2024-09-03"),
    ],
  },
  {
    citation: "Hoán đổi ngày làm việc dịp 30/4 và 01/5 năm 2024 (chưa rõ số văn bản)",
    issuedOn: null,
    days: swap("2024-04-29", "2024-05-04"),
  },
  {
    citation: "Thông báo số 6150/TB-BLĐTBXH về lịch nghỉ Tết Âm lịch, Quốc khánh, 30/4 và 01/5 năm 2025",
    issuedOn: "2024-12-03",
    days: [
      ...off("tet", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
      ...swap("2025-05-02", "2025-04-26"),
      ...off("national", "2025-09-01", "2025-09-02"),
    ],
  },
  {
    citation: "Thông báo số 9441 của Bộ Nội vụ về lịch nghỉ Tết Âm lịch và Quốc khánh năm 2026",
    issuedOn: "2025-10-16",
    days: [
      ...off("tet", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
      ...off("national", "2026-09-01", "2026-09-02"),
      ...swap("2026-08-31", "2026-08-22"),
    ],
  },
  {
    citation: "Văn bản số 12729/VPCP-KGVX về hoán đổi ngày làm việc dịp Tết Dương lịch năm 2026",
    issuedOn: "2025-12-25",
    days: swap("2026-01-02", "2026-01-10"),
  },
];

const lastYear = 2028;

/**
 * The work calendar of 2024–2028: what the notices chose, the days that the Labour Code fixes, and for years without a
 * notice what it leads one to expect. A day that stands already is left as staff have it.
 */
export async function loadCalendar(tx: Tx): Promise<void> {
  const taken = new Set((await tx.calendarDay.findMany({ select: { day: true } })).map(({ day }) => day.getTime()));
  const add = async (citation: string, issuedOn: Day | null, note: string, days: Entry[]) => {
    const free = days.filter(([day]) => !taken.has(dayToDate(day).getTime()));
    if (free.length === 0 || (await tx.calendarDecision.findUnique({ where: { citation }, select: { id: true } })))
      return;
    const { id } = await tx.calendarDecision.create({
      data: { citation, issuedOn: issuedOn && dayToDate(issuedOn), verified: false, note },
      select: { id: true },
    });
    for (const [day] of free) taken.add(dayToDate(day).getTime());
    await tx.calendarDay.createMany({
      data: free.map(([day, kind, name]) => ({
        day: dayToDate(day),
        kind,
        nameVi: names[name][0],
        nameEn: names[name][1],
        decisionId: id,
      })),
    });
  };
  for (const { citation, issuedOn, days } of notices) await add(citation, issuedOn, secondary, days);
  for (let year = 2024; year <= lastYear; year++) {
    const chosen = notices.some(({ days }) =>
      days.some(([day, , name]) => name === "tet" && day.startsWith(String(year))),
    );
    // Where a notice has chosen Tết and the National Day, the law adds only the days that it fixes itself.
    const days = proposedHolidays(year).filter(({ name, of }) => !chosen || !["tet", "national"].includes(of ?? name));
    await add(
      `${holidayLaw}: năm ${year}`,
      "2019-11-20",
      chosen ? "Ngày do luật định; ngày âm lịch do cổng tính." : "Dự kiến theo luật, chờ thông báo của năm.",
      days.map(({ day, kind, name }) => [day, kind, name]),
    );
  }
}
