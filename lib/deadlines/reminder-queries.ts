import { type Day, dateToDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type DueStep, ladderReach, type OwedLine } from "./reminders";
import { ladder } from "./schema";
import type { ReportingUnit } from "./unit";

/** States in which a report is still to come; as the partial index has it. */
export const stillOpen = Prisma.sql`a.state in ('OWED', 'DRAFT', 'RETURNED')`;

/** A call to schools that was closed takes nothing more: nobody is asked for it. */
export const takesAnswers = Prisma.sql`not exists (
  select 1 from "DataCall" dc where dc."obligationId" = o.id and dc.state = 'CLOSED')`;

/** The calendar day of an instant in Hải Phòng. */
export const localDay = (column: Prisma.Sql) => Prisma.sql`(${column} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** An organisation has somebody who can sign in. */
export const hasAccount = (organisationId: Prisma.Sql) => Prisma.sql`exists (
  select 1 from "Membership" m join "User" u on u.id = m."userId" where m."organisationId" = ${organisationId} and u."disabledAt" is null)`;

/**
 * Who is written to about reports: all members of the organisation that owes, the staff of the unit that owes, and where
 * an organisation has no account, its contacts with an address.
 *
 * @param owed name of a table expression with `id` (of the assignment), `"organisationId"` and `unit`, each row once
 * @returns statement of `id, key, "userId", address, "to", "fullName", locale, since`; `key` tells people apart
 */
export const recipientsOf = (owed: "owed") => Prisma.sql`
  select o.id, 'u' || u.id as key, u.id as "userId", null::text as address, u.email::text as "to", u."fullName", u.locale,
    ${localDay(Prisma.sql`m."createdAt"`)} as since
  from ${Prisma.raw(owed)} o join "Membership" m on m."organisationId" = o."organisationId"
    join "User" u on u.id = m."userId" and u."disabledAt" is null
  union all
  select o.id, 'u' || u.id, u.id, null, u.email::text, u."fullName", u.locale, ${localDay(Prisma.sql`u."createdAt"`)}
  from ${Prisma.raw(owed)} o join "User" u on u."disabledAt" is null
    and (case u."staffRole" when 'LABOUR_HEAD' then 'LABOUR_OFFICER' else u."staffRole" end) = o.unit
  union all
  select distinct on (o.id, lower(c.email)) o.id, lower(c.email), null, lower(c.email), c.email, c."fullName", 'vi', '2000-01-01'::date
  from ${Prisma.raw(owed)} o join "ContactPoint" c on c."organisationId" = o."organisationId" and c.email is not null
  where not ${hasAccount(Prisma.sql`o."organisationId"`)}`;

/** Obligations and due days around today that have open assignments: a few dozen rows, whatever the register. */
export async function dueGroups(tx: Tx, today: Day) {
  const rows = await tx.$queryRaw<{ obligationId: number; dueOn: Date; ladder: unknown; keptFrom: Date }[]>`
    with open as (
      select distinct p."obligationId", a."dueOn"
      from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId"
      where ${stillOpen} and a."dueOn" between ${today}::date - ${ladderReach}::int and ${today}::date + ${ladderReach}::int
        and p."closedAt" is null and p."opensOn" <= ${today}::date)
    select open.*, o.ladder, o."keptFrom" from open join "Obligation" o on o.id = open."obligationId"
    where o.state in ('LIVE', 'ENDED') and ${takesAnswers} order by o.id, open."dueOn"`;
  return rows.map((row) => ({
    obligationId: row.obligationId,
    dueOn: dateToDay(row.dueOn),
    ladder: ladder.parse(row.ladder),
    keptFrom: dateToDay(row.keptFrom),
  }));
}

/** A step for an assignment and a person; `step` null: by hand. */
export type PendingStep = {
  key: string;
  userId: number | null;
  address: string | null;
  to: string;
  locale: string;
  assignmentId: number;
  dueOn: Date;
  step: number | null;
  plannedOn: Date;
};

/** Identifies the one letter of the ladder that a person gets on a day. */
export const dailyKey = (today: Day) => `reminder:${today}:`;

/**
 * Steps that are due and of which nobody has been told, for the first `most` people in order. Not told are who was
 * written to today already (one letter a day), who joined after the step's day, and of steps from before the due day was
 * extended or the answer returned.
 */
export const pendingSteps = (tx: Tx, due: readonly DueStep[], today: Day, most: number) => tx.$queryRaw<PendingStep[]>`
  with step as (
    select * from unnest(${due.map(({ obligationId }) => obligationId)}::int[], ${due.map(({ dueOn }) => dueOn)}::text[]::date[],
      ${due.map(({ step }) => step)}::int[], ${due.map(({ plannedOn }) => plannedOn)}::text[]::date[])
      as t ("obligationId", "dueOn", step, "plannedOn")
  ), due as materialized (
    select a.id, a."organisationId", a.unit, a."dueOn", s.step, s."plannedOn"
    from step s
      join "ReportingPeriod" p on p."obligationId" = s."obligationId" and p."closedAt" is null and p."opensOn" <= ${today}::date
      join "ReportAssignment" a on a."periodId" = p.id and a."dueOn" = s."dueOn" and ${stillOpen}
    where not exists (select 1 from "DueExtension" x where x."assignmentId" = a.id and x.state = 'GRANTED'
        and ${localDay(Prisma.sql`x."decidedAt"`)} > s."plannedOn")
      and not exists (select 1 from "ReportSubmission" x where x."assignmentId" = a.id and x.outcome = 'RETURNED'
        and ${localDay(Prisma.sql`x."decidedAt"`)} > s."plannedOn")
  ), owed as (
    select distinct id, "organisationId", unit from due
  ), pending as materialized (
    select p.key, p."userId", p.address, p."to", p.locale, d.id as "assignmentId", d."dueOn", d.step, d."plannedOn"
    from due d join (${recipientsOf("owed")}) p on p.id = d.id and p.since <= d."plannedOn"
    where not exists (select 1 from "Reminder" r where r."assignmentId" = d.id and r.step = d.step and r."dueOn" = d."dueOn"
        and r.channel = 'MAIL' and coalesce(r."userId", 0) = coalesce(p."userId", 0) and coalesce(r.address, '') = coalesce(p.address, ''))
      and not exists (select 1 from "Mail" m where m."dedupeKey" = ${dailyKey(today)} || p.key)
  )
  select * from pending where key in (select distinct key from pending order by key limit ${most})
  order by key, "assignmentId", step`;

export type OwedBy = OwedLine & { key: string; assignmentId: number; kind: "ENTERPRISE" | "SCHOOL" | null };

/**
 * What people owe now, of periods that are open, by person.
 *
 * @param keys of `recipientsOf`
 * @param organisations that may concern them; others are not looked at
 */
export async function owedBy(
  tx: Tx,
  keys: readonly string[],
  organisations: readonly number[],
  units: readonly string[],
  today: Day,
): Promise<OwedBy[]> {
  const rows = await tx.$queryRaw<(Omit<OwedBy, "dueOn" | "unit"> & { dueOn: Date; unit: ReportingUnit | null })[]>`
    with owed as materialized (
      select a.id, a."organisationId", a.unit, a."dueOn", a.state, a."periodId"
      from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId"
      where ${stillOpen} and p."opensOn" <= ${today}::date and p."closedAt" is null
        and (a."organisationId" = any(${organisations}::int[]) or a.unit::text = any(${units}::text[]))
    )
    select r.key, w.id as "assignmentId", w."dueOn", w.state = 'RETURNED' as returned, w.unit, g."nameVi" as organisation,
      g.kind::text as kind, o."nameVi" as "obligationVi", o."nameEn" as "obligationEn"
    from owed w join (${recipientsOf("owed")}) r on r.id = w.id
      join "ReportingPeriod" p on p.id = w."periodId" join "Obligation" o on o.id = p."obligationId"
      left join "Organisation" g on g.id = w."organisationId"
    where r.key = any(${keys}::text[])`;
  return rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) }));
}
