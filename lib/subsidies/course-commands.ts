import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { choosableWhere } from "./course-queries";
import {
  addedPeople,
  editedCourse,
  mostAtOnce,
  movedCourse,
  newCourse,
  type RecordedPeople,
  recordedPeople,
  removedPeople,
  seenCourse,
} from "./course-schema";
import { courseWorkflow } from "./course-workflow";
import { organisationOf } from "./roster-commands";

type Fields = ReturnType<typeof newCourse.parse>;

/** The columns of a course; a school that the portal knows gives its name, and is one of the city. */
async function columnsOf(tx: Tx, { schoolId, schoolName, localSchool, tuition, startsOn, endsOn, ...rest }: Fields) {
  const school = schoolId === null ? null : await tx.school.findUnique({ where: { id: schoolId } });
  if (schoolId !== null && !school)
    return refuse("invalid_input", { fields: [{ path: ["schoolId"], code: "choice" }] });
  return ok({
    ...rest,
    schoolId,
    schoolName: school?.nameVi ?? schoolName ?? "",
    localSchool: school !== null || localSchool,
    tuition: BigInt(tuition),
    startsOn: dayToDate(startsOn),
    endsOn: dayToDate(endsOn),
  });
}

/** A training course that support may be asked for. */
export const createCourse = command({
  name: "courses.create",
  input: newCourse,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const columns = await columnsOf(tx, input);
    if (!columns.ok) return columns;
    const made = await tx.trainingCourse.create({
      data: { ...columns.value, organisationId: organisationOf(actor).id, createdAt: now },
      select: { id: true, version: true },
    });
    about({ type: "course", id: made.id });
    return ok(made);
  },
});

/** The course of the actor's organisation that a command is about; its row is locked until the command is done. */
async function found({ tx, actor, about }: Context<unknown>, id: number) {
  const { id: organisationId } = organisationOf(actor);
  await tx.$queryRaw`select 1 from "TrainingCourse" where id = ${id} and "organisationId" = ${organisationId} for update`;
  const course = await tx.trainingCourse.findFirst({ where: { id, organisationId } });
  if (course) about({ type: "course", id });
  return course;
}

/** Changes a course; dossiers that were handed in keep it as it was. Never fewer places than people (`places_taken`). */
export const editCourse = command({
  name: "courses.edit",
  input: editedCourse,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, input } = context;
    const { id, version, ...fields } = input;
    const course = await found(context, id);
    if (!course) return refuse("not_found");
    if (course.state === "CANCELLED") return refuse("not_allowed_now");
    const columns = await columnsOf(tx, fields);
    if (!columns.ok) return columns;
    const people = await tx.courseParticipant.count({ where: { courseId: id } });
    if (fields.places !== null && fields.places < people)
      return refuse("invalid_input", {
        fields: [{ path: ["places"], code: "placesTaken", params: { people } }],
      });
    const { count } = await tx.trainingCourse.updateMany({
      where: { id, version },
      data: { ...columns.value, version: version + 1 },
    });
    return count === 1 ? ok({ id, version: version + 1 }) : refuse("changed_meanwhile");
  },
});

/** Starts, finishes, takes up again or cancels a course. */
export const moveCourse = command({
  name: "courses.move",
  input: movedCourse,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, input } = context;
    const { id, version, move } = input;
    const course = await found(context, id);
    if (!course) return refuse("not_found");
    if (course.version !== version) return refuse("changed_meanwhile");
    if (!courseWorkflow.can(move, course.state, "keeper")) return refuse("not_allowed_now");
    await tx.trainingCourse.update({
      where: { id },
      data: { state: courseWorkflow.moves[move].to, version: version + 1 },
    });
    return ok({ id, version: version + 1 });
  },
});

/** Takes away a course that was a mistake; one that a dossier names stays (`in_dossier`). */
export const removeCourse = command({
  name: "courses.remove",
  input: seenCourse,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, input } = context;
    const course = await found(context, input.id);
    if (!course) return refuse("not_found");
    if (course.version !== input.version) return refuse("changed_meanwhile");
    if ((await tx.subsidyDossier.count({ where: { courseId: input.id } })) > 0) return refuse("in_dossier");
    await tx.trainingCourse.delete({ where: { id: input.id } });
    return ok({ id: input.id });
  },
});

/**
 * Puts people of the roster in a course, many at once, or all whom a search finds (the first 2,000); who is in it already
 * stays as they are. Refuses `no_places` where there are not enough, and `not_found` where one is not on the actor's roster.
 */
export const addPeople = command({
  name: "courses.addPeople",
  input: addedPeople,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, actor, input } = context;
    const { courseId } = input;
    const course = await found(context, courseId);
    if (!course) return refuse("not_found");
    if (course.state !== "PLANNED" && course.state !== "RUNNING") return refuse("not_allowed_now");
    const named = "entryIds" in input ? [...new Set(input.entryIds)] : null;
    const organisationId = organisationOf(actor).id;
    const entries = await tx.rosterEntry.findMany({
      where:
        "found" in input
          ? choosableWhere(organisationId, courseId, input.found)
          : { id: { in: named ?? [] }, organisationId, leftOn: null },
      orderBy: { id: "asc" },
      take: mostAtOnce,
      select: { id: true, beneficiaryId: true },
    });
    if (named && entries.length !== named.length) return refuse("not_found");
    const { count: added } = await tx.courseParticipant.createMany({
      data: entries.map(({ id, beneficiaryId }) => ({ courseId, rosterEntryId: id, beneficiaryId })),
      skipDuplicates: true,
    });
    const people = await tx.courseParticipant.count({ where: { courseId } });
    if (course.places !== null && people > course.places)
      return refuse("no_places", { params: { places: course.places, wanted: people } });
    return ok({ added, people });
  },
});

/** The participants of a course that a command names, all of them or none. */
async function participantsOf(tx: Tx, courseId: number, ids: readonly number[]) {
  const wanted = [...new Set(ids)];
  const rows = await tx.courseParticipant.findMany({ where: { courseId, id: { in: wanted } } });
  return rows.length === wanted.length ? rows : null;
}

/** Takes people out of a course again; who is in a dossier about it stays (`in_dossier`), and may be recorded as dropped out. */
export const removePeople = command({
  name: "courses.removePeople",
  input: removedPeople,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, input } = context;
    const { courseId, participantIds } = input;
    if (!(await found(context, courseId))) return refuse("not_found");
    const rows = await participantsOf(tx, courseId, participantIds);
    if (!rows) return refuse("not_found");
    const named = await tx.dossierPerson.count({
      where: { dossier: { courseId }, beneficiaryId: { in: rows.map(({ beneficiaryId }) => beneficiaryId) } },
    });
    if (named > 0) return refuse("in_dossier");
    await tx.courseParticipant.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    return ok({ removed: rows.length });
  },
});

type Course = { startsOn: Date; months: number };

/** The columns that a recording sets. */
function recorded(input: RecordedPeople, course: Course) {
  const nothing = { completedOn: null, certificateNo: null, droppedOn: null, dropReason: null };
  switch (input.what) {
    case "attended":
      return { monthsAttended: input.months };
    case "completed":
      return {
        ...nothing,
        monthsAttended: input.months ?? course.months,
        completedOn: dayToDate(input.on),
        certificateNo: input.certificateNo,
      };
    case "dropped":
      return {
        ...nothing,
        monthsAttended: input.months,
        droppedOn: dayToDate(input.on),
        dropReason: input.reason,
      };
    case "again":
      return { ...nothing, monthsAttended: null };
  }
}

/** Records how far people came, one or many at once: what is granted to them follows from it. */
export const recordPeople = command({
  name: "courses.record",
  input: recordedPeople,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, now, input } = context;
    const course = await found(context, input.courseId);
    if (!course) return refuse("not_found");
    const rows = await participantsOf(tx, input.courseId, input.participantIds);
    if (!rows) return refuse("not_found");
    if (course.state === "PLANNED" || course.state === "CANCELLED") return refuse("not_allowed_now");
    const problem = (path: string, code: string, params = {}) =>
      refuse("invalid_input", { fields: [{ path: [path], code, params }] });
    if ("on" in input) {
      if (input.on > dayOf(now)) return problem("on", "notInFuture");
      if (dayToDate(input.on) < course.startsOn) return problem("on", "daysInOrder");
    }
    if ("months" in input && input.months !== null && input.months > course.months)
      return problem("months", "tooBig", { maximum: course.months });
    if (input.what === "completed" && input.certificateNo !== null && rows.length > 1)
      return problem("certificateNo", "oneCertificate");
    await tx.courseParticipant.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { ...recorded(input, course), version: { increment: 1 } },
    });
    return ok({ recorded: rows.length });
  },
});
