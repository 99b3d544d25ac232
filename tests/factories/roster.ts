import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { addEntry } from "@/lib/subsidies/roster-commands";

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
