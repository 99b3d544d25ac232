import { type Day, dayOf } from "@/lib/core/day";
import { Prisma } from "@/lib/db/generated/client";
import { unitOf } from "@/lib/deadlines/unit";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";

/** Obligations whose answers the actor reads, as a condition on `ob`: those of the unit; who oversees reports reads all. */
export function readable(actor: Actor): Prisma.Sql {
  if (permissions.overseeReports(actor)) return Prisma.sql`true`;
  const unit = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  return unit === null ? Prisma.sql`false` : Prisma.sql`ob.reviewer = ${unit}::"StaffRole"`;
}

/**
 * How the reports of a period stood at an instant, as a table `r` (id, organisationId, unit, dueOn, submissionId, content,
 * submittedAt, daysLate, state, late, parkId, nature, headcount). What was handed in, returned and accepted is kept for
 * good, so that the same instant gives the same later on; who owes, until when, and who was released is told as it
 * stands, a draft by when it was last saved.
 */
export function standing(periodId: Prisma.Sql | number, asOf: Date): Prisma.Sql {
  const today: Day = dayOf(asOf);
  return Prisma.sql`(
    select x.*, x.state <> 'EXCUSED' and (x."daysLate" > 0 or x."submissionId" is null and x."dueOn" < ${today}::date) as late
    from (
      select a.id, a."organisationId", a.unit, a."dueOn", s.id as "submissionId", s.content, s."submittedAt",
        case when s.id is not null then a."daysLate" end as "daysLate", e."parkId", coalesce(e.headcount, 0) as headcount,
        case when a.unit is not null then 'UNIT' when e.id is null then 'SCHOOL' when e."investorCountry" = 'VN' then 'DOMESTIC' else 'FOREIGN' end as nature,
        case when a.state = 'EXCUSED' and (a."decidedAt" is null or a."decidedAt" <= ${asOf}) then 'EXCUSED'
          when s.id is null then case when a.state = 'DRAFT' and a."draftSavedAt" <= ${asOf} then 'DRAFT' else 'OWED' end
          when s."acceptedAt" <= ${asOf} and (s.outcome = 'ACCEPTED' or s."decidedAt" > ${asOf}) then 'ACCEPTED'
          when s.outcome = 'RETURNED' and s."decidedAt" <= ${asOf} then 'RETURNED'
          else 'SUBMITTED' end as state
      from "ReportAssignment" a left join "Enterprise" e on e.id = a."organisationId"
      left join lateral (
        select * from "ReportSubmission" v where v."assignmentId" = a.id and v."submittedAt" <= ${asOf} order by v.no desc limit 1
      ) s on true
      where a."periodId" = ${periodId}
    ) x
  ) r`;
}
