import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganisationKind, PersonKind, QualificationLevel } from "@/lib/db/generated/enums";
import type { Policy } from "@/lib/subsidies/policy";
import { type BasisLine, type EstimateBasis, estimateUnit } from "./estimate";

/** What an estimate is gathered for. */
type Wanted = { policyId: number; policy: Policy; year: number; at: Date };

/** Claims of dossiers that are examined and for which nothing is reserved yet, by group, occupation and level. */
async function inFlight(tx: Tx, { policyId }: Wanted): Promise<BasisLine[]> {
  const rows = await tx.$queryRaw<
    {
      groupCode: string;
      occupationCode: string | null;
      level: QualificationLevel;
      months: number;
      persons: number;
      asked: bigint;
      rates: string[];
    }[]
  >`
    select d."groupCode", t."occupationCode", t.level::text as level, max(t.months) as months,
      count(distinct c."beneficiaryId")::int as persons, sum(c.amount - coalesce(m.held, 0))::bigint as asked,
      array_agg(distinct c."rateCode" order by c."rateCode") as rates
    from "SupportClaim" c
      join "SubsidyDossier" d on d.id = c."dossierId"
      join "TrainingCourse" t on t.id = d."courseId"
      left join lateral (select sum(m.reserved + m.committed + m.sent + m.paid + m.settled + m.returned) as held
        from "ClaimMoney" m where m."claimId" = c.id) m on true
    where d."policyId" = ${policyId} and c.state = 'IN_FLIGHT'
      and d.state in ('SUBMITTED', 'IN_REVIEW', 'CORRECTING', 'PROPOSED', 'CHECKED') and c.amount > coalesce(m.held, 0)
    group by 1, 2, 3 order by 1, 2, 3`;
  return rows.map(({ asked, ...row }) => ({
    ...{ source: "DOSSIERS" as const, programme: null, school: null, organisation: null, tuition: null },
    ...{ ...row, asked: Number(asked) },
  }));
}

type Course = {
  programme: string;
  school: string;
  organisationId: number;
  organisation: string;
  organisationKind: OrganisationKind;
  kind: PersonKind | null;
  occupationCode: string | null;
  level: QualificationLevel;
  tuition: bigint;
  months: number;
  /** Places, or participants where there are more of them; of these already in a dossier, and in the course. */
  places: number;
  asked: number;
  taken: number;
};

/** Courses that are planned or run in the year. */
const coursesIn = (tx: Tx, { year }: Wanted) => tx.$queryRaw<Course[]>`
  select t.programme, t."schoolName" as school, t."organisationId", o."nameVi" as organisation, o.kind::text as "organisationKind",
    p.kind, t."occupationCode", t.level::text as level, t.tuition, t.months,
    greatest(coalesce(t.places, 0), coalesce(p.taken, 0))::int as places, coalesce(a.asked, 0)::int as asked, coalesce(p.taken, 0)::int as taken
  from "TrainingCourse" t
    join "Organisation" o on o.id = t."organisationId"
    left join lateral (
      select count(*) as taken, mode() within group (order by r.kind)::text as kind
      from "CourseParticipant" p join "RosterEntry" r on r.id = p."rosterEntryId" where p."courseId" = t.id and p."droppedOn" is null) p on true
    left join lateral (
      select count(distinct x."beneficiaryId") as asked from "SubsidyDossier" d join "DossierPerson" x on x."dossierId" = d.id
      where d."courseId" = t.id and d."currentNo" > 0 and d.state <> 'WITHDRAWN') a on true
  where t.state in ('PLANNED', 'RUNNING') and t."startsOn" <= make_date(${year}, 12, 31) and t."endsOn" >= make_date(${year}, 1, 1)
  order by t."organisationId", t.id`;

type Registered = {
  organisationId: number;
  organisationKind: OrganisationKind;
  kind: PersonKind;
  occupationCode: string;
  level: QualificationLevel;
  persons: number;
};

/** People who registered and stand neither in a dossier nor in a course that is not over. */
const registered = (tx: Tx) => tx.$queryRaw<Registered[]>`
  select r."organisationId", o.kind::text as "organisationKind", l.kind::text as kind, r."occupationCode", r.level::text as level,
    count(distinct r."beneficiaryId")::int as persons
  from "SelfRegistration" r
    join "RegistrationLink" l on l.id = r."linkId"
    join "Organisation" o on o.id = r."organisationId"
  where r.state in ('WAITING', 'CONFIRMED') and r."beneficiaryId" is not null
    and not exists (select 1 from "SupportClaim" c where c."beneficiaryId" = r."beneficiaryId" and c.state <> 'RELEASED')
    and not exists (select 1 from "CourseParticipant" p join "TrainingCourse" t on t.id = p."courseId"
      where p."beneficiaryId" = r."beneficiaryId" and t.state in ('PLANNED', 'RUNNING'))
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;

/** What a course of a level costs and takes on average, by occupation and level, and by level alone. */
async function usualCourses(tx: Tx) {
  const rows = await tx.$queryRaw<
    {
      occupationCode: string | null;
      level: QualificationLevel | null;
      whole: boolean;
      tuition: bigint;
      months: number;
    }[]
  >`
    select "occupationCode", level::text as level, grouping("occupationCode") = 1 as whole, round(avg(tuition))::bigint as tuition,
      greatest(1, round(avg(months)))::int as months
    from "TrainingCourse" where state <> 'CANCELLED' and tuition > 0 group by grouping sets (("occupationCode", level), (level))`;
  return (occupationCode: string, level: QualificationLevel) =>
    rows.find((row) => !row.whole && row.occupationCode === occupationCode && row.level === level) ??
    rows.find((row) => row.whole && row.level === level);
}

/** Drop-outs of courses that were over at the cut-off, by the kind of people who took part. */
async function historyOf(tx: Tx, { policy, at }: Wanted): Promise<EstimateBasis["history"]> {
  const rows = await tx.$queryRaw<
    { kind: PersonKind; of: number; dropped: number; months: number; ofMonths: number }[]
  >`
    select r.kind::text as kind, count(*)::int as of, count(*) filter (where p."droppedOn" is not null)::int as dropped,
      coalesce(sum(least(p."monthsAttended", t.months)) filter (where p."droppedOn" is not null), 0)::int as months,
      coalesce(sum(t.months) filter (where p."droppedOn" is not null and p."monthsAttended" is not null), 0)::int as "ofMonths"
    from "CourseParticipant" p join "TrainingCourse" t on t.id = p."courseId" join "RosterEntry" r on r.id = p."rosterEntryId"
    where t.state = 'COMPLETED' or (t.state = 'RUNNING' and t."endsOn" < (${at}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)
    group by 1`;
  const sum = (name: "of" | "dropped" | "months" | "ofMonths") => rows.reduce((total, row) => total + row[name], 0);
  const groups = policy.groups.flatMap(({ code, person }) => {
    const row = rows.find(({ kind }) => kind === person);
    return row ? [[code, { dropped: row.dropped, of: row.of }] as const] : [];
  });
  return {
    all: { dropped: sum("dropped"), of: sum("of") },
    groups: Object.fromEntries(groups),
    attended: { months: sum("months"), ofMonths: sum("ofMonths") },
  };
}

/** The policy's group for people of a kind at an organisation, in a course of an occupation and level; null: none of them. */
function groupFor(
  policy: Policy,
  one: {
    organisationKind: OrganisationKind;
    kind: PersonKind;
    occupationCode: string | null;
    level: QualificationLevel;
  },
): string | null {
  const found = policy.groups.find(
    ({ person, applicants, conditions }) =>
      person === one.kind &&
      applicants.includes(one.organisationKind) &&
      (conditions.levels.length === 0 || conditions.levels.includes(one.level)) &&
      (!conditions.listedOccupation || policy.occupations.some(({ code }) => code === one.occupationCode)),
  );
  return found?.code ?? null;
}

const usualKind = { ENTERPRISE: "WORKER", SCHOOL: "STUDENT" } as const satisfies Record<OrganisationKind, PersonKind>;
const placeOf = (one: { organisationId: number; occupationCode: string | null; level: string }) =>
  JSON.stringify([one.organisationId, one.occupationCode, one.level]);

/**
 * What is known of a year at a cut-off, nobody twice: dossiers without reserved money, free and taken places of courses less
 * those who are in a dossier already, and registrations beyond the free places of their organisation's courses.
 */
export async function gatherBasis(tx: Tx, wanted: Wanted): Promise<EstimateBasis> {
  const { policy, policyId, year } = wanted;
  const dossiers = await inFlight(tx, wanted);
  const courses = await coursesIn(tx, wanted);
  const people = await registered(tx);
  const usual = await usualCourses(tx);
  const budget = await tx.budgetYear.findUnique({
    where: { policyId_year: { policyId, year } },
    select: { available: true },
  });
  const lines: BasisLine[] = [...dossiers];
  const free = new Map<string, number>();
  let leftOut = 0;
  for (const course of courses) {
    const { places, asked, taken, tuition, organisationKind, organisationId: _, kind, ...rest } = course;
    free.set(placeOf(course), (free.get(placeOf(course)) ?? 0) + places - taken);
    const persons = Math.max(0, places - asked);
    if (persons === 0) continue;
    const groupCode = groupFor(policy, { ...course, kind: kind ?? usualKind[organisationKind] });
    if (groupCode === null) leftOut += persons;
    else
      lines.push({
        ...{ ...rest, source: "COURSES", groupCode, persons, asked: null, rates: [] },
        tuition: Number(tuition),
      });
  }
  const beyond = new Map<string, BasisLine>();
  for (const one of people) {
    const { occupationCode, level } = one;
    const seats = free.get(placeOf(one)) ?? 0;
    free.set(placeOf(one), Math.max(0, seats - one.persons));
    const persons = Math.max(0, one.persons - seats);
    if (persons === 0) continue;
    const groupCode = groupFor(policy, one);
    if (groupCode === null) {
      leftOut += persons;
      continue;
    }
    const key = JSON.stringify([groupCode, occupationCode, level]);
    const course = usual(occupationCode, level);
    const line = beyond.get(key) ?? {
      ...{ source: "REGISTRATIONS" as const, groupCode, occupationCode, level, programme: null, school: null },
      ...{ organisation: null, persons: 0, asked: null, rates: [], months: course?.months ?? 12 },
      tuition: course ? Number(course.tuition) : null,
    };
    beyond.set(key, { ...line, persons: line.persons + persons });
  }
  return {
    lines: [...lines, ...beyond.values()],
    history: await historyOf(tx, wanted),
    available: Number(budget?.available ?? 0n),
    leftOut,
    unit: estimateUnit,
  };
}

/** A basis as a column takes it. */
export const basisJson = (basis: EstimateBasis): Prisma.InputJsonObject => basis as unknown as Prisma.InputJsonObject;
