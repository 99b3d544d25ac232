import { addDays, type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Obligation } from "@/lib/db/generated/client";
import type { WorkCalendar } from "./calendar";
import { loadCalendar } from "./calendar-queries";
import { periodEffect, type RuleEffect, type StandingPeriod } from "./effect";
import { owingOrganisations, owingUnits } from "./owing-queries";
import { horizonDays, type PeriodRule, type PlannedPeriod, periodsOf } from "./recurrence";
import { type Audience, audience, ladder, recurrence } from "./schema";

/** Excuses that the portal writes itself and takes back itself; any other text is a reviewer's. */
export const automaticExcuses = ["closed", "notOwed"] as const;

const namesShown = 8;

/** So long after the due day a closing that is entered late still excuses, days. */
const lateEntries = 62;

/** One change of rules, calendar or register at a time: their periods and assignments are worked out from each other. */
export const holdDeadlines = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deadlines', 0))`;

const later = (a: Day, b: Day): Day => (a > b ? a : b);

export function ruleOf(row: Obligation): PeriodRule & { ladder: ReturnType<typeof ladder.parse> } {
  return {
    recurrence: recurrence.parse(row.recurrence),
    validFrom: later(dateToDay(row.validFrom), dateToDay(row.keptFrom)),
    validTo: row.validTo && dateToDay(row.validTo),
    dayOffRule: row.dayOffRule,
    opensDaysBefore: row.opensDaysBefore,
    ladder: ladder.parse(row.ladder),
  };
}

async function standingPeriods(tx: Tx, obligationId: number): Promise<StandingPeriod[]> {
  const rows = await tx.$queryRaw<
    (Record<keyof PlannedPeriod, Date> & { id: number; slot: string; touched: boolean })[]
  >`
    select p.id, p.slot, p."coversFrom", p."coversTo", p."opensOn", p."nominalDueOn", p."dueOn",
      exists (select 1 from "ReportAssignment" a where a."periodId" = p.id and (a.draft is not null or a."submittedAt" is not null
        or exists (select 1 from "Reminder" r where r."assignmentId" = a.id)
        or exists (select 1 from "DueExtension" x where x."assignmentId" = a.id))) as touched
    from "ReportingPeriod" p where p."obligationId" = ${obligationId}`;
  return rows.map((row) => ({
    id: row.id,
    slot: row.slot,
    touched: row.touched,
    coversFrom: dateToDay(row.coversFrom),
    coversTo: dateToDay(row.coversTo),
    opensOn: dateToDay(row.opensOn),
    nominalDueOn: dateToDay(row.nominalDueOn),
    dueOn: dateToDay(row.dueOn),
  }));
}

const columns = ({ coversFrom, coversTo, opensOn, nominalDueOn, dueOn }: PlannedPeriod) => ({
  coversFrom: dayToDate(coversFrom),
  coversTo: dayToDate(coversTo),
  opensOn: dayToDate(opensOn),
  nominalDueOn: dayToDate(nominalDueOn),
  dueOn: dayToDate(dueOn),
});

/** Makes the periods of one obligation what its rule and the calendar say. An ended one keeps what has fallen due. */
async function applyPeriods(tx: Tx, row: Obligation, calendar: WorkCalendar, today: Day) {
  const rule = ruleOf(row);
  const standing = await standingPeriods(tx, row.id);
  // A changed rule reaches forward only; what was before the portal began is taken over once, at the start.
  const slots = new Set(standing.map(({ slot }) => slot));
  const planned =
    row.state === "LIVE"
      ? periodsOf(rule, calendar, rule.validFrom, addDays(today, horizonDays)).filter(
          ({ slot, dueOn }) => slots.size === 0 || dueOn >= today || slots.has(slot),
        )
      : [];
  const effect = periodEffect(standing, planned, today);
  if (effect.removed.length) {
    const ids = effect.removed.map(({ id }) => id);
    await tx.reportAssignment.deleteMany({ where: { periodId: { in: ids } } });
    await tx.reportingPeriod.deleteMany({ where: { id: { in: ids } } });
  }
  await tx.reportingPeriod.createMany({
    data: effect.added.map((period) => ({ obligationId: row.id, slot: period.slot, ...columns(period) })),
  });
  for (const { id, period } of [...effect.moved, ...effect.adjusted]) {
    await tx.reportingPeriod.update({ where: { id }, data: columns(period) });
    // An extension that reaches further than the new day stays.
    await tx.$executeRaw`
      update "ReportAssignment" a set "dueOn" = greatest(${period.dueOn}::date,
        (select max(x."untilOn") from "DueExtension" x where x."assignmentId" = a.id and x.state = 'GRANTED')), version = version + 1
      where a."periodId" = ${id} and a."submittedAt" is null`;
  }
  return effect;
}

type Change = { joined: number[]; left: number[]; units: number };

/**
 * Who owes the report of one period, by the register as it stands: newcomers get an assignment, those who no longer owe
 * lose it where nothing was begun, and are excused otherwise. Nobody is added to a period that is over.
 */
async function applyOwing(
  tx: Tx,
  row: Obligation,
  period: { id: number } & PlannedPeriod,
  today: Day,
): Promise<Change> {
  const who: Audience =
    row.state === "ENDED" && period.dueOn >= today ? { kind: "organisations", ids: [] } : audience.parse(row.audience);
  const owing = owingOrganisations(who, period);
  const over = period.dueOn < today;
  const joined = over
    ? []
    : await tx.$queryRaw<{ organisationId: number }[]>`
      insert into "ReportAssignment" ("periodId", "organisationId", "dueOn")
      select ${period.id}, o.id, ${period.dueOn}::date from (${owing}) o
      on conflict ("periodId", "organisationId") do nothing returning "organisationId"`;
  const units = over
    ? 0
    : await tx.$executeRaw`
      insert into "ReportAssignment" ("periodId", unit, "dueOn")
      select ${period.id}, u::"StaffRole", ${period.dueOn}::date from unnest(${owingUnits(who)}::text[]) u
      on conflict ("periodId", unit) do nothing`;
  const back = await tx.$queryRaw<{ organisationId: number }[]>`
    update "ReportAssignment" a set state = 'OWED', excuse = null, version = version + 1
    where a."periodId" = ${period.id} and a.state = 'EXCUSED' and a.excuse = any(${[...automaticExcuses]}::text[])
      and a."submittedAt" is null and a."organisationId" in (${owing}) returning "organisationId"`;
  const untouched = period.opensOn > today;
  const removed = untouched
    ? await tx.$queryRaw<{ organisationId: number | null }[]>`
      delete from "ReportAssignment" a where a."periodId" = ${period.id} and a.state = 'OWED' and a.draft is null
        and (a."organisationId" is not null and a."organisationId" not in (${owing})
          or a.unit is not null and a.unit::text <> all(${owingUnits(who)}::text[]))
        and not exists (select 1 from "Reminder" r where r."assignmentId" = a.id)
        and not exists (select 1 from "DueExtension" x where x."assignmentId" = a.id)
      returning "organisationId"`
    : [];
  const excused = await tx.$queryRaw<{ organisationId: number | null }[]>`
    update "ReportAssignment" a set state = 'EXCUSED', version = version + 1,
      excuse = case when exists (select 1 from "Enterprise" e where e.id = a."organisationId" and e.lifecycle = 'CLOSED')
        then 'closed' else 'notOwed' end
    where a."periodId" = ${period.id} and a.state in ('OWED', 'DRAFT') and a."submittedAt" is null
      and (a."organisationId" is not null and a."organisationId" not in (${owing})
        or a.unit is not null and a.unit::text <> all(${owingUnits(who)}::text[]))
    returning "organisationId"`;
  const ids = (rows: { organisationId: number | null }[]) => rows.flatMap(({ organisationId }) => organisationId ?? []);
  return { joined: [...ids(joined), ...ids(back)], left: [...ids(removed), ...ids(excused)], units };
}

/** From its first day on a period has the form that is in force then, for everybody who answers it. */
async function openPeriods(tx: Tx, obligationId: number, today: Day): Promise<void> {
  await tx.$executeRaw`
    update "ReportingPeriod" p set "formVersionId" = v.id
    from "Obligation" o join "ReportFormVersion" v on v."formId" = o."formId" and v.state = 'IN_FORCE'
    where p."obligationId" = ${obligationId} and o.id = p."obligationId" and p."formVersionId" is null and p."opensOn" <= ${today}::date`;
}

async function namesOf(tx: Tx, ids: Iterable<number>): Promise<string[]> {
  const first = [...new Set(ids)].slice(0, namesShown);
  const rows = await tx.organisation.findMany({
    where: { id: { in: first } },
    select: { nameVi: true },
    orderBy: { nameVi: "asc" },
  });
  return rows.map(({ nameVi }) => nameVi);
}

/**
 * Makes periods and assignments of an obligation what its rule, the calendar and the register say; run again, it changes
 * nothing. The caller holds `holdDeadlines`. Due days that have passed are history and stay.
 */
export async function applyRule(tx: Tx, row: Obligation, now: Date, calendar?: WorkCalendar): Promise<RuleEffect> {
  const today = dayOf(now);
  const periods = await applyPeriods(tx, row, calendar ?? (await loadCalendar(tx)), today);
  const effect: RuleEffect = {
    added: periods.added.map(({ slot, dueOn }) => ({ slot, dueOn })),
    moved: periods.moved.map(({ slot, from, to }) => ({ slot, from, to })),
    removed: periods.removed.map(({ slot, dueOn }) => ({ slot, dueOn })),
    kept: periods.kept.map(({ slot, dueOn }) => ({ slot, dueOn })),
    owing: [],
    names: { joined: [], left: [] },
  };
  if (row.state === "DRAFT") return effect;
  const since = addDays(today, -lateEntries);
  const isNew = new Set(periods.added.map(({ slot }) => slot));
  const standing = (await standingPeriods(tx, row.id)).filter(({ slot, dueOn }) => dueOn >= since || isNew.has(slot));
  const joined = new Set<number>();
  const left = new Set<number>();
  for (const period of standing) {
    const change = await applyOwing(tx, row, period, isNew.has(period.slot) ? dateOfFirst(period, today) : today);
    for (const id of change.joined) joined.add(id);
    for (const id of change.left) left.add(id);
    if (change.joined.length + change.left.length + change.units === 0) continue;
    const now = await tx.reportAssignment.count({ where: { periodId: period.id, state: { not: "EXCUSED" } } });
    effect.owing.push({
      slot: period.slot,
      dueOn: period.dueOn,
      joined: change.joined.length + change.units,
      left: change.left.length,
      now,
    });
  }
  await openPeriods(tx, row.id, today);
  effect.names = { joined: await namesOf(tx, joined), left: await namesOf(tx, left) };
  return effect;
}

/** A period that was only just made is filled even where its day has passed: the portal takes history over from paper. */
const dateOfFirst = (period: PlannedPeriod, today: Day): Day => (period.dueOn < today ? period.dueOn : today);
