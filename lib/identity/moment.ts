import { dayOf, formatDay } from "@/lib/core/day";

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit" });

/** An instant as letters and pages say it in both languages, in Hải Phòng: `10:42, 22/11/2026`. */
export const momentText = (instant: Date): string => `${clock.format(instant)}, ${formatDay(dayOf(instant))}`;
