import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, type Day, dayToDate, formatDay } from "@/lib/core/day";
import type { AssignmentState } from "@/lib/db/generated/enums";
import { messages } from "@/lib/i18n/messages";
import { href, type Locale, type Place } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import type { WorkCalendar } from "./calendar";
import type { ReportingUnit } from "./unit";

/** A report in somebody's calendar. */
export type FeedLine = {
  assignmentId: number;
  obligationVi: string;
  obligationEn: string;
  citation: string;
  organisation: string | null;
  kind: "ENTERPRISE" | "SCHOOL" | null;
  unit: ReportingUnit | null;
  dueOn: Day;
  state: AssignmentState;
  /** Of the assignment: each change is one more. */
  version: number;
  changedAt: Date;
};

/** The alarm rings so many working days before, at nine in the morning. */
const alarmDays = 3;

const done: readonly AssignmentState[] = ["ACCEPTED", "EXCUSED"];

const pageOf = (kind: FeedLine["kind"]): [Place, string] =>
  kind === null ? ["staff", "duties"] : [kind === "SCHOOL" ? "school" : "enterprise", "reports"];

/**
 * What somebody owes as a calendar (RFC 5545): an all-day event on each due day, with an alarm three working days before
 * while it is open. A report that moves keeps its number (UID) and counts its SEQUENCE up; one that is accepted or not owed
 * any more is sent as cancelled, so that calendars take it out.
 *
 * @param portal address of the portal, `https://…`
 */
export function calendarFile(
  lines: readonly FeedLine[],
  locale: Locale,
  portal: string,
  calendar: WorkCalendar,
): string {
  const say = wordsIn(locale, messages[locale].reminders.feed);
  const { host, origin } = new URL(portal);
  const file = ical({
    name: say("name"),
    prodId: { company: "HEZA", product: "HezaWorks", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3_600,
  });
  for (const line of lines) {
    const over = done.includes(line.state);
    const who = line.organisation ?? (line.unit ? messages[locale].register.unit[line.unit] : "");
    const event = file.createEvent({
      id: `report-${line.assignmentId}@${host}`,
      sequence: line.version - 1,
      allDay: true,
      start: dayToDate(line.dueOn),
      end: dayToDate(addDays(line.dueOn, 1)),
      stamp: line.changedAt,
      lastModified: line.changedAt,
      status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: say(line.state === "SUBMITTED" ? "handedIn" : "due", {
        name: locale === "vi" ? line.obligationVi : line.obligationEn,
      }),
      description: say("about", { who, day: formatDay(line.dueOn), citation: line.citation }),
      url: origin + href(locale, ...pageOf(line.kind)),
    });
    if (!over && line.state !== "SUBMITTED")
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: new Date(`${calendar.move(line.dueOn, -alarmDays)}T09:00:00+07:00`),
        description: say("alarm", { days: alarmDays }),
      });
  }
  return file.toString();
}
