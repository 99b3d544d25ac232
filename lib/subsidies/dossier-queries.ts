import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import type { SupportLine } from "./amounts";
import { personAnswers } from "./answers";
import { toldDecision } from "./decision";
import { type DossierQuery, dossiersPerPage, peoplePerPage, searchWords } from "./dossier-list";
import { ownDossiers } from "./dossier-scope-queries";
import { courseFactsOf } from "./facts-queries";
import type { Finding } from "./findings";
import { policyDefinition } from "./policy";

const day = (date: Date | null): Day | null => date && dateToDay(date);

const orders = {
  newest: "id",
  due: "dueOn",
  amount: "amount",
  persons: "persons",
} as const satisfies Record<DossierQuery["sort"], keyof Prisma.SubsidyDossierOrderByWithRelationInput>;

/** The dossiers of the actor's organisation, a page at a time, and how many there are in each state. */
export async function dossierPage(actor: Actor, query: DossierQuery) {
  const words: Prisma.SubsidyDossierWhereInput[] = searchWords(query.q).map((word) => ({
    OR: [{ searchText: { contains: word } }, { course: { searchText: { contains: word } } }],
  }));
  const where: Prisma.SubsidyDossierWhereInput = {
    AND: [ownDossiers(actor), ...words, ...(query.state ? [{ state: query.state }] : [])],
  };
  const order = orders[query.sort];
  const [rows, total, states] = await Promise.all([
    db().subsidyDossier.findMany({
      where,
      orderBy: [
        order === "dueOn" ? { dueOn: { sort: query.direction, nulls: "last" as const } } : { [order]: query.direction },
        { id: "desc" },
      ],
      skip: (query.page - 1) * dossiersPerPage,
      take: dossiersPerPage,
      include: { course: { select: { programme: true, schoolName: true } } },
    }),
    db().subsidyDossier.count({ where }),
    db().subsidyDossier.groupBy({ by: ["state"], where: ownDossiers(actor), _count: true }),
  ]);
  return {
    rows: rows.map(({ amount, dueOn, course, ...row }) => ({
      ...{ id: row.id, code: row.code, state: row.state, groupCode: row.groupCode },
      ...{ persons: row.persons, stopped: row.stopped, updatedAt: row.updatedAt },
      ...{ amount: Number(amount), dueOn: day(dueOn), ...course },
    })),
    total,
    pages: Math.max(1, Math.ceil(total / dossiersPerPage)),
    states: new Map(states.map(({ state, _count }) => [state, _count])),
  };
}

export type DossierRow = Awaited<ReturnType<typeof dossierPage>>["rows"][number];

/** A dossier of the actor's organisation with everything but its people; null where it is not theirs. */
export async function ownDossier(actor: Actor, id: number) {
  const row = await db().subsidyDossier.findFirst({
    where: { AND: [{ id }, ownDossiers(actor)] },
    include: {
      course: true,
      policyVersion: { select: { no: true, definition: true } },
      policy: { select: { nameVi: true, nameEn: true } },
      assignedTo: { select: { fullName: true } },
      papers: {
        where: { personId: null, removedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, code: true, fileName: true, illegible: true, file: { select: { key: true } } },
      },
      versions: {
        orderBy: { no: "desc" },
        select: { id: true, no: true, persons: true, amount: true, submittedAt: true },
      },
      events: { orderBy: { id: "desc" }, include: { byUser: { select: { fullName: true } } } },
      corrections: { where: { sentAt: { not: null } }, orderBy: { id: "asc" } },
      messages: {
        where: { internal: false },
        orderBy: { id: "asc" },
        include: { byUser: { select: { fullName: true, staffRole: true } } },
      },
      changes: { orderBy: { id: "desc" } },
      document: { select: { no: true, cancelledAt: true, register: { select: { symbol: true } } } },
    },
  });
  if (!row) return null;
  const { course, policyVersion, amount, dueOn, searchText: _, ...rest } = row;
  return {
    ...rest,
    amount: Number(amount),
    dueOn: day(dueOn),
    course: { id: course.id, ...courseFactsOf(course) },
    policyNo: policyVersion.no,
    definition: policyDefinition.parse(policyVersion.definition),
    papers: row.papers.map(({ file, ...paper }) => ({ ...paper, key: file?.key ?? null })),
  };
}

export type OwnDossier = NonNullable<Awaited<ReturnType<typeof ownDossier>>>;

/** Findings that keep a person back, as a condition in SQL; the same as `blocks` of lib/subsidies/dossier.ts. */
const held = Prisma.sql`(p.stopped or p.findings @? '$[*] ? (@.severity == "ASKS" && @.code != "rate_unknown")')`;

/**
 * The people of a dossier that the caller has found, a page at a time, by position, with what is found about them and
 * their papers. `found` keeps those who are held back. What was decided on each is told once the leader has decided: what
 * an officer thinks of somebody before that is not for the applicant.
 */
export async function dossierPeople(dossierId: number, query: { q: string; found: boolean; page: number }) {
  const all = [Prisma.sql`p."dossierId" = ${dossierId}`];
  if (query.found) all.push(held);
  for (const word of searchWords(query.q)) all.push(Prisma.sql`r."searchText" like ${`%${word}%`}`);
  const from = Prisma.sql`from "DossierPerson" p join "RosterEntry" r on r.id = p."rosterEntryId" where ${Prisma.join(all, " and ")}`;
  const [ids, [counted], [back]] = await Promise.all([
    db().$queryRaw<{ id: number }[]>`
      select p.id ${from} order by p.position limit ${peoplePerPage} offset ${(query.page - 1) * peoplePerPage}`,
    db().$queryRaw<{ count: number }[]>`select count(*)::int as count ${from}`,
    db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from "DossierPerson" p where p."dossierId" = ${dossierId} and ${held}`,
  ]);
  const rows = await db().dossierPerson.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { position: "asc" },
    include: {
      dossier: { select: { state: true } },
      rosterEntry: { select: { fullName: true, staffCode: true, birthDate: true, job: true } },
      papers: {
        where: { removedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, code: true, fileName: true, illegible: true, file: { select: { key: true } } },
      },
    },
  });
  const total = counted?.count ?? 0;
  return {
    rows: rows.map(({ dossier, rosterEntry, papers, ...row }) => ({
      ...{ id: row.id, position: row.position, stopped: row.stopped, rosterEntryId: row.rosterEntryId },
      ...toldDecision(dossier.state, row),
      ...rosterEntry,
      birthDate: dateToDay(rosterEntry.birthDate),
      answers: personAnswers.catch({}).parse(row.extra),
      amount: Number(row.amount),
      // Both are written by the rules alone.
      lines: row.lines as SupportLine[],
      findings: row.findings as Finding[],
      papers: papers.map(({ file, ...paper }) => ({ ...paper, key: file?.key ?? null })),
    })),
    total,
    held: back?.count ?? 0,
    pages: Math.max(1, Math.ceil(total / peoplePerPage)),
  };
}

export type DossierPersonRow = Awaited<ReturnType<typeof dossierPeople>>["rows"][number];

/** Courses that the organisation can ask support for, latest first. */
export async function courseChoices(organisationId: number) {
  const rows = await db().trainingCourse.findMany({
    where: { organisationId, state: { not: "CANCELLED" } },
    orderBy: { id: "desc" },
    take: 200,
    select: { id: true, programme: true, schoolName: true, startsOn: true },
  });
  return rows.map(({ startsOn, ...row }) => ({ ...row, startsOn: dateToDay(startsOn) }));
}

export type VersionChange = { position: number; fullName: string; change: "added" | "removed" | "changed" };

/** Who differs between the last two versions that were handed in, by the frozen digests; at most 200 people. */
export async function lastChanges(dossierId: number, no: number): Promise<VersionChange[]> {
  if (no < 2) return [];
  return db().$queryRaw<VersionChange[]>`
    with now as (select p.* from "DossierVersionPerson" p join "DossierVersion" v on v.id = p."versionId"
        where v."dossierId" = ${dossierId} and v.no = ${no}),
      before as (select p.* from "DossierVersionPerson" p join "DossierVersion" v on v.id = p."versionId"
        where v."dossierId" = ${dossierId} and v.no = ${no - 1})
    select coalesce(n.position, b.position) as position, coalesce(n."fullName", b."fullName") as "fullName",
      case when b.position is null then 'added' when n.position is null then 'removed' else 'changed' end as change
    from now n full join before b on b.position = n.position
    where n.digest is distinct from b.digest order by 1 limit 200`;
}
