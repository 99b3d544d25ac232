import { alignReservation } from "@/lib/budget/reservation-commands";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { SubsidyDossier } from "@/lib/db/generated/client";
import { permissions } from "@/lib/identity/permissions";
import { mostPersons } from "./dossier";
import { afterEdit, editedDossier } from "./dossier-edit-commands";
import { dropPapers } from "./dossier-paper-drop-commands";
import { addedPersons, namedPersons, personAnswer } from "./dossier-schema";
import { groupOf, policyDefinition } from "./policy";

const select = { id: true, beneficiaryId: true, fullName: true } as const;

type Wanted = { ids: number[] } | { from: "course" | "roster" };

/** The kind of people that the dossier's group is for. */
async function kindOf(tx: Tx, { policyVersionId, groupCode }: SubsidyDossier) {
  const { definition } = await tx.supportPolicyVersion.findUniqueOrThrow({
    where: { id: policyVersionId },
    select: { definition: true },
  });
  return groupOf(policyDefinition.parse(definition), groupCode)?.person;
}

async function rowsOf(tx: Tx, dossier: SubsidyDossier, wanted: Wanted) {
  const { organisationId, courseId } = dossier;
  if ("ids" in wanted)
    return tx.rosterEntry.findMany({
      where: { id: { in: wanted.ids }, organisationId },
      orderBy: [{ leftOn: { sort: "desc", nulls: "first" } }, { id: "asc" }],
      select,
    });
  if (wanted.from === "roster") {
    const kind = await kindOf(tx, dossier);
    // More than fit, so that it is said that not all do.
    return kind
      ? tx.rosterEntry.findMany({ where: { organisationId, kind, leftOn: null }, take: 2 * mostPersons, select })
      : [];
  }
  const participants = await tx.courseParticipant.findMany({
    where: { courseId, droppedOn: null, rosterEntry: { organisationId } },
    select: { rosterEntry: { select } },
  });
  return participants.map(({ rosterEntry }) => rosterEntry);
}

/** Rows of the organisation's roster, one a person: the one that is present, else the latest; by name. */
async function entriesOf(tx: Tx, dossier: SubsidyDossier, wanted: Wanted) {
  const rows = await rowsOf(tx, dossier, wanted);
  const known = new Set<number>();
  const persons = rows.filter(({ beneficiaryId }) => !known.has(beneficiaryId) && known.add(beneficiaryId));
  return { found: rows.length, persons: persons.sort((a, b) => a.fullName.localeCompare(b.fullName, "vi")) };
}

/**
 * Puts people into a dossier: from the roster, or all who take part in the course. The same person stands in it once,
 * whichever row of the roster names them. Refuses `too_many_persons`, and rows of another roster as not there.
 *
 * @returns how many were added, and how many were in it already
 */
export const addPersons = command({
  name: "dossiers.addPersons",
  input: addedPersons,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input, about } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const { row } = held;
    const ids = "rosterEntryIds" in input ? [...new Set(input.rosterEntryIds)] : null;
    const wanted = "from" in input ? { from: input.from } : { ids: ids ?? [] };
    const { found, persons } = await entriesOf(tx, row, wanted);
    if (ids && found !== ids.length) return refuse("not_found");
    const there = await tx.dossierPerson.findMany({
      where: { dossierId: row.id, beneficiaryId: { in: persons.map(({ beneficiaryId }) => beneficiaryId) } },
      select: { beneficiaryId: true },
    });
    const already = new Set(there.map(({ beneficiaryId }) => beneficiaryId));
    const fresh = persons.filter(({ beneficiaryId }) => !already.has(beneficiaryId));
    if (row.persons + fresh.length > mostPersons)
      return refuse("too_many_persons", { params: { most: mostPersons, room: mostPersons - row.persons } });
    await tx.dossierPerson.createMany({
      data: fresh.map(({ id, beneficiaryId }, at) => ({
        dossierId: row.id,
        position: row.nextPosition + at,
        rosterEntryId: id,
        beneficiaryId,
      })),
    });
    await tx.subsidyDossier.update({
      where: { id: row.id },
      data: { nextPosition: row.nextPosition + fresh.length },
    });
    const added = await tx.dossierPerson.findMany({
      where: { dossierId: row.id, position: { gte: row.nextPosition } },
      select: { id: true },
    });
    about({ type: "dossier", id: row.id }, { added: fresh.length, already: already.size });
    const edited = await afterEdit(
      context,
      row.id,
      added.map(({ id }) => id),
    );
    return ok({ ...edited, added: fresh.length, already: already.size });
  },
});

/** Takes people out of a dossier, with their papers and what they had claimed in it; earlier versions keep them. */
export const removePersons = command({
  name: "dossiers.removePersons",
  input: namedPersons,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, now, input, about } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const ids = [...new Set(input.personIds)];
    const theirs = { dossierId: input.id, id: { in: ids } };
    if ((await tx.dossierPerson.count({ where: theirs })) !== ids.length) return refuse("not_found");
    await tx.supportClaim.updateMany({
      where: { dossierId: input.id, personId: { in: ids }, state: "IN_FLIGHT" },
      data: { state: "RELEASED", endedAt: now },
    });
    await dropPapers(context, held.row, { personId: { in: ids } });
    await tx.dossierPerson.deleteMany({ where: theirs });
    about({ type: "dossier", id: input.id }, { removed: ids.length });
    const edited = await afterEdit(context, input.id, []);
    if (held.row.currentNo > 0) await alignReservation(context, input.id);
    return ok(edited);
  },
});

/** Says of a person what the roster leaves open; an answer that is left out is taken back. */
export const answerPerson = command({
  name: "dossiers.answerPerson",
  input: personAnswer,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const { count } = await tx.dossierPerson.updateMany({
      where: { id: input.personId, dossierId: input.id },
      data: { extra: input.answers, version: { increment: 1 } },
    });
    if (count === 0) return refuse("not_found");
    return ok(await afterEdit(context, input.id, [input.personId]));
  },
});
