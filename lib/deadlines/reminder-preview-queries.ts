import { type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/identity/actor";
import { seesContacts } from "@/lib/organisations/rules";
import { loadCalendar } from "./calendar-queries";
import { ladderDays } from "./ladder";
import { recipientsOf, stillOpen } from "./reminder-queries";
import { applyRule } from "./rule-commands";
import { type Ladder, ladder } from "./schema";
import { undone } from "./undone-queries";
import type { ReportingUnit } from "./unit";

/** What a step of the ladder will do on a day, as the register stands now. */
export type PlannedStep = {
  on: Day;
  slot: string;
  periodId: number;
  dueOn: Day;
  step: number;
  act: Ladder[number]["act"];
  /** Reports that are still to come. */
  reports: number;
  /** People with an account, and addresses of contacts without one, who get a letter; 0 for steps that staff make. */
  people: number;
  contacts: number;
  /** Reports with nobody to write to. */
  silent: number;
};

export type ReceiverLine = {
  key: string;
  organisation: string | null;
  unit: ReportingUnit | null;
  fullName: string | null;
  /** Null for who does not see contacts, and where there is nobody. */
  to: string | null;
  how: "account" | "contact" | "nobody";
};

/**
 * Reads an obligation as if it were live: of a draft the very statements of its start run, and are undone. Null when there
 * is none.
 */
async function asIfLive<T>(id: number, now: Date, read: (tx: Tx, ladder: Ladder) => Promise<T>): Promise<T | null> {
  const stands = await db().obligation.findUnique({ where: { id } });
  if (!stands) return null;
  const steps = ladder.parse(stands.ladder);
  if (stands.state !== "DRAFT") return read(db(), steps);
  return undone(async (tx) => {
    const data = { state: "LIVE" as const, keptFrom: dayToDate(dayOf(now)) };
    await applyRule(tx, await tx.obligation.update({ where: { id }, data }), now);
    return read(tx, steps);
  });
}

/** Who gets what, when: every step to come of an obligation, draft or live, in order of its day. */
export const plannedSteps = (id: number, now: Date): Promise<PlannedStep[] | null> =>
  asIfLive(id, now, async (tx, steps) => {
    const today = dayOf(now);
    const calendar = await loadCalendar(tx);
    const groups = await tx.$queryRaw<
      (Pick<PlannedStep, "slot" | "periodId" | "reports" | "people" | "contacts" | "silent"> & {
        dueOn: Date;
        opensOn: Date;
      })[]
    >`
      with owed as materialized (
        select a.id, a."organisationId", a.unit, a."periodId", a."dueOn"
        from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId"
        where p."obligationId" = ${id} and ${stillOpen} and p."closedAt" is null and a."dueOn" >= ${today}::date - 120
      ), receiver as materialized (${recipientsOf("owed")})
      select p.id as "periodId", p.slot, p."opensOn", w."dueOn", count(distinct w.id)::int as reports,
        count(distinct r.key) filter (where r."userId" is not null)::int as people,
        count(distinct r.key) filter (where r.address is not null)::int as contacts,
        count(distinct w.id) filter (where r.id is null)::int as silent
      from owed w join "ReportingPeriod" p on p.id = w."periodId" left join receiver r on r.id = w.id
      group by p.id, w."dueOn"`;
    return groups
      .flatMap(({ dueOn: due, opensOn: opens, people, contacts, ...group }) => {
        const [dueOn, opensOn] = [dateToDay(due), dateToDay(opens)];
        return ladderDays(steps, dueOn, calendar).map(({ step, act, on }) => {
          // Before the period opens nobody is told; on days off neither.
          const [, first] = [on, opensOn].sort();
          const day = calendar.shift(act === "MESSAGE" ? (first ?? on) : on, "NEXT_WORKING_DAY");
          const told = act === "MESSAGE" ? { people, contacts } : { people: 0, contacts: 0 };
          return { ...group, ...told, dueOn, step, act, on: day };
        });
      })
      .filter(({ on }) => on >= today)
      .sort((a, b) => a.on.localeCompare(b.on) || a.slot.localeCompare(b.slot) || a.step - b.step);
  });

export const receiversPerPage = 50;

/** The people behind a step, by name of who owes; addresses for those who see contacts. */
export const plannedReceivers = (
  id: number,
  asked: { slot: string; dueOn: Day; page: number },
  actor: Actor,
  now: Date,
): Promise<{ rows: ReceiverLine[]; total: number } | null> =>
  asIfLive(id, now, async (tx) => {
    const rows = await tx.$queryRaw<(ReceiverLine & { total: number })[]>`
      with owed as materialized (
        select a.id, a."organisationId", a.unit
        from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId"
        where p."obligationId" = ${id} and p.slot = ${asked.slot} and a."dueOn" = ${asked.dueOn}::date and ${stillOpen}
      )
      select w.id || '-' || coalesce(r.key, '') as key, g."nameVi" as organisation, w.unit::text as unit, r."fullName",
        case when ${seesContacts(actor)} then r."to" end as "to",
        case when r."userId" is not null then 'account' when r.address is not null then 'contact' else 'nobody' end as how,
        count(*) over ()::int as total
      from owed w left join (${recipientsOf("owed")}) r on r.id = w.id left join "Organisation" g on g.id = w."organisationId"
      order by coalesce(g."nameVi", w.unit::text), r.key
      limit ${receiversPerPage} offset ${(asked.page - 1) * receiversPerPage}`;
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  });

/** What an obligation is called, and whether it is owed yet; null when there is none. */
export const obligationName = (id: number) =>
  db().obligation.findUnique({ where: { id }, select: { nameVi: true, nameEn: true, state: true } });
