import { alignReservation } from "@/lib/budget/reservation-commands";
import { dayOf } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { afterEdit, editedDossier, judgeAgain } from "./dossier-edit-commands";
import { heldDossier, moveDossier } from "./dossier-held-commands";
import { copiedDossier, dossierHead, explainedDossier, newDossier, thisDossier } from "./dossier-schema";
import { ownDossiers } from "./dossier-scope-queries";
import { groupOf, type Policy, policyDefinition, trainingSupport } from "./policy";
import { policyInForce } from "./policy-queries";

/** The organisation for which the actor writes dossiers; throws for others, which is a bug. */
function applicantOf({ actor }: Context<unknown>) {
  if (actor.kind !== "person" || !actor.organisation) throw new Error("actor is of no organisation");
  return actor.organisation;
}

/** A group that is not the applicant's to ask for, or a course that is not theirs, at its field; null when both are. */
async function misplaced(
  context: Context<{ groupCode: string; courseId: number }>,
  policy: Policy,
): Promise<Refusal | null> {
  const { groupCode, courseId } = context.input;
  const { id: organisationId, kind } = applicantOf(context);
  const no = (field: string) => refuse("invalid_input", { fields: [{ path: [field], code: "choice" }] });
  if (!groupOf(policy, groupCode)?.applicants.includes(kind)) return no("groupCode");
  const course = await context.tx.trainingCourse.count({ where: { id: courseId, organisationId } });
  return course === 1 ? null : no("courseId");
}

/** A new dossier under the policy version in force today; it keeps that version. Refuses `no_policy` when none is. */
export const createDossier = command({
  name: "dossiers.create",
  input: newDossier,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const inForce = await policyInForce(dayOf(now), trainingSupport);
    if (!inForce) return refuse("no_policy");
    const wrong = await misplaced(context, inForce.definition);
    if (wrong) return wrong;
    const made = await tx.subsidyDossier.create({
      data: {
        ...input,
        organisationId: applicantOf(context).id,
        policyId: inForce.policyId,
        policyVersionId: inForce.versionId,
        createdById: userIdOf(actor),
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true, version: true },
    });
    about({ type: "dossier", id: made.id });
    return ok(made);
  },
});

/** Another group, course or note. What persons are granted follows. */
export const editHead = command({
  name: "dossiers.editHead",
  input: dossierHead,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    if (held.row.version !== input.version) return refuse("changed_meanwhile");
    const { definition } = await tx.supportPolicyVersion.findUniqueOrThrow({
      where: { id: held.row.policyVersionId },
      select: { definition: true },
    });
    const wrong = await misplaced(context, policyDefinition.parse(definition));
    if (wrong) return wrong;
    const { groupCode, courseId, note } = input;
    await tx.subsidyDossier.update({ where: { id: input.id }, data: { groupCode, courseId, note } });
    return ok(await afterEdit(context, input.id));
  },
});

/**
 * Judges all persons anew: rosters, courses and what others were granted may have changed since. Nothing moves on, the
 * version neither, where everything stands as it stood.
 */
export const recomputeDossier = command({
  name: "dossiers.recompute",
  input: thisDossier,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { input, tx } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const { changed } = await judgeAgain(tx, input.id);
    if (changed === 0) return ok({ id: input.id, version: held.row.version, changed });
    return ok({ ...(await afterEdit(context, input.id, [])), changed });
  },
});

/** Takes a dossier back, with the reason; what its persons had claimed is free again. */
export const withdrawDossier = command({
  name: "dossiers.withdraw",
  input: explainedDossier,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, now, input } = context;
    const held = await heldDossier(context, input, "applicant", "withdraw");
    if (!held.ok) return held;
    await tx.supportClaim.updateMany({
      where: { dossierId: input.id, state: "IN_FLIGHT" },
      data: { state: "RELEASED", endedAt: now },
    });
    const moved = await moveDossier(context, held.row, "withdraw", {}, { reason: input.reason });
    if (moved.ok && held.row.currentNo > 0) await alignReservation(context, input.id, input.reason);
    return moved;
  },
});

/**
 * A new draft after an old dossier: its group, its course or another one, and its persons who are still on the roster,
 * with what was answered of them. Papers are brought anew: they speak of one course.
 */
export const copyDossier = command({
  name: "dossiers.copy",
  input: copiedDossier,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const old = await tx.subsidyDossier.findFirst({
      where: { AND: [{ id: input.id }, ownDossiers(actor)] },
      select: { groupCode: true, courseId: true, note: true },
    });
    if (!old) return refuse("not_found");
    const inForce = await policyInForce(dayOf(now), trainingSupport);
    if (!inForce) return refuse("no_policy");
    const head = { groupCode: old.groupCode, courseId: input.courseId ?? old.courseId };
    const wrong = await misplaced({ ...context, input: head }, inForce.definition);
    if (wrong) return wrong;
    const { id } = await tx.subsidyDossier.create({
      data: {
        ...head,
        note: old.note,
        organisationId: applicantOf(context).id,
        policyId: inForce.policyId,
        policyVersionId: inForce.versionId,
        createdById: userIdOf(actor),
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    const copied = await tx.$executeRaw`
      insert into "DossierPerson" ("dossierId", position, "rosterEntryId", "beneficiaryId", extra)
      select ${id}, row_number() over (order by p.position), p."rosterEntryId", p."beneficiaryId", p.extra
      from "DossierPerson" p join "RosterEntry" r on r.id = p."rosterEntryId"
      where p."dossierId" = ${input.id} and r."leftOn" is null`;
    await tx.subsidyDossier.update({ where: { id }, data: { nextPosition: copied + 1 } });
    about({ type: "dossier", id }, { of: input.id, persons: copied });
    return ok(await afterEdit(context, id));
  },
});
