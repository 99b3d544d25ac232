import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { Actor } from "@/lib/identity/actor";
import { keepsContacts, seesContacts } from "./rules";
import { contactPoint, contactPointSeen } from "./schema";

/** The organisation at which somebody may write contacts: staff who use them anywhere, a member at the own one. */
function writesAt(actor: Actor, organisationId: number): number | null {
  if (seesContacts(actor)) return organisationId;
  if (actor.kind !== "person" || actor.organisation?.id !== organisationId) return null;
  return organisationId;
}

/** What the trail calls an organisation; null where there is none. */
async function subjectOf(tx: Tx, id: number) {
  const found = await tx.organisation.findUnique({ where: { id }, select: { kind: true } });
  return found && { type: found.kind === "ENTERPRISE" ? "enterprise" : "organisation", id };
}

/** Adds a contact, or changes one (`id`). Saving counts as confirming that it is right. */
export const saveContact = command({
  name: "contacts.save",
  input: contactPoint,
  may: keepsContacts,
  run: async ({ tx, actor, now, input, about }) => {
    const { id, organisationId: asked, ...fields } = input;
    const organisationId = writesAt(actor, asked);
    if (organisationId === null) return refuse("not_found");
    const subject = await subjectOf(tx, organisationId);
    if (!subject) return refuse("not_found");
    about(subject);
    const data = { ...fields, confirmedAt: now };
    if (id === null) {
      const made = await tx.contactPoint.create({ data: { ...data, organisationId }, select: { id: true } });
      return ok(made);
    }
    const { count } = await tx.contactPoint.updateMany({ where: { id, organisationId }, data });
    return count === 1 ? ok({ id }) : refuse("not_found");
  },
});

/** Says that a contact is still right, without changing it. */
export const confirmContact = command({
  name: "contacts.confirm",
  input: contactPointSeen,
  may: keepsContacts,
  run: async ({ tx, actor, now, input, about }) => {
    const organisationId = writesAt(actor, input.organisationId);
    if (organisationId === null) return refuse("not_found");
    about((await subjectOf(tx, organisationId)) ?? { type: "organisation", id: organisationId });
    const { count } = await tx.contactPoint.updateMany({
      where: { id: input.id, organisationId },
      data: { confirmedAt: now },
    });
    return count === 1 ? ok({ id: input.id }) : refuse("not_found");
  },
});

export const removeContact = command({
  name: "contacts.remove",
  input: contactPointSeen,
  may: keepsContacts,
  run: async ({ tx, actor, input, about }) => {
    const organisationId = writesAt(actor, input.organisationId);
    if (organisationId === null) return refuse("not_found");
    about((await subjectOf(tx, organisationId)) ?? { type: "organisation", id: organisationId });
    const { count } = await tx.contactPoint.deleteMany({ where: { id: input.id, organisationId } });
    return count === 1 ? ok({ id: input.id }) : refuse("not_found");
  },
});
