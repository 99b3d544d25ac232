import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState, CallOutcome, MailStatus, ReminderChannel, StaffRole } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { searchWords } from "@/lib/organisations/list";
import { seesContacts } from "@/lib/organisations/rules";
import { type LateFilter, type LateQuery, latePerPage } from "./escalation-list";
import { hasAccount, type PendingStep, recipientsOf, stillOpen, takesAnswers } from "./reminder-queries";
import { type ReportingUnit, unitOf } from "./unit";

/** Late reports that the actor may ask for: labour officers all, other units those of the obligations that they read. */
export function lateScope(actor: Actor): Prisma.Sql {
  const unit = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  if (unit === "LABOUR_OFFICER") return Prisma.sql`true`;
  return unit ? Prisma.sql`o.reviewer::text = ${unit}` : Prisma.sql`false`;
}

/** Late reports that the actor may look at: those to ask for, and all of them for whoever oversees reports. */
export const lateReadScope = (actor: Actor): Prisma.Sql =>
  permissions.overseeReports(actor) ? Prisma.sql`true` : lateScope(actor);

const bounced = Prisma.sql`exists (select 1 from "Reminder" r join "Mail" m on m.id = r."mailId"
  where r."assignmentId" = a.id and m.status = 'FAILED')`;

/** Tables of a late report: `a`, its period `p`, obligation `o`, organisation `g`, enterprise `e`, park `k`. */
export const tables = Prisma.sql`"ReportAssignment" a
  join "ReportingPeriod" p on p.id = a."periodId" join "Obligation" o on o.id = p."obligationId"
  left join "Organisation" g on g.id = a."organisationId"
  left join "Enterprise" e on e.id = a."organisationId" left join "IndustrialPark" k on k.id = e."parkId"`;

/** Late is what is open, of a period that is not closed, after its due day. `scope`: to act on, unless it is only read. */
export function lateWhere(filter: LateFilter, actor: Actor, today: Day, scope = lateScope(actor)): Prisma.Sql {
  const all = [
    stillOpen,
    Prisma.sql`a."dueOn" < ${today}::date`,
    Prisma.sql`p."closedAt" is null`,
    takesAnswers,
    scope,
  ];
  for (const word of filter.q ? searchWords(filter.q) : [])
    all.push(Prisma.sql`coalesce(e."searchText", vi_norm(g."nameVi")) like ${`%${word}%`}`);
  if (filter.obligation) all.push(Prisma.sql`p."obligationId" = ${filter.obligation}`);
  if (filter.period) all.push(Prisma.sql`p.id = ${filter.period}`);
  if (filter.park) all.push(Prisma.sql`e."parkId" = ${filter.park}`);
  if (filter.unit) all.push(Prisma.sql`a.unit::text = ${filter.unit}`);
  if (filter.reviewer) all.push(Prisma.sql`o.reviewer::text = ${filter.reviewer}`);
  if (filter.days) all.push(Prisma.sql`a."dueOn" <= ${today}::date - ${filter.days}::int`);
  if (filter.reach === "noAccount")
    all.push(Prisma.sql`a."organisationId" is not null and not ${hasAccount(Prisma.sql`a."organisationId"`)}`);
  if (filter.reach === "bounced") all.push(bounced);
  return Prisma.join(all, " and ");
}

const orders: Record<LateQuery["sort"], Prisma.Sql> = {
  due: Prisma.sql`a."dueOn"`,
  name: Prisma.sql`g."nameVi"`,
  park: Prisma.sql`k."shortNameVi"`,
};

export type LateRow = {
  id: number;
  organisation: string | null;
  organisationId: number | null;
  taxCode: string | null;
  unit: ReportingUnit | null;
  parkVi: string | null;
  parkEn: string | null;
  obligationVi: string;
  obligationEn: string;
  slot: string;
  dueOn: Day;
  /** Calendar days. */
  daysLate: number;
  state: AssignmentState;
  hasAccount: boolean;
  bounced: boolean;
  remindedAt: Date | null;
  calls: number;
  letters: number;
};

/** The statement behind a page of late reports; apart, so that a test can ask PostgreSQL how it would run it. */
export function latePage(query: LateQuery, actor: Actor, today: Day): Prisma.Sql {
  const direction = query.dir === "asc" ? Prisma.sql`asc` : Prisma.sql`desc nulls last`;
  // The page first; what is told of each of its rows is looked up for these alone.
  return Prisma.sql`
    with page as materialized (
      select a.id from ${tables} where ${lateWhere(query, actor, today, lateReadScope(actor))}
      order by ${orders[query.sort]} ${direction}, a.id limit ${latePerPage} offset ${(query.page - 1) * latePerPage})
    select a.id, g."nameVi" as organisation, a."organisationId", e."taxCode", a.unit::text as unit,
      k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
      o."nameVi" as "obligationVi", o."nameEn" as "obligationEn", p.slot, a."dueOn", ${today}::date - a."dueOn" as "daysLate",
      a.state::text as state, (a."organisationId" is null or ${hasAccount(Prisma.sql`a."organisationId"`)}) as "hasAccount",
      ${bounced} as bounced, (select max(r.at) from "Reminder" r where r."assignmentId" = a.id) as "remindedAt",
      (select count(*)::int from "EscalationCall" c where c."assignmentId" = a.id) as calls,
      (select count(*)::int from "EscalationLetter" l where l."assignmentId" = a.id) as letters
    from page join ${tables} on a.id = page.id order by ${orders[query.sort]} ${direction}, a.id`;
}

/** Counts what `latePage` has pages of. */
export const lateCount = (query: LateQuery, actor: Actor, today: Day): Prisma.Sql => Prisma.sql`
  select count(*)::int as total, count(*) filter (where ${lateScope(actor)})::int as "toAsk"
  from ${tables} where ${lateWhere(query, actor, today, lateReadScope(actor))}`;

/** A page of late reports, how many there are in all, and how many of them the actor may ask for. */
export async function lateReports(query: LateQuery, actor: Actor, now: Date) {
  const today = dayOf(now);
  const [rows, counted] = await Promise.all([
    db().$queryRaw<(Omit<LateRow, "dueOn"> & { dueOn: Date })[]>(latePage(query, actor, today)),
    db().$queryRaw<{ total: number; toAsk: number }[]>(lateCount(query, actor, today)),
  ]);
  const { total, toAsk } = counted[0] ?? { total: 0, toAsk: 0 };
  return { rows: rows.map((row): LateRow => ({ ...row, dueOn: dateToDay(row.dueOn) })), total, toAsk };
}

/** What the filters offer: obligations and periods that have late reports, and parks. */
export async function lateChoices(actor: Actor, now: Date) {
  const [periods, parks] = await Promise.all([
    db().$queryRaw<{ id: number; obligationId: number; nameVi: string; nameEn: string; slot: string }[]>`
      select p.id, o.id as "obligationId", o."nameVi", o."nameEn", p.slot
      from "ReportingPeriod" p join "Obligation" o on o.id = p."obligationId"
      where p."closedAt" is null and ${lateReadScope(actor)} and exists (
        select 1 from "ReportAssignment" a where a."periodId" = p.id and ${stillOpen} and a."dueOn" < ${dayOf(now)}::date)
      order by p."dueOn" desc, p.id desc limit 200`,
    db().industrialPark.findMany({
      select: { id: true, shortNameVi: true, shortNameEn: true },
      orderBy: { shortNameVi: "asc" },
    }),
  ]);
  return { periods, parks };
}

/**
 * Whom to write to about the late reports of a filter, each person and report that was not asked for by hand today.
 *
 * @returns steps without a number, and how many reports have nobody to write to
 */
export async function chaseSteps(tx: Tx, filter: LateFilter, actor: Actor, today: Day) {
  const owed = Prisma.sql`owed as materialized (
    select a.id, a."organisationId", a.unit, a."dueOn" from ${tables} where ${lateWhere(filter, actor, today)})`;
  const steps = await tx.$queryRaw<PendingStep[]>`
    with ${owed}
    select r.key, r."userId", r.address, r."to", r.locale, w.id as "assignmentId", w."dueOn", null::int as step, ${today}::date as "plannedOn"
    from owed w join (${recipientsOf("owed")}) r on r.id = w.id
    where not exists (select 1 from "Reminder" x where x."assignmentId" = w.id and x.step is null and x."plannedOn" = ${today}::date
      and x.channel = 'MAIL' and coalesce(x."userId", 0) = coalesce(r."userId", 0) and coalesce(x.address, '') = coalesce(r.address, ''))
    order by r.key, w.id`;
  const [silent] = await tx.$queryRaw<{ count: number }[]>`
    with ${owed}
    select count(*)::int as count from owed w where not exists (select 1 from (${recipientsOf("owed")}) r where r.id = w.id)`;
  return { steps, unreachable: silent?.count ?? 0 };
}

/** Whether a report is one that the actor may ask for, and is still to come. */
export async function mayEscalate(tx: Tx, id: number, actor: Actor): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select a.id from ${tables} where a.id = ${id} and ${stillOpen} and ${lateScope(actor)}`;
  return rows.length === 1;
}

/** A reminder as it is proven. */
export type Proof = {
  id: string;
  at: Date;
  step: number | null;
  plannedOn: Day;
  channel: ReminderChannel;
  to: string;
  by: string | null;
  mail: { status: MailStatus; lastError: string | null } | null;
  readAt: Date | null;
};

/** A late report (or one that was) with everything that was done to get it; null when the actor may not look at it. */
export async function escalationOf(id: number, actor: Actor, now: Date) {
  const today = dayOf(now);
  const [row] = await db().$queryRaw<
    {
      id: number;
      organisation: string | null;
      organisationId: number | null;
      unit: ReportingUnit | null;
      obligationVi: string;
      obligationEn: string;
      citation: string;
      reviewer: StaffRole;
      slot: string;
      dueOn: Date;
      daysLate: number;
      state: AssignmentState;
    }[]
  >`
    select a.id, g."nameVi" as organisation, a."organisationId", a.unit::text as unit, o."nameVi" as "obligationVi",
      o."nameEn" as "obligationEn", o.citation, o.reviewer, p.slot, a."dueOn", ${today}::date - a."dueOn" as "daysLate", a.state::text as state
    from ${tables} where a.id = ${id} and ${lateReadScope(actor)}`;
  if (!row) return null;
  const [reminders, calls, letters, contacts] = await Promise.all([
    db().reminder.findMany({
      where: { assignmentId: id },
      orderBy: { id: "desc" },
      take: 200,
      include: {
        user: { select: { fullName: true, email: true } },
        byUser: { select: { fullName: true } },
        mail: { select: { status: true, lastError: true, toAddress: true } },
        notice: { select: { readAt: true } },
      },
    }),
    callsOf(id),
    db().escalationLetter.findMany({
      where: { assignmentId: id },
      include: { document: { include: { register: { select: { symbol: true } } } } },
      orderBy: { documentId: "desc" },
    }),
    row.organisationId === null ? [] : contactsFor([row.organisationId], actor),
  ]);
  return {
    ...row,
    dueOn: dateToDay(row.dueOn),
    contacts,
    calls,
    letters: letters.map(({ document }) => ({
      id: document.id,
      number: `${document.no}/${document.register.symbol}`,
      issuedOn: dateToDay(document.issuedOn),
      cancelled: document.cancelledAt !== null,
    })),
    reminders: reminders.map(
      (one): Proof => ({
        id: String(one.id),
        at: one.at,
        step: one.step,
        plannedOn: dateToDay(one.plannedOn),
        channel: one.channel,
        to: one.mail?.toAddress ?? one.user?.email ?? one.address ?? "",
        by: one.byUser?.fullName ?? null,
        mail: one.mail && { status: one.mail.status, lastError: one.mail.lastError },
        readAt: one.notice?.readAt ?? null,
      }),
    ),
  };
}

export type CallLine = { id: number; at: Date; outcome: CallOutcome; note: string | null; by: string };

async function callsOf(assignmentId: number): Promise<CallLine[]> {
  const rows = await db().escalationCall.findMany({
    where: { assignmentId },
    orderBy: { id: "desc" },
    include: { byUser: { select: { fullName: true } } },
  });
  return rows.map(({ id, at, outcome, note, byUser }) => ({ id, at, outcome, note, by: byUser.fullName }));
}

/** Contacts of organisations, for those who see contacts; for all others there are none. */
export async function contactsFor(organisationIds: readonly number[], actor: Actor) {
  if (!seesContacts(actor)) return [];
  return db().contactPoint.findMany({
    where: { organisationId: { in: [...organisationIds] } },
    select: { id: true, organisationId: true, fullName: true, title: true, phone: true, email: true },
    orderBy: [{ organisationId: "asc" }, { id: "asc" }],
  });
}
