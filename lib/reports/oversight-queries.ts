import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { StaffRole } from "@/lib/db/generated/enums";
import { lateReadScope, lateWhere, tables } from "@/lib/deadlines/escalation-queries";
import type { ReportingUnit } from "@/lib/deadlines/unit";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";

/** Reports that are held up. Who owes holds what is late; the unit that reads holds what was handed in and is not decided. */
export type Held = {
  /** To come after their due day, of periods that are not closed. */
  late: number;
  /** Of these, handed in and returned to be corrected. */
  returned: number;
  oldestDue: Day | null;
  /** Handed in and neither accepted nor returned. */
  waiting: number;
  /** Since when the one that waits longest does: when its latest version was handed in. */
  waitingSince: Date | null;
};

/** By park: null stands for those who are in none, schools and units of the Authority. */
export type HeldByPark = Held & { park: { id: number; nameVi: string; nameEn: string } | null };
export type HeldByObligation = Held & { id: number; nameVi: string; nameEn: string; reviewer: StaffRole };
/** By the unit that reads; `owes` are late reports that the unit itself owes. */
export type HeldByUnit = Held & { unit: ReportingUnit; owes: number };

export type Oversight = {
  all: Held & { organisations: number };
  obligations: HeldByObligation[];
  parks: HeldByPark[];
  units: HeldByUnit[];
};

type Raw = Omit<Held, "oldestDue"> & {
  oldestDue: Date | null;
  organisations: number;
  by: number;
  obligationId: number | null;
  parkId: number | null;
  reviewer: ReportingUnit | null;
  unit: ReportingUnit | null;
  nameVi: string | null;
  nameEn: string | null;
  readBy: StaffRole | null;
};

/** Marks of `grouping()` below: a bit is 0 for what a row is grouped by. */
const grouped = { all: 0b1111, obligation: 0b0111, park: 0b1011, reviewer: 0b1101, unit: 0b1110 };

/**
 * The statement behind the page: what is held up on a day, counted once and grouped in every way, so that all its sums are
 * of the same moment; apart, so that a test can ask PostgreSQL how it would run it.
 */
export const oversightStatement = (actor: Actor, today: Day): Prisma.Sql => {
  const may = permissions.overseeReports(actor) ? Prisma.sql`true` : Prisma.sql`false`;
  return Prisma.sql`
    with held as materialized (
      select o.id as obligation, e."parkId" as park, o.reviewer, a.unit, a."organisationId", a.state, a."dueOn", null::timestamptz as since
      from ${tables} where ${lateWhere({}, actor, today, lateReadScope(actor))} and ${may}
      union all
      select o.id, e."parkId", o.reviewer, a.unit, a."organisationId", a.state, a."dueOn",
        (select s."submittedAt" from "ReportSubmission" s where s."assignmentId" = a.id order by s.no desc limit 1)
      from ${tables} where a.state = 'SUBMITTED' and ${may}
    ), counted as (
      select grouping(h.obligation, h.park, h.reviewer, h.unit) as by, h.obligation, h.park, h.reviewer, h.unit,
        count(*) filter (where h.state <> 'SUBMITTED')::int as late,
        count(*) filter (where h.state = 'RETURNED')::int as returned,
        count(*) filter (where h.state = 'SUBMITTED')::int as waiting,
        min(h."dueOn") filter (where h.state <> 'SUBMITTED') as "oldestDue", min(h.since) as "waitingSince"
      from held h group by grouping sets ((), (h.obligation), (h.park), (h.reviewer), (h.unit))
    )
    select c.*, c.obligation as "obligationId", c.park as "parkId", coalesce(o."nameVi", k."shortNameVi") as "nameVi",
      coalesce(o."nameEn", k."shortNameEn") as "nameEn", o.reviewer as "readBy",
      (select count(distinct h."organisationId")::int from held h where c.by = ${grouped.all} and h.state <> 'SUBMITTED') as organisations
    from counted c left join "Obligation" o on o.id = c.obligation left join "IndustrialPark" k on k.id = c.park
    order by c."oldestDue" nulls last, c."waitingSince" nulls last, 2, 3`;
};

const noHeld: Held = { late: 0, returned: 0, oldestDue: null, waiting: 0, waitingSince: null };

/** What is late, where and who holds it, in all of the Authority, on the day of `now`; nothing for who does not oversee. */
export async function oversight(actor: Actor, now: Date): Promise<Oversight> {
  const rows = await db().$queryRaw<Raw[]>(oversightStatement(actor, dayOf(now)));
  const held = ({ late, returned, oldestDue, waiting, waitingSince }: Raw): Held => ({
    ...{ late, returned, waiting, waitingSince },
    oldestDue: oldestDue && dateToDay(oldestDue),
  });
  const by = (mark: number) => rows.filter((row) => row.by === mark);
  const [all] = by(grouped.all);
  const owes = new Map(by(grouped.unit).map(({ unit, late }) => [unit, late]));
  const read = new Map(by(grouped.reviewer).map((row) => [row.reviewer, held(row)]));
  const units = new Set([...read.keys(), ...owes.keys()]);
  return {
    all: all ? { ...held(all), organisations: all.organisations } : { ...noHeld, organisations: 0 },
    obligations: by(grouped.obligation).map((row) => ({
      ...held(row),
      ...{ id: row.obligationId ?? 0, nameVi: row.nameVi ?? "", nameEn: row.nameEn ?? "" },
      reviewer: row.readBy ?? "ADMIN",
    })),
    parks: by(grouped.park).map((row) => ({
      ...held(row),
      park: row.parkId === null ? null : { id: row.parkId, nameVi: row.nameVi ?? "", nameEn: row.nameEn ?? "" },
    })),
    units: [...units].flatMap((unit) =>
      unit === null ? [] : [{ ...(read.get(unit) ?? noHeld), unit, owes: owes.get(unit) ?? 0 }],
    ),
  };
}

export const longestShown = 10;

/** A report that waits longest to be read. */
export type LongestWaiting = {
  id: number;
  who: string | null;
  unit: StaffRole | null;
  nameVi: string;
  nameEn: string;
  slot: string;
  reviewer: StaffRole;
  since: Date;
};

/** The reports that wait longest to be read, by when their latest version was handed in. */
export const longestWaiting = (actor: Actor): Promise<LongestWaiting[]> =>
  db().$queryRaw<LongestWaiting[]>`
    select a.id, g."nameVi" as who, a.unit, o."nameVi", o."nameEn", p.slot, o.reviewer, s."submittedAt" as since
    from ${tables} join lateral (
      select v."submittedAt" from "ReportSubmission" v where v."assignmentId" = a.id order by v.no desc limit 1) s on true
    where a.state = 'SUBMITTED' and ${permissions.overseeReports(actor) ? Prisma.sql`true` : Prisma.sql`false`}
    order by s."submittedAt", a.id limit ${longestShown}`;
