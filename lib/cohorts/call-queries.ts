import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState, DataCallState, SchoolKind } from "@/lib/db/generated/enums";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { owingOrganisations } from "@/lib/deadlines/owing-queries";
import { hasAccount, stillOpen } from "@/lib/deadlines/reminder-queries";
import { type Audience, audience, recurrence } from "@/lib/deadlines/schema";
import { type Actor, staff } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { searchWords } from "@/lib/organisations/list";
import { definitionOf } from "@/lib/reports/definition";
import { questionsIn } from "./call-form";
import type { SchoolLetter } from "./call-letter";
import { type CallContent, type CallQuery, callLetter, recipientsIn, sentLetter } from "./call-schema";

/** Calls that the actor may see: all for staff who read schools' data, none for others. */
const readable = (actor: Actor) => permissions.readSchoolData(actor);

export type CallCounts = { owe: number; answered: number; accepted: number; late: number };
const counts = (today: Day) => Prisma.sql`
  count(a.id) filter (where a.state <> 'EXCUSED')::int as owe,
  count(a.id) filter (where a.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED'))::int as answered,
  count(a.id) filter (where a.state = 'ACCEPTED')::int as accepted,
  count(a.id) filter (where ${stillOpen} and a."submittedAt" is null and a."dueOn" < ${today}::date)::int as late`;

export type CallRow = CallCounts & {
  id: number;
  year: number;
  state: DataCallState;
  nameVi: string;
  nameEn: string;
  number: string | null;
  dueOn: Day | null;
};

export const callsPerPage = 20;

/** A page of calls, latest year first, with how far each is answered. */
export async function callPage(actor: Actor, page: number, now: Date): Promise<{ rows: CallRow[]; total: number }> {
  if (!readable(actor)) return { rows: [], total: 0 };
  const rows = await db().$queryRaw<(Omit<CallRow, "dueOn"> & { dueOn: Date | null; total: number })[]>`
    select c.id, c.year, c.state::text as state, o."nameVi", o."nameEn", d.no || '/' || r.symbol as number,
      coalesce(p."dueOn", (o.recurrence->>'dueOn')::date) as "dueOn", c.total, k.*
    from (select *, count(*) over ()::int as total from "DataCall" order by year desc, id desc
        limit ${callsPerPage} offset ${(page - 1) * callsPerPage}) c
      join "Obligation" o on o.id = c."obligationId"
      left join "RegisteredDocument" d on d.id = c."documentId" left join "DocumentRegister" r on r.id = d."registerId"
      left join "ReportingPeriod" p on p."obligationId" = o.id
      cross join lateral (select ${counts(dayOf(now))} from "ReportAssignment" a where a."periodId" = p.id) k
    order by c.year desc, c.id desc`;
  return {
    rows: rows.map(({ total: _, ...row }) => ({ ...row, dueOn: row.dueOn && dateToDay(row.dueOn) })),
    total: rows[0]?.total ?? 0,
  };
}

const whole = {
  obligation: { include: { form: { include: { versions: { orderBy: { no: "desc" }, take: 1 } } }, periods: true } },
  document: { include: { register: true } },
  createdBy: { select: { fullName: true } },
} as const satisfies Prisma.DataCallInclude;

/** A call with everything that is said of it; null when there is none for the actor. */
export async function callEntry(id: number, actor: Actor, now: Date) {
  const row = readable(actor) ? await db().dataCall.findUnique({ where: { id }, include: whole }) : null;
  if (!row) return null;
  const { obligation, document } = row;
  const [period] = obligation.periods;
  const [version] = obligation.form.versions;
  const rule = recurrence.parse(obligation.recurrence);
  const who = audience.parse(obligation.audience);
  const planned = rule.kind === "once" ? rule.dueOn : dateToDay(obligation.validFrom);
  const today = dayOf(now);
  const [counted] = await db().$queryRaw<CallCounts[]>`
    select ${counts(today)} from "ReportAssignment" a where a."periodId" = ${period?.id ?? 0}`;
  // What was opened before letters were written here has none.
  const letter = callLetter.nullable().parse(row.letter);
  const content: CallContent = {
    ...(letter ?? {
      ...{ subject: obligation.nameVi, oneEach: false, signerTitle: null, signerName: null },
      ...{ contactName: null, contactPhone: null },
    }),
    year: row.year,
    opensOn: dateToDay(obligation.validFrom),
    dueOn: planned,
    recipients: recipientsIn(who),
    questions: version ? questionsIn(definitionOf(version.definition)) : [],
  };
  return {
    id: row.id,
    year: row.year,
    state: row.state,
    version: row.version,
    reason: row.reason,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    createdBy: row.createdBy?.fullName ?? null,
    hasLetter: letter !== null,
    content,
    obligation: {
      id: obligation.id,
      nameVi: obligation.nameVi,
      nameEn: obligation.nameEn,
      citation: obligation.citation,
    },
    document: document && {
      id: document.id,
      number: `${document.no}/${document.register.symbol}`,
      issuedOn: dateToDay(document.issuedOn),
      cancelled: document.cancelledAt !== null,
    },
    period: period && { id: period.id, opensOn: dateToDay(period.opensOn), dueOn: dateToDay(period.dueOn) },
    counts: counted ?? { owe: 0, answered: 0, accepted: 0, late: 0 },
    audience: who,
  };
}
export type CallEntry = NonNullable<Awaited<ReturnType<typeof callEntry>>>;

const anyDay = { coversFrom: "2000-01-01", coversTo: "2000-01-01", dueOn: "2000-01-01" };

export type CalledSchool = { id: number; nameVi: string; kind: SchoolKind; province: string; reachable: boolean };

/** Which schools an audience means, and whether there is anybody to write to. The very statement by which they will owe. */
export async function schoolsCalled(who: Audience, most = 500): Promise<CalledSchool[]> {
  return db().$queryRaw`
    select s.id, s."nameVi", s.kind::text as kind, s.province,
      (${hasAccount(Prisma.sql`s.id`)} or exists (select 1 from "ContactPoint" c where c."organisationId" = s.id and c.email is not null)) as reachable
    from "School" s where s.id in (${owingOrganisations(who, anyDay)}) order by s."nameVi", s.id limit ${most}`;
}

export type CallAnswer = {
  id: number;
  schoolId: number;
  school: string;
  kind: SchoolKind;
  province: string;
  state: AssignmentState;
  version: number;
  dueOn: Day;
  daysLate: number | null;
  submittedAt: Date | null;
  remindedAt: Date | null;
  /** Programmes and students of what was accepted. */
  programmes: number | null;
  students: number | null;
};

export const callAnswersPerPage = 30;
const answerOrders: Record<CallQuery["sort"], Prisma.Sql> = {
  name: Prisma.sql`s."nameVi"`,
  due: Prisma.sql`a."dueOn"`,
  at: Prisma.sql`a."submittedAt"`,
};

/** The statement behind a page of the schools of a call. */
export function callAnswersPage(periodId: number, query: CallQuery, today: Day): Prisma.Sql {
  const all = [Prisma.sql`a."periodId" = ${periodId}`];
  for (const word of query.q ? searchWords(query.q) : []) all.push(Prisma.sql`vi_norm(s."nameVi") like ${`%${word}%`}`);
  if (query.state) all.push(Prisma.sql`a.state = ${query.state}::"AssignmentState"`);
  if (query.late)
    all.push(Prisma.sql`(a."daysLate" > 0 or ${stillOpen} and a."submittedAt" is null and a."dueOn" < ${today}::date)`);
  if (query.kind) all.push(Prisma.sql`s.kind = ${query.kind}::"SchoolKind"`);
  if (query.province) all.push(Prisma.sql`s.province = ${query.province}`);
  const way = query.direction === "asc" ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`;
  return Prisma.sql`
    with page as materialized (
      select a.id, s.id as "schoolId", s."nameVi" as school, s.kind::text as kind, s.province, a.state::text as state, a.version,
        a."dueOn", a."daysLate", a."submittedAt", count(*) over ()::int as total,
        row_number() over (order by ${answerOrders[query.sort]} ${way}, a.id) as place
      from "ReportAssignment" a join "School" s on s.id = a."organisationId" where ${Prisma.join(all, " and ")}
      order by place limit ${callAnswersPerPage} offset ${(query.page - 1) * callAnswersPerPage})
    select page.*, (select max(r.at) from "Reminder" r where r."assignmentId" = page.id) as "remindedAt", n.programmes, n.students
    from page left join lateral (
      select count(*)::int as programmes, coalesce(sum(p.y1 + p.y2 + p.y3 + p.y4), 0)::int as students
      from "CohortAnswer" ca join "ReportSubmission" rs on rs.id = ca."submissionId" join "CohortProgramme" p on p."answerId" = ca.id
      where rs."assignmentId" = page.id and ca."replacedAt" is null having count(*) > 0) n on true
    order by page.place`;
}

/** A page of the schools of a call: how far each is, and what was accepted. */
export async function callAnswers(periodId: number, query: CallQuery, now: Date) {
  const rows = await db().$queryRaw<(Omit<CallAnswer, "dueOn"> & { dueOn: Date; total: number })[]>(
    callAnswersPage(periodId, query, dayOf(now)),
  );
  return {
    rows: rows.map(({ total: _, ...row }): CallAnswer => ({ ...row, dueOn: dateToDay(row.dueOn) })),
    total: rows[0]?.total ?? 0,
  };
}

/** A school that the call asks, where the actor may have its letter: staff, and the school's own people once it is open. */
async function addressee(callId: number, schoolId: number, actor: Actor) {
  if (staff()(actor) && !readable(actor)) return null;
  if (!staff()(actor) && !(actor.kind === "person" && actor.organisation?.id === schoolId)) return null;
  const found = await db().reportAssignment.findFirst({
    where: { organisationId: schoolId, period: { obligation: { dataCall: { id: callId, state: { not: "DRAFT" } } } } },
    select: { organisation: { select: { nameVi: true } } },
  });
  return found?.organisation?.nameVi ?? null;
}

/**
 * The letter of a call, numbered or as it would be, with the name of the school that it goes to; null where the actor may
 * not have it. A school gets its own only.
 */
export async function schoolLetter(
  id: number,
  schoolId: number | null,
  actor: Actor,
): Promise<{ letter: SchoolLetter; school: string | null } | null> {
  const row = await db().dataCall.findUnique({ where: { id }, include: whole });
  if (!row?.letter) return null;
  const own = actor.kind === "person" && actor.organisation?.kind === "SCHOOL" ? actor.organisation.id : null;
  const wanted = readable(actor) ? schoolId : own;
  if (!readable(actor) && own === null) return null;
  const letter = sentLetter.parse(row.letter);
  const { said, ...words } = letter;
  const { obligation, document } = row;
  if (!said && !readable(actor)) return null;
  const name =
    wanted === null
      ? null
      : said
        ? await addressee(id, wanted, actor)
        : ((await schoolsCalled(audience.parse(obligation.audience))).find((one) => one.id === wanted)?.nameVi ?? null);
  if (wanted !== null && name === null) return null;
  const [version] = obligation.form.versions;
  const rule = recurrence.parse(obligation.recurrence);
  const who = audience.parse(obligation.audience);
  const calendar = await loadCalendar();
  const planned = said ?? {
    dueOn: rule.kind === "once" ? calendar.shift(rule.dueOn, obligation.dayOffRule) : dateToDay(obligation.validFrom),
    all: recipientsIn(who).kind === "all",
    schools: (await schoolsCalled(who)).map(({ nameVi }) => nameVi),
    questions: version ? questionsIn(definitionOf(version.definition)).map(({ vi }) => vi) : [],
  };
  return {
    letter: {
      ...words,
      ...planned,
      year: row.year,
      numbered: document && {
        number: `${document.no}/${document.register.symbol}`,
        issuedOn: dateToDay(document.issuedOn),
      },
    },
    // One letter to all goes out as it is; by name only where each gets one.
    school: words.oneEach ? name : null,
  };
}
