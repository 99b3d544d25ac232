import { env } from "@/lib/config/env";
import { dateToDay } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { Prisma, type RosterEntry } from "@/lib/db/generated/client";
import { knownSecretsKeys } from "@/lib/identity/second-factor";
import { doubtsOfId, maskedId } from "./person-id";
import { openPersonId } from "./person-id-sealed";
import { type RosterQuery, rosterPerPage, rosterWords } from "./roster-list";

const columns: Record<RosterQuery["sort"], Prisma.Sql> = {
  name: Prisma.sql`r."fullName"`,
  birth: Prisma.sql`r."birthDate"`,
  job: Prisma.sql`r."job"`,
  added: Prisma.sql`r."id"`,
};

function conditions(organisationId: number, query: RosterQuery): Prisma.Sql {
  const all = [Prisma.sql`r."organisationId" = ${organisationId}`];
  if (query.here === "yes") all.push(Prisma.sql`r."leftOn" is null`);
  if (query.here === "left") all.push(Prisma.sql`r."leftOn" is not null`);
  if (query.kind) all.push(Prisma.sql`r."kind" = ${query.kind}::"PersonKind"`);
  // An organisation's own people are few: they are read by it. An index of everybody's names would find those of the whole zone first.
  for (const word of rosterWords(query.q)) all.push(Prisma.sql`(r."searchText" || '') like ${`%${word}%`}`);
  const job = fold(query.job)
    .replace(/[%_\\]/g, " ")
    .trim();
  if (job) all.push(Prisma.sql`vi_norm(r."job") like ${`%${job}%`}`);
  return Prisma.join(all, " and ");
}

const day = (date: Date | null) => date && dateToDay(date);

/** Days as texts, without what only the database needs. */
const shown = ({ searchText: _, birthDate, contractFrom, contractTo, insuredSince, leftOn, ...rest }: RosterEntry) => ({
  ...rest,
  birthDate: dateToDay(birthDate),
  contractFrom: day(contractFrom),
  contractTo: day(contractTo),
  insuredSince: day(insuredSince),
  leftOn: day(leftOn),
});

/** The people of an organisation, a page at a time; the personal ID is not among what is read. */
export async function rosterPage(organisationId: number, query: RosterQuery) {
  const where = conditions(organisationId, query);
  const order = query.direction === "desc" ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls last`;
  const [ids, [counted]] = await Promise.all([
    db().$queryRaw<{ id: number }[]>`
      select r.id from "RosterEntry" r where ${where}
      order by ${columns[query.sort]} ${order}, r.id limit ${rosterPerPage} offset ${(query.page - 1) * rosterPerPage}`,
    db().$queryRaw<{ count: bigint }[]>`select count(*) from "RosterEntry" r where ${where}`,
  ]);
  const rows = await db().rosterEntry.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const total = Number(counted?.count ?? 0);
  return {
    rows: ids.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? [shown(row)] : [];
    }),
    total,
    pages: Math.max(1, Math.ceil(total / rosterPerPage)),
  };
}

export type RosterRow = Awaited<ReturnType<typeof rosterPage>>["rows"][number];

/** How many people stand on the roster, by whether they are still there. */
export async function rosterCounts(organisationId: number): Promise<{ yes: number; left: number; all: number }> {
  const [yes, all] = await Promise.all([
    db().rosterEntry.count({ where: { organisationId, leftOn: null } }),
    db().rosterEntry.count({ where: { organisationId } }),
  ]);
  return { yes, left: all - yes, all };
}

/**
 * A person as the organisation knows them, with the masked ID, what seems wrong with it, and their history there: other
 * times on this roster, courses and dossiers of this organisation. Nothing that another organisation wrote.
 */
export async function rosterEntry(organisationId: number, id: number) {
  const row = await db().rosterEntry.findFirst({
    where: { id, organisationId },
    include: { beneficiary: { select: { ref: true, idSealed: true } } },
  });
  if (!row) return null;
  const { beneficiary, ...entry } = row;
  const { beneficiaryId } = entry;
  const [times, courses, dossiers] = await Promise.all([
    db().rosterEntry.findMany({
      where: { organisationId, beneficiaryId, id: { not: id } },
      orderBy: { id: "desc" },
      take: 20,
      select: { id: true, createdAt: true, leftOn: true, job: true },
    }),
    db().courseParticipant.findMany({
      where: { beneficiaryId, course: { organisationId } },
      orderBy: { id: "desc" },
      take: 50,
      include: {
        course: { select: { id: true, programme: true, schoolName: true, startsOn: true, endsOn: true, state: true } },
      },
    }),
    db().dossierPerson.findMany({
      where: { beneficiaryId, dossier: { organisationId } },
      orderBy: { id: "desc" },
      take: 50,
      select: {
        id: true,
        decision: true,
        amount: true,
        dossier: { select: { id: true, code: true, state: true, course: { select: { programme: true } } } },
      },
    }),
  ]);
  const digits = openPersonId(beneficiary.idSealed, beneficiary.ref, knownSecretsKeys(env()));
  const person = shown(entry);
  return {
    ...person,
    maskedId: maskedId(digits),
    doubts: doubtsOfId(digits, person.birthDate),
    times: times.map(({ leftOn, ...time }) => ({ ...time, leftOn: day(leftOn) })),
    courses: courses.map(({ course, completedOn, droppedOn, monthsAttended }) => ({
      ...course,
      startsOn: dateToDay(course.startsOn),
      endsOn: dateToDay(course.endsOn),
      completedOn: day(completedOn),
      droppedOn: day(droppedOn),
      monthsAttended,
    })),
    dossiers: dossiers.map(({ amount, ...rest }) => ({ ...rest, amount: Number(amount) })),
  };
}

export type RosterPerson = NonNullable<Awaited<ReturnType<typeof rosterEntry>>>;
