import { type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { RosterEntry } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { beneficiaryFor, forgetUnnamed } from "./beneficiary-commands";
import { editedEntry, kindsAt, leaving, newEntry, type RosterFields, seenEntry } from "./roster-schema";

/** The organisation whose roster an actor keeps; throws for others, which is a bug: `may` has let through who should not. */
export function organisationOf(actor: Actor) {
  if (actor.kind !== "person" || !actor.organisation) throw new Error("actor is of no organisation");
  return actor.organisation;
}

const date = (day: Day | null) => day && dayToDate(day);

/** The columns of what was typed. */
export const columnsOf = ({ permanentStaff, ...fields }: RosterFields) => ({
  ...fields,
  birthDate: dayToDate(fields.birthDate),
  contractFrom: date(fields.contractFrom),
  contractTo: date(fields.contractTo),
  insuredSince: date(fields.insuredSince),
  permanentStaff: permanentStaff && permanentStaff === "yes",
});

/** What is wrong with fields that only the day and the kind of organisation tell. */
function misfit(fields: RosterFields, actor: Actor, today: Day) {
  if (!kindsAt[organisationOf(actor).kind].includes(fields.kind))
    return refuse("invalid_input", { fields: [{ path: ["kind"], code: "choice" }] });
  if (fields.birthDate >= today)
    return refuse("invalid_input", { fields: [{ path: ["birthDate"], code: "birthDate" }] });
  return null;
}

/** Locks the pair, so that two who type the same person end with one row and a clear word, not with an error. */
export async function present(tx: Tx, organisationId: number, beneficiaryId: number) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`roster:${organisationId}:${beneficiaryId}`}, 0))`;
  return tx.rosterEntry.findFirst({
    where: { organisationId, beneficiaryId, leftOn: null },
    select: { id: true, fullName: true },
  });
}

const already = ({ id, fullName }: { id: number; fullName: string }) =>
  refuse("already_on_roster", {
    params: { id, name: fullName },
    fields: [{ path: ["personId"], code: "alreadyOnRoster", params: { name: fullName } }],
  });

/**
 * Puts a person on the roster of the actor's organisation. Somebody known through another organisation keeps one identity, and
 * nothing of it is told; one who stands on this roster is not typed twice (`already_on_roster` with the row's id).
 */
export const addEntry = command({
  name: "roster.add",
  input: newEntry,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { personId, ...fields } = input;
    const wrong = misfit(fields, actor, dayOf(now));
    if (wrong) return wrong;
    const { id: organisationId } = organisationOf(actor);
    const beneficiaryId = await beneficiaryFor(tx, personId, now);
    const there = await present(tx, organisationId, beneficiaryId);
    if (there) return already(there);
    const made = await tx.rosterEntry.create({
      data: { ...columnsOf(fields), organisationId, beneficiaryId, source: "TYPED", createdAt: now, updatedAt: now },
      select: { id: true, version: true },
    });
    about({ type: "rosterEntry", id: made.id });
    return ok(made);
  },
});

/** Corrects what is known of a person; another ID only while no dossier names them (`id_in_use`). */
export const editEntry = command({
  name: "roster.edit",
  input: editedEntry,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { id, version, personId, ...fields } = input;
    const { id: organisationId } = organisationOf(actor);
    const row = await tx.rosterEntry.findFirst({ where: { id, organisationId } });
    if (!row) return refuse("not_found");
    about({ type: "rosterEntry", id });
    if (row.version !== version) return refuse("changed_meanwhile");
    const wrong = misfit(fields, actor, dayOf(now));
    if (wrong) return wrong;
    const beneficiaryId = personId === null ? row.beneficiaryId : await beneficiaryFor(tx, personId, now);
    if (beneficiaryId !== row.beneficiaryId) {
      if ((await tx.dossierPerson.count({ where: { rosterEntryId: id } })) > 0) return refuse("id_in_use");
      const there = await present(tx, organisationId, beneficiaryId);
      if (there && row.leftOn === null) return already(there);
      const courses = await tx.courseParticipant.findMany({
        where: { rosterEntryId: id },
        select: { courseId: true },
      });
      const twice = await tx.courseParticipant.count({
        where: { beneficiaryId, courseId: { in: courses.map(({ courseId }) => courseId) } },
      });
      if (twice > 0) return refuse("in_course_twice");
      await tx.courseParticipant.updateMany({ where: { rosterEntryId: id }, data: { beneficiaryId } });
      await tx.selfRegistration.updateMany({ where: { rosterEntryId: id }, data: { beneficiaryId } });
    }
    const { count } = await tx.rosterEntry.updateMany({
      where: { id, version },
      data: { ...columnsOf(fields), beneficiaryId, updatedAt: now, version: version + 1 },
    });
    if (count === 0) return refuse("changed_meanwhile");
    if (beneficiaryId !== row.beneficiaryId) await forgetUnnamed(tx, row.beneficiaryId);
    return ok({ id, version: version + 1 });
  },
});

/** Says since when a person is no longer there; the row stays, with courses and dossiers. */
export const leaveEntry = command({
  name: "roster.leave",
  input: leaving,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { id, version, leftOn } = input;
    const row = await tx.rosterEntry.findFirst({ where: { id, organisationId: organisationOf(actor).id } });
    if (!row) return refuse("not_found");
    about({ type: "rosterEntry", id });
    if (row.leftOn !== null) return refuse("not_allowed_now");
    if (leftOn > dayOf(now)) return refuse("invalid_input", { fields: [{ path: ["leftOn"], code: "notInFuture" }] });
    if (leftOn < dateToDay(row.contractFrom ?? row.birthDate))
      return refuse("invalid_input", { fields: [{ path: ["leftOn"], code: "daysInOrder" }] });
    const { count } = await tx.rosterEntry.updateMany({
      where: { id, version },
      data: { leftOn: dayToDate(leftOn), updatedAt: now, version: version + 1 },
    });
    return count === 1 ? ok({ id, version: version + 1 }) : refuse("changed_meanwhile");
  },
});

/** What a person takes along who comes back: all but the contract, which is a new one. */
function again(row: RosterEntry) {
  const { id: _, leftOn: __, version: ___, searchText: ____, contractFrom: _____, contractTo: ______, ...kept } = row;
  return { ...kept, contractType: null };
}

/** A person who left is there again: a row of its own, so that both times stay. */
export const returnEntry = command({
  name: "roster.return",
  input: seenEntry,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { id: organisationId } = organisationOf(actor);
    const row = await tx.rosterEntry.findFirst({ where: { id: input.id, organisationId } });
    if (!row) return refuse("not_found");
    about({ type: "rosterEntry", id: row.id });
    if (row.version !== input.version) return refuse("changed_meanwhile");
    if (row.leftOn === null) return refuse("not_allowed_now");
    const there = await present(tx, organisationId, row.beneficiaryId);
    if (there) return already(there);
    const made = await tx.rosterEntry.create({
      data: { ...again(row), source: "TYPED", createdAt: now, updatedAt: now },
      select: { id: true, version: true },
    });
    about({ type: "rosterEntry", id: made.id }, { of: row.id });
    return ok(made);
  },
});

/** Takes a row away that was a mistake; one with a course, a dossier or a registration stays (`entry_in_use`). */
export const removeEntry = command({
  name: "roster.remove",
  input: seenEntry,
  may: permissions.keepRoster,
  run: async ({ tx, actor, input, about }) => {
    const { id, version } = input;
    const row = await tx.rosterEntry.findFirst({
      where: { id, organisationId: organisationOf(actor).id },
      select: {
        beneficiaryId: true,
        _count: { select: { participants: true, dossierPeople: true, registrations: true } },
      },
    });
    if (!row) return refuse("not_found");
    about({ type: "rosterEntry", id });
    if (Object.values(row._count).some((count) => count > 0)) return refuse("entry_in_use");
    const { count } = await tx.rosterEntry.deleteMany({ where: { id, version } });
    if (count === 0) return refuse("changed_meanwhile");
    await forgetUnnamed(tx, row.beneficiaryId);
    return ok({ id });
  },
});
