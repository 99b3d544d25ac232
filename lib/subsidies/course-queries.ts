import { dateToDay } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import type { TrainingCourse } from "@/lib/db/generated/client";
import { type CourseQuery, coursesPerPage, participantsPerPage } from "./course-schema";
import { rosterPerPage, rosterWords } from "./roster-list";

const shown = ({ searchText: _, tuition, startsOn, endsOn, ...rest }: TrainingCourse) => ({
  ...rest,
  tuition: Number(tuition),
  startsOn: dateToDay(startsOn),
  endsOn: dateToDay(endsOn),
});

/** An organisation's courses, a page at a time, with how many learn, completed and dropped out. */
export async function coursePage(organisationId: number, query: CourseQuery) {
  const where: Prisma.TrainingCourseWhereInput = {
    organisationId,
    ...(query.state && { state: query.state }),
    AND: rosterWords(query.q).map((word) => ({ searchText: { contains: word } })),
  };
  const order = query.sort === "programme" ? { programme: query.direction } : { startsOn: query.direction };
  const [rows, total] = await Promise.all([
    db().trainingCourse.findMany({
      where,
      orderBy: [order, { id: "desc" }],
      skip: (query.page - 1) * coursesPerPage,
      take: coursesPerPage,
      include: { _count: { select: { participants: true } } },
    }),
    db().trainingCourse.count({ where }),
  ]);
  return {
    rows: rows.map(({ _count, ...row }) => ({ ...shown(row), people: _count.participants })),
    total,
    pages: Math.max(1, Math.ceil(total / coursesPerPage)),
  };
}
export type CourseRow = Awaited<ReturnType<typeof coursePage>>["rows"][number];

/** A course of an organisation with a page of its people and how they stand; null where it is none of its. */
export async function courseEntry(organisationId: number, id: number, page = 1) {
  const row = await db().trainingCourse.findFirst({ where: { id, organisationId } });
  if (!row) return null;
  const [participants, people, completed, dropped] = await Promise.all([
    db().courseParticipant.findMany({
      where: { courseId: id },
      orderBy: [{ rosterEntry: { fullName: "asc" } }, { id: "asc" }],
      skip: (page - 1) * participantsPerPage,
      take: participantsPerPage,
      include: { rosterEntry: { select: { id: true, fullName: true, birthDate: true, job: true, leftOn: true } } },
    }),
    db().courseParticipant.count({ where: { courseId: id } }),
    db().courseParticipant.count({ where: { courseId: id, completedOn: { not: null } } }),
    db().courseParticipant.count({ where: { courseId: id, droppedOn: { not: null } } }),
  ]);
  return {
    ...shown(row),
    people,
    completed,
    dropped,
    pages: Math.max(1, Math.ceil(people / participantsPerPage)),
    participants: participants.map(({ rosterEntry, completedOn, droppedOn, ...rest }) => ({
      ...rest,
      completedOn: completedOn && dateToDay(completedOn),
      droppedOn: droppedOn && dateToDay(droppedOn),
      entryId: rosterEntry.id,
      fullName: rosterEntry.fullName,
      job: rosterEntry.job,
      birthDate: dateToDay(rosterEntry.birthDate),
    })),
  };
}
export type CourseEntry = NonNullable<Awaited<ReturnType<typeof courseEntry>>>;
export type Participant = CourseEntry["participants"][number];

/** People of the roster who are there, not in the course yet, and found by a search. */
export const choosableWhere = (organisationId: number, courseId: number, q: string): Prisma.RosterEntryWhereInput => ({
  organisationId,
  leftOn: null,
  beneficiary: { participants: { none: { courseId } } },
  AND: rosterWords(q).map((word) => ({ searchText: { contains: word } })),
});

/** A page of them, to choose from. */
export async function choosable(organisationId: number, courseId: number, q: string, page: number) {
  const where = choosableWhere(organisationId, courseId, q);
  const [rows, total] = await Promise.all([
    db().rosterEntry.findMany({
      where,
      orderBy: [{ fullName: "asc" }, { id: "asc" }],
      skip: (page - 1) * rosterPerPage,
      take: rosterPerPage,
      select: { id: true, fullName: true, birthDate: true, job: true, kind: true },
    }),
    db().rosterEntry.count({ where }),
  ]);
  return {
    rows: rows.map(({ birthDate, ...row }) => ({ ...row, birthDate: dateToDay(birthDate) })),
    total,
    pages: Math.max(1, Math.ceil(total / rosterPerPage)),
  };
}
export type ChoosableRow = Awaited<ReturnType<typeof choosable>>["rows"][number];

/** Schools that the portal knows, by name. */
export const schoolNames = () =>
  db().school.findMany({ orderBy: { nameVi: "asc" }, select: { id: true, nameVi: true, nameEn: true }, take: 1_000 });
