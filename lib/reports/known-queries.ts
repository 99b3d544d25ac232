import { organisationFigures } from "@/lib/budget/figures-queries";
import { addDays, type Day, endOfDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PersonKind, PositionGroup } from "@/lib/db/generated/enums";
import { type Participation, participationOf } from "@/lib/subsidies/participation-queries";
import { qualifications } from "@/lib/vacancies/schema";
import type { Answers } from "./answers";
import type { FormDefinition } from "./definition";
import type { Known, KnownKey } from "./known";
import { factsOf, prefilled } from "./prefill";

/** What a report is about, both days included. */
export type CoveredDays = { coversFrom: Day; coversTo: Day };

type Query = (organisationId: number, covered: CoveredDays) => Promise<Known[KnownKey] | null | undefined>;

const enterprise = (id: number) =>
  db().enterprise.findUnique({
    where: { id },
    select: { taxCode: true, headcount: true, hasUnion: true, hasAgreement: true, park: { select: { nameVi: true } } },
  });

/** Who answers for labour or, at a school, for training, else whoever was named first. */
async function contact(organisationId: number) {
  const contacts = await db().contactPoint.findMany({
    where: { organisationId },
    orderBy: { id: "asc" },
    take: 20,
    select: { purpose: true, fullName: true, title: true, phone: true, email: true },
  });
  return contacts.find(({ purpose }) => purpose === "labour" || purpose === "training") ?? contacts[0];
}

/** Needs of an enterprise that were made public in the covered days, whatever became of them, withdrawn ones excepted. */
const publishedIn = (enterpriseId: number, { coversFrom, coversTo }: CoveredDays) => ({
  enterpriseId,
  status: { in: ["PUBLISHED", "FILLED", "EXPIRED"] as ("PUBLISHED" | "FILLED" | "EXPIRED")[] },
  publishedAt: { gte: endOfDay(addDays(coversFrom, -1)), lt: endOfDay(coversTo) },
});

const groupKeys = {
  MANAGER: "manager",
  HIGH_TECHNICAL: "highTechnical",
  MID_TECHNICAL: "midTechnical",
  OTHER: "other",
} as const satisfies Record<PositionGroup, string>;

/** Rows of the form's table of beneficiary groups (Resolution 03/2024/NQ-HĐND, Article 1 clause 2, a to d). */
const groupRows = {
  WORKER: "workers",
  STUDENT: "graduates",
  TEACHER: "teachers",
  EXPERT: "experts",
} as const satisfies Record<PersonKind, string>;

const training = (id: number, { coversFrom, coversTo }: CoveredDays) => participationOf(id, coversFrom, coversTo);

const became = (id: number, { coversFrom, coversTo }: CoveredDays) => organisationFigures(id, coversFrom, coversTo);

/** Sums of people by the row of a table; who falls into none of its rows is left out. */
function summed(
  people: readonly Participation[],
  rowOf: (one: Participation) => string | null,
  what: "participants" | "complete",
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of people) {
    const row = rowOf(one);
    if (row !== null) sums[row] = (sums[row] ?? 0) + one[what];
  }
  return sums;
}
const byOccupation = ({ occupationCode }: Participation) => occupationCode;
const byGroup = ({ kind }: Participation) => groupRows[kind];

const sumOf = Object.fromEntries(qualifications.map((name) => [name, true])) as Record<
  (typeof qualifications)[number],
  true
>;

/** One query a fact; each is scoped to the organisation that reports. */
const queries: { [K in KnownKey]: Query } = {
  "organisation.name": async (id) =>
    (await db().organisation.findUnique({ where: { id }, select: { nameVi: true } }))?.nameVi,
  "contact.name": async (id) => (await contact(id))?.fullName,
  "contact.title": async (id) => (await contact(id))?.title,
  "contact.phone": async (id) => (await contact(id))?.phone,
  "contact.email": async (id) => (await contact(id))?.email,
  "enterprise.taxCode": async (id) => (await enterprise(id))?.taxCode,
  "enterprise.park": async (id) => (await enterprise(id))?.park.nameVi,
  "enterprise.headcount": async (id) => (await enterprise(id))?.headcount,
  "enterprise.hasUnion": async (id) => (await enterprise(id))?.hasUnion,
  "enterprise.hasAgreement": async (id) => (await enterprise(id))?.hasAgreement,
  "vacancies.open": (id) => db().vacancy.count({ where: { enterpriseId: id, status: "PUBLISHED" } }),
  "vacancies.headcountNeeded": async (id, covered) => {
    const { _sum } = await db().vacancy.aggregate({ where: publishedIn(id, covered), _sum: { headcount: true } });
    return _sum.headcount ?? 0;
  },
  "vacancies.neededByPositionGroup": async (id, covered) => {
    const groups = await db().vacancy.groupBy({
      by: ["positionGroup"],
      where: publishedIn(id, covered),
      _sum: { headcount: true },
    });
    return Object.fromEntries(groups.map(({ positionGroup, _sum }) => [groupKeys[positionGroup], _sum.headcount ?? 0]));
  },
  "vacancies.neededByQualification": async (id, covered) => {
    const { _sum } = await db().vacancy.aggregate({ where: publishedIn(id, covered), _sum: sumOf });
    return Object.fromEntries(qualifications.map((name) => [name, _sum[name] ?? 0]));
  },
  "training.participants": async (...about) =>
    (await training(...about)).reduce((sum, { participants }) => sum + participants, 0),
  "training.participantsByOccupation": async (...about) =>
    summed(await training(...about), byOccupation, "participants"),
  "training.completeByOccupation": async (...about) => summed(await training(...about), byOccupation, "complete"),
  "training.participantsByGroup": async (...about) => summed(await training(...about), byGroup, "participants"),
  "training.completeByGroup": async (...about) => summed(await training(...about), byGroup, "complete"),
  "training.registered": async (...about) => (await became(...about)).registered,
  "training.inReview": async (...about) => (await became(...about)).inReview,
  "training.approved": async (...about) => (await became(...about)).approved,
  "training.refused": async (...about) => (await became(...about)).refused,
  "training.paid": async (...about) => (await became(...about)).paid,
  "training.paidAmount": async (...about) => (await became(...about)).paidAmount,
};

/** The facts of these keys about an organisation; what is not known is left out. */
export async function knownOf(organisationId: number, keys: readonly KnownKey[], covered: CoveredDays): Promise<Known> {
  const found = await Promise.all(keys.map(async (key) => [key, await queries[key](organisationId, covered)] as const));
  return Object.fromEntries(found.filter(([, value]) => value !== null && value !== undefined));
}

/**
 * A form's answers begun with what the portal knows of the organisation, and the paths that it filled. A unit of the
 * Authority (`organisationId` null) begins with nothing.
 */
export async function prefill(
  definition: FormDefinition,
  organisationId: number | null,
  covered: CoveredDays,
): Promise<{ content: Answers; paths: string[] }> {
  const known = organisationId === null ? {} : await knownOf(organisationId, factsOf(definition), covered);
  return prefilled(definition, known);
}
