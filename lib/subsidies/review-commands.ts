import { ok, type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { heldDossier, moveDossier } from "./dossier-held-commands";
import { reviewedDossiers } from "./dossier-scope-queries";
import { assignedDossiers, labelled, thisOne } from "./review-schema";

/** The side on which a member of the labour department examines. */
export const reviewingParty = (actor: Actor): "officer" | "head" =>
  actor.kind === "person" && actor.staffRole === "LABOUR_HEAD" ? "head" : "officer";

export type AssignOutcome = { id: number; ok: true } | { id: number; ok: false; code: string };

/** Takes a dossier that nobody has begun with, or changes the hands it is in. */
async function assign(
  context: Context<unknown>,
  item: { id: number; version: number },
  toUserId: number | null,
): Promise<AssignOutcome> {
  const { tx, actor, now } = context;
  const { id } = item;
  const data = { assignedToId: toUserId, assignedAt: toUserId === null ? null : now };
  const taken = toUserId === null ? null : await heldDossier(context, item, reviewingParty(actor), "take");
  if (taken?.ok) {
    const moved = await moveDossier(context, taken.row, "take", data);
    return moved.ok ? { id, ok: true } : { id, ok: false, code: moved.code };
  }
  if (taken && taken.code !== "not_allowed_now") return { id, ok: false, code: taken.code };
  const { count } = await tx.subsidyDossier.updateMany({
    where: {
      AND: [
        { id, version: item.version, state: { in: ["SUBMITTED", "IN_REVIEW", "CORRECTING"] } },
        reviewedDossiers(actor),
      ],
    },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1 ? { id, ok: true } : { id, ok: false, code: "changed_meanwhile" };
}

/**
 * Takes dossiers, hands them to a colleague, or lets go of them; one that nobody has begun with goes into review. Each is
 * looked at for itself and reported.
 */
export const assignDossiers = command({
  name: "dossierReview.assign",
  input: assignedDossiers,
  may: permissions.reviewDossiers,
  patience: 60_000,
  run: async (context) => {
    const { tx, input, about, touches } = context;
    const { toUserId, items } = input;
    if (toUserId !== null) {
      const where = { id: toUserId, disabledAt: null, staffRole: { in: ["LABOUR_OFFICER", "LABOUR_HEAD"] } };
      const to = await tx.user.findFirst({ where: where as Prisma.UserWhereInput, select: { id: true } });
      if (!to) return refuse("not_found");
    }
    const outcomes: AssignOutcome[] = [];
    // In one order for everybody, so that two who take the same ones never wait in a circle.
    for (const item of [...items].sort((a, b) => a.id - b.id)) outcomes.push(await assign(context, item, toUserId));
    const done = outcomes.filter((one) => one.ok);
    about({ type: "dossiers", id: done.length }, { toUserId });
    touches(...done.map(({ id }) => ({ type: "dossier", id })));
    return ok({ outcomes });
  },
});

const mostLabels = 10;

/** Puts a label on dossiers, or takes it off. A dossier bears ten at most. */
export const labelDossiers = command({
  name: "dossierReview.label",
  input: labelled,
  may: permissions.reviewDossiers,
  run: async ({ tx, input, about, touches }) => {
    const { ids, label, on } = input;
    const changed = on
      ? await tx.$queryRaw<{ id: number }[]>`
          update "SubsidyDossier" set labels = array_append(labels, ${label})
          where id = any(${ids}) and "currentNo" > 0 and not ${label} = any(labels) and cardinality(labels) < ${mostLabels} returning id`
      : await tx.$queryRaw<{ id: number }[]>`
          update "SubsidyDossier" set labels = array_remove(labels, ${label})
          where id = any(${ids}) and "currentNo" > 0 and ${label} = any(labels) returning id`;
    about({ type: "dossiers", id: changed.length }, { label, on });
    touches(...changed.map(({ id }) => ({ type: "dossier", id })));
    return ok({ changed: changed.length });
  },
});

/** A dossier in the actor's review, in whatever state; to others it does not exist. */
export async function reviewedRow(
  { tx, actor, about }: Context<unknown>,
  id: number,
): Promise<{ ok: true; row: Prisma.SubsidyDossierGetPayload<object> } | Refusal> {
  const row = await tx.subsidyDossier.findFirst({ where: { AND: [{ id }, reviewedDossiers(actor)] } });
  if (!row) return refuse("not_found");
  about({ type: "dossier", id });
  return { ok: true, row };
}

/** Somebody who does not come back lets go by themselves after so long. */
export const editingMinutes = 10;

/**
 * Says that one has the dossier open for editing. Nobody is shut out: whoever comes second is told who has it (`by`), and
 * versions decide whose write counts.
 */
export const openForEditing = command({
  name: "dossierReview.open",
  input: thisOne,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, input, now } = context;
    const held = await reviewedRow(context, input.id);
    if (!held.ok) return held;
    const me = userIdOf(actor);
    const until = new Date(now.getTime() + editingMinutes * 60_000);
    await tx.subsidyDossier.updateMany({
      where: { id: input.id, OR: [{ editingById: null }, { editingById: me }, { editingUntil: { lt: now } }] },
      data: { editingById: me, editingUntil: until },
    });
    const row = await tx.subsidyDossier.findUniqueOrThrow({
      where: { id: input.id },
      select: { editingBy: { select: { id: true, fullName: true } } },
    });
    return ok({ by: row.editingBy && row.editingBy.id !== me ? row.editingBy.fullName : null });
  },
});

/** Closes it again, for others. */
export const closeEditing = command({
  name: "dossierReview.close",
  input: thisOne,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const held = await reviewedRow(context, context.input.id);
    if (!held.ok) return held;
    await context.tx.subsidyDossier.updateMany({
      where: { id: context.input.id, editingById: userIdOf(context.actor) },
      data: { editingById: null, editingUntil: null },
    });
    return ok({ id: context.input.id });
  },
});

/** Remembers that one has seen the version as it is now: later only what is new after it is shown as changed. */
export const markSeen = command({
  name: "dossierReview.seen",
  input: thisOne,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, input } = context;
    const held = await reviewedRow(context, input.id);
    if (!held.ok) return held;
    const key = { dossierId: input.id, userId: userIdOf(actor) };
    const no = held.row.currentNo;
    await tx.dossierSeen.upsert({ where: { dossierId_userId: key }, create: { ...key, no }, update: { no } });
    return ok({ id: input.id, no });
  },
});
