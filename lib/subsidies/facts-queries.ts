import { type Day, dateToDay } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { claimScope } from "./amounts";
import { personAnswers } from "./answers";
import type { Attendance, CourseFacts, DossierFacts, PersonFacts } from "./facts";
import { type Policy, policyDefinition, ratesOf } from "./policy";

const day = (date: Date | null): Day | null => date && dateToDay(date);

/** A paper that stands in a dossier. */
export type PaperOnHand = {
  id: number;
  personId: number | null;
  code: string;
  fileId: number | null;
  fileName: string;
  illegible: boolean;
};

/** A person of a dossier as the rules see them, with what names them in it. */
export type DossierPersonRead = {
  id: number;
  position: number;
  rosterEntryId: number;
  beneficiaryId: number;
  fullName: string;
  staffCode: string | null;
  facts: PersonFacts;
  papers: PaperOnHand[];
};

/** Everything that a dossier is judged by. */
export type DossierRead = {
  dossierId: number;
  policyCode: string;
  policyVersionId: number;
  policy: Policy;
  facts: DossierFacts;
  /** Papers of the dossier as a whole. */
  papers: PaperOnHand[];
  /** By position. */
  persons: DossierPersonRead[];
};

const personSelect = {
  id: true,
  position: true,
  rosterEntryId: true,
  beneficiaryId: true,
  extra: true,
  rosterEntry: {
    select: {
      kind: true,
      staffCode: true,
      fullName: true,
      birthDate: true,
      education: true,
      job: true,
      occupationCode: true,
      qualificationHeld: true,
      fieldHeld: true,
      qualificationRequired: true,
      contractType: true,
      contractFrom: true,
      contractTo: true,
      insuredSince: true,
      permanentStaff: true,
      leftOn: true,
    },
  },
} satisfies Prisma.DossierPersonSelect;

type PersonRow = Prisma.DossierPersonGetPayload<{ select: typeof personSelect }>;

type CourseRow = Prisma.TrainingCourseGetPayload<object>;

/** A course as the rules see it. */
export const courseFactsOf = (course: CourseRow): CourseFacts => ({
  schoolName: course.schoolName,
  localSchool: course.localSchool,
  programme: course.programme,
  occupationCode: course.occupationCode,
  level: course.level,
  tuition: Number(course.tuition),
  startsOn: dateToDay(course.startsOn),
  endsOn: dateToDay(course.endsOn),
  months: course.months,
  cancelled: course.state === "CANCELLED",
});

function personFacts(
  { rosterEntry: entry, extra }: PersonRow,
  attendance: Attendance | undefined,
  papers: PaperOnHand[],
  supportedElsewhere: string[],
): PersonFacts {
  const said = personAnswers.catch({}).parse(extra);
  return {
    kind: entry.kind,
    birthDate: dateToDay(entry.birthDate),
    education: entry.education ?? said.education ?? null,
    job: entry.job,
    occupationCode: entry.occupationCode ?? said.occupationCode ?? null,
    qualificationHeld: entry.qualificationHeld ?? said.qualificationHeld ?? null,
    fieldHeld: entry.fieldHeld ?? said.fieldHeld ?? null,
    qualificationRequired: entry.qualificationRequired ?? said.qualificationRequired ?? null,
    contractType: entry.contractType,
    contractFrom: day(entry.contractFrom) ?? said.contractFrom ?? null,
    contractTo: day(entry.contractTo),
    insuredSince: day(entry.insuredSince),
    permanentStaff: entry.permanentStaff ?? said.permanentStaff ?? null,
    leftOn: day(entry.leftOn),
    attendance: attendance ?? null,
    papers: papers.map(({ code, illegible }) => ({ code, illegible })),
    supportedElsewhere,
  };
}

function grouped<K, V>(rows: readonly V[], key: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/**
 * A dossier, its policy version and its persons as the rules see them, in a number of statements that does not grow with
 * the persons. Null where there is no such dossier. Who may see it is the caller's question.
 *
 * @param only ids of `DossierPerson`: only these are read
 */
export async function factsOfDossier(
  tx: Tx | undefined,
  dossierId: number,
  only?: readonly number[],
): Promise<DossierRead | null> {
  const client = tx ?? db();
  const dossier = await client.subsidyDossier.findUnique({
    where: { id: dossierId },
    include: {
      course: true,
      policy: { select: { code: true } },
      policyVersion: { select: { id: true, definition: true } },
      organisation: { select: { kind: true, enterprise: { select: { lifecycle: true } } } },
    },
  });
  if (!dossier) return null;
  const { organisation, course, policyVersion } = dossier;
  const policy = policyDefinition.parse(policyVersion.definition);
  const courseFacts = courseFactsOf(course);
  const rateOfScope = new Map(
    ratesOf(policy, dossier.groupCode).map((rate) => [claimScope(dossier.policy.code, rate, courseFacts), rate.code]),
  );
  const chosen = only ? { id: { in: [...only] } } : {};
  const inDossier = { dossierPeople: { some: { dossierId, ...chosen } } };
  // One after the other: a transaction has one connection.
  const people = await client.dossierPerson.findMany({
    where: { dossierId, ...chosen },
    orderBy: { position: "asc" },
    select: personSelect,
  });
  const participants = await client.courseParticipant.findMany({
    where: { courseId: course.id, beneficiary: inDossier },
    select: { beneficiaryId: true, monthsAttended: true, completedOn: true, droppedOn: true },
  });
  const papers = await client.dossierPaper.findMany({
    where: { dossierId, removedAt: null, ...(only && { OR: [{ personId: null }, { personId: { in: [...only] } }] }) },
    orderBy: { id: "asc" },
    select: { id: true, personId: true, code: true, fileId: true, fileName: true, illegible: true },
  });
  const claims = await client.supportClaim.findMany({
    where: {
      state: { not: "RELEASED" },
      scope: { in: [...rateOfScope.keys()] },
      dossierId: { not: dossierId },
      beneficiary: inDossier,
    },
    select: { beneficiaryId: true, scope: true },
  });
  const attendance = new Map(
    participants.map((one) => [
      one.beneficiaryId,
      { monthsAttended: one.monthsAttended, completedOn: day(one.completedOn), droppedOn: day(one.droppedOn) },
    ]),
  );
  const papersOf = grouped(papers, ({ personId }) => personId);
  const claimsOf = grouped(claims, ({ beneficiaryId }) => beneficiaryId);
  const whole = papersOf.get(null) ?? [];
  return {
    dossierId,
    policyCode: dossier.policy.code,
    policyVersionId: policyVersion.id,
    policy,
    facts: {
      groupCode: dossier.groupCode,
      course: courseFacts,
      applicant: {
        kind: organisation.kind,
        operating: organisation.kind === "SCHOOL" || organisation.enterprise?.lifecycle === "OPERATING",
      },
      papers: whole.map(({ code, illegible }) => ({ code, illegible })),
    },
    papers: whole,
    persons: people.map((row) => {
      const own = papersOf.get(row.id) ?? [];
      const elsewhere = (claimsOf.get(row.beneficiaryId) ?? []).flatMap(({ scope }) => rateOfScope.get(scope) ?? []);
      return {
        id: row.id,
        position: row.position,
        rosterEntryId: row.rosterEntryId,
        beneficiaryId: row.beneficiaryId,
        fullName: row.rosterEntry.fullName,
        staffCode: row.rosterEntry.staffCode,
        facts: personFacts(row, attendance.get(row.beneficiaryId), own, elsewhere.sort()),
        papers: own,
      };
    }),
  };
}
