import { type Day, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PersonKind } from "@/lib/db/generated/enums";

/** People who learn, by kind and occupation; `complete`: of them, whose dossier was handed in. */
export type Participation = {
  kind: PersonKind;
  /** Code of the supported occupation; null: another one. */
  occupationCode: string | null;
  participants: number;
  complete: number;
};

/**
 * People of an organisation's dossiers whose course falls into the days, both included. Each is counted once, by the dossier
 * that was handed in if there is one, else by the latest; withdrawn dossiers and cancelled courses do not count.
 */
export const participationOf = (organisationId: number, from: Day, to: Day): Promise<Participation[]> =>
  db().$queryRaw<Participation[]>`
    with people as (
      select distinct on (person."beneficiaryId") entry.kind, course."occupationCode", dossier."currentNo" > 0 as complete
      from "SubsidyDossier" dossier
      join "TrainingCourse" course on course.id = dossier."courseId"
      join "DossierPerson" person on person."dossierId" = dossier.id
      join "RosterEntry" entry on entry.id = person."rosterEntryId"
      where dossier."organisationId" = ${organisationId} and dossier.state <> 'WITHDRAWN' and course.state <> 'CANCELLED'
        and course."startsOn" <= ${dayToDate(to)}::date and course."endsOn" >= ${dayToDate(from)}::date
      order by person."beneficiaryId", (dossier."currentNo" > 0) desc, dossier.id desc)
    select kind, "occupationCode", count(*)::int as participants, count(*) filter (where complete)::int as complete
    from people group by kind, "occupationCode"`;
