import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { createCourse } from "@/lib/subsidies/course-commands";
import { addEntry } from "@/lib/subsidies/roster-commands";
import { loadSupportPolicy } from "../../prisma/seed/support-policy";

let last = 0;

/** An ID of a place that does not exist: of no real person. */
export const invalidPlaceId = (birthYear = 1990): string =>
  `000${birthYear < 2000 ? 0 : 2}${String(birthYear % 100).padStart(2, "0")}${String(++last).padStart(6, "0")}`;

/** What a form sends for a worker. */
export const workerInput = (more: object = {}) => ({
  kind: "WORKER",
  personId: invalidPlaceId(),
  fullName: "Nguyễn Văn Mẫu",
  birthDate: "1990-05-17",
  job: "Công nhân lắp ráp",
  education: "UPPER_SECONDARY",
  ...more,
});

/** A person on the roster of the actor's organisation. */
export async function onRoster(actor: Person, more: object = {}) {
  const kind = actor.organisation?.kind === "SCHOOL" ? "STUDENT" : "WORKER";
  const made = await addEntry(actor, workerInput({ kind, ...more }));
  if (!made.ok) throw new Error(`not put on the roster: ${made.code}`);
  return db().rosterEntry.findUniqueOrThrow({ where: { id: made.value.id } });
}

/** What a form sends for a course. */
export const courseInput = (more: object = {}) => ({
  schoolId: null,
  schoolName: "Trường Cao đẳng Mẫu",
  localSchool: true,
  programme: "Điện công nghiệp",
  occupationCode: "",
  level: "INTERMEDIATE",
  tuition: 12_000_000,
  startsOn: "2026-01-05",
  endsOn: "2026-10-30",
  months: 10,
  places: null,
  ...more,
});

/** A course of the actor's organisation. */
export async function aCourse(actor: Person, more: object = {}) {
  const made = await createCourse(actor, courseInput(more));
  if (!made.ok) throw new Error(`no course: ${made.code}`);
  return db().trainingCourse.findUniqueOrThrow({ where: { id: made.value.id } });
}

/** A policy in force with which people may register; the real one is loaded with the reference data. */
export async function policyOfTest(): Promise<void> {
  if ((await db().supportPolicyVersion.count({ where: { state: "IN_FORCE" } })) === 0) await loadSupportPolicy(db());
}

/** A link of the actor's organisation by which people register. */
export async function aLink(actor: Person) {
  // Fetched when it is needed: the journeys read the authorisation table, and their loader reads no messages.
  const { createLink } = await import("@/lib/subsidies/registration-commands");
  const kind = actor.organisation?.kind === "SCHOOL" ? "STUDENT" : "WORKER";
  const made = await createLink(actor, { kind, note: "", closesOn: null });
  if (!made.ok) throw new Error(`no link: ${made.code}`);
  return db().registrationLink.findUniqueOrThrow({ where: { id: made.value.id } });
}

/** What the public form sends. */
export const registrationInput = (code: string, more: object = {}) => ({
  code,
  fullName: "Phạm Thị Mẫu",
  birthDate: "1995-03-04",
  personId: invalidPlaceId(1995),
  phone: "0912 000 111",
  education: "UPPER_SECONDARY",
  job: "Công nhân",
  occupationCode: "electricity",
  level: "INTERMEDIATE",
  consent: "yes",
  locale: "vi",
  ...more,
});
