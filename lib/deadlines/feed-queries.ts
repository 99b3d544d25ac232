import { addDays, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { AssignmentState } from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/paths";
import { hashOf } from "@/lib/identity/tokens";
import { loadCalendar } from "./calendar-queries";
import { calendarFile, type FeedLine } from "./feed";
import { type ReportingUnit, unitOf } from "./unit";

/** Due days in a feed: of the last half-year and all that are planned. */
const pastDays = 183;
/** Beyond it, nobody keeps them in a calendar. */
const mostEvents = 2_000;

/** Whose feed an address is; null when it was never given, was taken back, or its owner is disabled. */
export async function feedOwner(token: string): Promise<{ userId: number } | null> {
  return db().calendarFeed.findFirst({
    where: { tokenHash: hashOf(token), user: { disabledAt: null } },
    select: { userId: true },
  });
}

/** What the organisations or the unit of a person owe, as a calendar file in the person's language. */
export async function feedOf(userId: number, portal: string, now: Date): Promise<string> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { locale: true, staffRole: true },
  });
  const since = addDays(dayOf(now), -pastDays);
  const rows = await db().$queryRaw<
    (Omit<FeedLine, "dueOn" | "unit" | "state"> & { dueOn: Date; unit: ReportingUnit | null; state: AssignmentState })[]
  >`
    select a.id as "assignmentId", o."nameVi" as "obligationVi", o."nameEn" as "obligationEn", o.citation,
      g."nameVi" as organisation, g.kind::text as kind, a.unit::text as unit, a."dueOn", a.state::text as state, a.version,
      greatest(a."createdAt", a."draftSavedAt", a."submittedAt", a."decidedAt",
        (select max(x."decidedAt") from "DueExtension" x where x."assignmentId" = a.id)) as "changedAt"
    from "ReportAssignment" a
      join "ReportingPeriod" p on p.id = a."periodId" join "Obligation" o on o.id = p."obligationId"
      left join "Organisation" g on g.id = a."organisationId"
    where a."dueOn" >= ${since}::date
      and (a."organisationId" in (select m."organisationId" from "Membership" m where m."userId" = ${userId})
        or a.unit::text = ${unitOf(user.staffRole)})
    order by a."dueOn", a.id limit ${mostEvents}`;
  const lines = rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) }));
  const locale = locales.find((known) => known === user.locale) ?? "vi";
  return calendarFile(lines, locale, portal, await loadCalendar());
}

/** Since when a person has a calendar address, and when it was read last; null: none. */
export const ownFeed = (userId: number) =>
  db().calendarFeed.findUnique({ where: { userId }, select: { createdAt: true, lastReadAt: true } });
