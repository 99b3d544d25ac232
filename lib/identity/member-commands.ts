import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { Actor } from "./actor";
import { permissions } from "./permissions";
import { id, membershipRole } from "./schema";

const organisationOf = (actor: Actor): number => {
  if (actor.kind !== "person" || !actor.organisation) throw new Error("actor acts for no organisation");
  return actor.organisation.id;
};

/**
 * The membership, if it is of this organisation, with its organisation locked: two owners who make each other members at
 * the same instant come one after the other, and the second is refused.
 */
async function lockedMembership(tx: Tx, organisationId: number, membershipId: number) {
  await tx.$queryRaw`SELECT "id" FROM "Organisation" WHERE "id" = ${organisationId} FOR UPDATE`;
  return tx.membership.findFirst({ where: { id: membershipId, organisationId } });
}

/** Would the organisation be without an owner who can sign in, if this one were none? */
async function isLastOwner(tx: Tx, organisationId: number, membershipId: number): Promise<boolean> {
  const others = await tx.membership.count({
    where: { organisationId, role: "OWNER", id: { not: membershipId }, user: { disabledAt: null } },
  });
  return others === 0;
}

/** Makes a member an owner or an owner a member; one owner always remains. */
export const changeMemberRole = command({
  name: "identity.changeMemberRole",
  input: z.object({ membershipId: id, role: membershipRole }),
  may: permissions.manageMembers,
  run: async ({ tx, actor, input, about }) => {
    const organisationId = organisationOf(actor);
    const membership = await lockedMembership(tx, organisationId, input.membershipId);
    if (!membership) return refuse("not_found");
    about({ type: "membership", id: membership.id }, { was: membership.role, userId: membership.userId });
    if (membership.role === "OWNER" && input.role === "MEMBER")
      if (await isLastOwner(tx, organisationId, membership.id)) return refuse("last_owner");
    await tx.membership.update({ where: { id: membership.id }, data: { role: input.role } });
    return ok(null);
  },
});

/** Ends a membership; the person keeps the account. One owner always remains. */
export const removeMember = command({
  name: "identity.removeMember",
  input: z.object({ membershipId: id }),
  may: permissions.manageMembers,
  run: async ({ tx, actor, input, about }) => {
    const organisationId = organisationOf(actor);
    const membership = await lockedMembership(tx, organisationId, input.membershipId);
    if (!membership) return refuse("not_found");
    about({ type: "membership", id: membership.id }, { was: membership.role, userId: membership.userId });
    if (membership.role === "OWNER" && (await isLastOwner(tx, organisationId, membership.id)))
      return refuse("last_owner");
    await tx.membership.delete({ where: { id: membership.id } });
    return ok(null);
  },
});
