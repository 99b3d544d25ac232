import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { CourseState, QualificationLevel } from "@/lib/db/generated/enums";
import { courseMoves } from "./course-workflow";

const id = z.number().int().positive();
const line = (maximum: number) => z.string().transform(tidy).pipe(z.string().min(1).max(maximum));
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );
const day = z.string().refine(isDay, { params: { code: "date" } });

const fields = z.object({
  /** A school that the portal knows; null: the name as typed. */
  schoolId: optional(id),
  schoolName: optional(line(200)),
  localSchool: z.boolean(),
  programme: line(200),
  occupationCode: optional(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)),
  level: z.enum(QualificationLevel),
  /** đồng of one person for the whole course. */
  tuition: z.number().int().min(0).max(1_000_000_000),
  startsOn: day,
  endsOn: day,
  months: z.number().int().min(1).max(72),
  places: optional(z.number().int().min(1).max(2_000)),
});
type Fields = z.output<typeof fields>;

const fits = (course: Fields, context: z.RefinementCtx) => {
  const problem = (path: string, code: string) => context.addIssue({ code: "custom", path: [path], params: { code } });
  if (course.endsOn < course.startsOn) problem("endsOn", "daysInOrder");
  if (course.schoolId === null && course.schoolName === null) problem("schoolName", "required");
};

export const seenCourse = z.object({ id, version: id });
export const newCourse = fields.superRefine(fits);
export const editedCourse = fields.extend(seenCourse.shape).superRefine(fits);
export const movedCourse = seenCourse.extend({ move: z.enum(courseMoves) });

/** The most people that are put in a course at once. */
export const mostAtOnce = 2_000;
/** People of the roster for a course, many at once: by their rows, or all whom a search finds. */
export const addedPeople = z.union([
  z.object({ courseId: id, entryIds: z.array(id).min(1).max(mostAtOnce) }),
  z.object({ courseId: id, found: z.string().trim().max(100) }),
]);
const persons = z.array(id).min(1).max(2_000);
export const removedPeople = z.object({ courseId: id, participantIds: persons });

const months = z.number().int().min(0).max(72);
/** How far people came: attended so far, completed, or dropped out with the reason. */
export const recordedPeople = z.discriminatedUnion("what", [
  z.object({ courseId: id, participantIds: persons, what: z.literal("attended"), months }),
  z.object({
    courseId: id,
    participantIds: persons,
    what: z.literal("completed"),
    on: day,
    months: optional(months),
    /** Of one person; many are recorded without. */
    certificateNo: optional(line(60)),
  }),
  z.object({ courseId: id, participantIds: persons, what: z.literal("dropped"), on: day, months, reason: line(300) }),
  /** Takes back what was recorded by mistake. */
  z.object({ courseId: id, participantIds: persons, what: z.literal("again") }),
]);
export type RecordedPeople = z.output<typeof recordedPeople>;

export const coursesPerPage = 25;
export const participantsPerPage = 100;

/** The list's address is its state; what is broken is as good as not there. */
export const courseQuery = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(CourseState).optional().catch(undefined),
  sort: z.enum(["starts", "programme"]).catch("starts"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CourseQuery = z.output<typeof courseQuery>;

/** The query part of an address for a state of the list, without what is usual. */
export function courseAddress(query: Partial<CourseQuery>): string {
  const usual: Partial<CourseQuery> = { q: "", sort: "starts", direction: "desc", page: 1 };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof CourseQuery],
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}
