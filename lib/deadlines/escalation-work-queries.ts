import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { CallOutcome } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { loadCalendar } from "./calendar-queries";
import { type LateLetter, type SaidOfReport, saidOfReport } from "./escalation-letter";
import { mostInLetter } from "./escalation-letter-schema";
import { contactsFor, lateReadScope, lateScope, lateWhere, tables } from "./escalation-queries";
import { ladderDays } from "./ladder";
import { localDay } from "./reminder-queries";
import { ladder } from "./schema";

type Act = "PHONE" | "LETTER";

/** Late obligations and due days whose ladder has come to an act by today, with the day of its latest step. */
async function reachedSteps(act: Act, actor: Actor, today: Day) {
  const rows = await db().$queryRaw<{ obligationId: number; dueOn: Date; ladder: unknown }[]>`
    select distinct o.id as "obligationId", a."dueOn", o.ladder from ${tables} where ${lateWhere({}, actor, today)}`;
  const calendar = await loadCalendar();
  return rows.flatMap(({ obligationId, dueOn, ladder: raw }) => {
    const days = ladderDays(ladder.parse(raw), dateToDay(dueOn), calendar).filter(
      (one) => one.act === act && one.on <= today,
    );
    const on = days.at(-1)?.on;
    return on ? [{ obligationId, dueOn: dateToDay(dueOn), on }] : [];
  });
}

type Reached = Awaited<ReturnType<typeof reachedSteps>>;

const reachedTable = (reached: Reached) => Prisma.sql`
  unnest(${reached.map(({ obligationId }) => obligationId)}::int[], ${reached.map(({ dueOn }) => dueOn)}::text[]::date[],
    ${reached.map(({ on }) => on)}::text[]::date[]) as s ("obligationId", "dueOn", "on")`;

export const callsPerPage = 25;

export type CallTask = {
  id: number;
  organisationId: number;
  organisation: string;
  parkVi: string | null;
  parkEn: string | null;
  obligationVi: string;
  obligationEn: string;
  slot: string;
  dueOn: Day;
  daysLate: number;
  lastOutcome: CallOutcome | null;
  lastCallAt: Date | null;
};

/** Organisations to be called: a telephone step has come and nobody was reached since. Those never called come first. */
export async function callTasks(filter: { park?: number | undefined; page: number }, actor: Actor, now: Date) {
  const today = dayOf(now);
  const reached = await reachedSteps("PHONE", actor, today);
  const from = Prisma.sql`from ${reachedTable(reached)} join ${tables} on o.id = s."obligationId" and a."dueOn" = s."dueOn"
    left join lateral (select c.outcome::text as outcome, c.at from "EscalationCall" c where c."assignmentId" = a.id order by c.id desc limit 1) l on true
    where ${lateWhere({ park: filter.park }, actor, today)} and a."organisationId" is not null
      and not exists (select 1 from "EscalationCall" c where c."assignmentId" = a.id and c.outcome = 'REACHED'
        and ${localDay(Prisma.sql`c.at`)} >= s."on")`;
  const [rows, counted] = await Promise.all([
    db().$queryRaw<(Omit<CallTask, "dueOn"> & { dueOn: Date })[]>`
      select a.id, a."organisationId", g."nameVi" as organisation, k."shortNameVi" as "parkVi", k."shortNameEn" as "parkEn",
        o."nameVi" as "obligationVi", o."nameEn" as "obligationEn", p.slot, a."dueOn", ${today}::date - a."dueOn" as "daysLate",
        l.outcome as "lastOutcome", l.at as "lastCallAt"
      ${from} order by l.at nulls first, a."dueOn", a.id limit ${callsPerPage} offset ${(filter.page - 1) * callsPerPage}`,
    db().$queryRaw<{ total: number }[]>`select count(*)::int as total ${from}`,
  ]);
  const tasks = rows.map((row): CallTask => ({ ...row, dueOn: dateToDay(row.dueOn) }));
  const contacts = await contactsFor([...new Set(tasks.map(({ organisationId }) => organisationId))], actor);
  return {
    total: counted[0]?.total ?? 0,
    rows: tasks.map((task) => ({
      ...task,
      contacts: contacts.filter(({ organisationId }) => organisationId === task.organisationId),
    })),
  };
}

export type LetterCandidate = {
  id: number;
  organisation: string;
  taxCode: string | null;
  parkVi: string | null;
  dueOn: Day;
  daysLate: number;
  /** The ladder has come to the letter, and none has gone out since. */
  due: boolean;
};

/** Organisations whose report of a period is late: to be named in a letter. Those whose turn it is come first. */
export async function letterCandidates(
  filter: { period: number; park?: number | undefined },
  actor: Actor,
  now: Date,
): Promise<LetterCandidate[]> {
  const today = dayOf(now);
  const reached = await reachedSteps("LETTER", actor, today);
  const rows = await db().$queryRaw<(Omit<LetterCandidate, "dueOn"> & { dueOn: Date })[]>`
    select a.id, g."nameVi" as organisation, e."taxCode", k."shortNameVi" as "parkVi", a."dueOn",
      ${today}::date - a."dueOn" as "daysLate",
      s."on" is not null and not exists (select 1 from "EscalationLetter" l join "RegisteredDocument" d on d.id = l."documentId"
        where l."assignmentId" = a.id and d."cancelledAt" is null and d."issuedOn" >= s."on") as due
    from ${tables} left join ${reachedTable(reached)} on o.id = s."obligationId" and a."dueOn" = s."dueOn"
    where ${lateWhere(filter, actor, today)} and a."organisationId" is not null
    order by due desc, g."nameVi", a.id limit ${mostInLetter}`;
  return rows.map((row) => ({ ...row, dueOn: dateToDay(row.dueOn) }));
}

/** What a letter says of late reports, as they stand; only those that the actor may write about. */
export async function saidOf(
  tx: Tx,
  assignmentIds: readonly number[],
  actor: Actor,
  today: Day,
): Promise<(SaidOfReport & { id: number })[]> {
  const rows = await tx.$queryRaw<(Omit<SaidOfReport, "answerBy"> & { id: number })[]>`
    select a.id, g."nameVi" as organisation, e."taxCode", k."shortNameVi" as park, o."nameVi" as obligation, o.citation, p.slot,
      a."dueOn"::text as "dueOn", ${today}::date - a."dueOn" as "daysLate", p."coversFrom"::text as "coversFrom", p."coversTo"::text as "coversTo"
    from ${tables} where ${lateWhere({}, actor, today)} and a."organisationId" is not null and a.id = any(${assignmentIds}::int[])
    order by g."nameVi", a.id`;
  return rows.map(({ id, ...row }) => ({ id, ...saidOfReport.parse(row) }));
}

/** A numbered letter about late reports as it was issued; null when the actor may not see it or there is none. */
export async function lateLetter(documentId: number, actor: Actor): Promise<LateLetter | null> {
  const document = await db().registeredDocument.findUnique({
    where: { id: documentId },
    include: { register: { select: { symbol: true } }, escalations: { orderBy: { assignmentId: "asc" } } },
  });
  const [first] = document?.escalations ?? [];
  if (!document || !first) return null;
  const [seen] = await db().$queryRaw<{ id: number }[]>`
    select a.id from ${tables} where a.id = ${first.assignmentId} and ${lateReadScope(actor)}`;
  if (!seen) return null;
  return {
    number: `${document.no}/${document.register.symbol}`,
    issuedOn: dateToDay(document.issuedOn),
    subject: document.subject,
    signerTitle: document.signerTitle,
    signerName: document.signerName,
    reports: document.escalations
      .map(({ said }) => saidOfReport.parse(said))
      .sort((a, b) => a.organisation.localeCompare(b.organisation, "vi")),
  };
}

/** Letters about late reports that the actor may see, newest first. */
export async function issuedLetters(actor: Actor, limit = 30) {
  const rows = await db().$queryRaw<
    { id: number; number: string; issuedOn: Date; cancelled: boolean; reports: number }[]
  >`
    select d.id, d.no || '/' || r.symbol as number, d."issuedOn", d."cancelledAt" is not null as cancelled, count(*)::int as reports
    from "EscalationLetter" l join "RegisteredDocument" d on d.id = l."documentId" join "DocumentRegister" r on r.id = d."registerId"
      join ${tables} on a.id = l."assignmentId"
    where ${lateScope(actor)} group by d.id, r.id order by d.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, issuedOn: dateToDay(row.issuedOn) }));
}
