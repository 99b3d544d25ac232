import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/identity/actor";

const people = { select: { id: true, fullName: true } } as const;

/** Delegations that the actor gave or holds, and for leaders and heads all of them: latest first, at most 200. */
export async function delegationsSeenBy(actor: Actor) {
  if (actor.kind !== "person") return [];
  const rows = await db().delegation.findMany({
    where:
      actor.staffRole === "LEADER" || actor.staffRole === "LABOUR_HEAD"
        ? {}
        : { OR: [{ fromUserId: actor.userId }, { toUserId: actor.userId }] },
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: 200,
    include: { fromUser: people, toUser: people },
  });
  return rows.map((row) => ({ ...row, fromOn: dateToDay(row.fromOn), untilOn: dateToDay(row.untilOn) }));
}
export type DelegationLine = Awaited<ReturnType<typeof delegationsSeenBy>>[number];

/** Whom somebody of a role can name: people of the roles that may stand for it, less themselves. */
export const possibleDeputies = (userId: number, roles: readonly ("LABOUR_HEAD" | "LABOUR_OFFICER" | "LEADER")[]) =>
  db().user.findMany({
    where: { id: { not: userId }, disabledAt: null, staffRole: { in: [...roles] } },
    orderBy: { fullName: "asc" },
    select: { id: true, fullName: true, staffRole: true },
  });
