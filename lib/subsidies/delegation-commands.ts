import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { newDelegation, seenRow } from "./approval-schema";
import { canDelegate, deputyRoles } from "./chain";

/**
 * Names a deputy for one's own acts in the chain (ủy quyền), from a day to a day, on a paper. Refusals: `past_day`,
 * `not_a_deputy` (their role may not stand for it), `delegation_overlaps`.
 */
export const giveDelegation = command({
  name: "delegations.give",
  input: newDelegation,
  may: permissions.delegate,
  run: async ({ tx, actor, input, now, about }) => {
    if (actor.kind !== "person" || !canDelegate(actor.staffRole)) return refuse("forbidden");
    const role = actor.staffRole;
    const wrong = (field: string, code: string) => refuse("invalid_input", { fields: [{ path: [field], code }] });
    if (input.untilOn < dayOf(now)) return wrong("untilOn", "pastDay");
    const to = await tx.user.findFirst({
      where: { id: input.toUserId, disabledAt: null, staffRole: { in: [...deputyRoles[role]] } },
      select: { id: true },
    });
    if (!to || to.id === actor.userId) return wrong("toUserId", "notADeputy");
    // Of two at once by the same person the second waits, and then finds the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`delegation ${actor.userId}`}, 0))`;
    const [fromOn, untilOn] = [dayToDate(input.fromOn), dayToDate(input.untilOn)];
    const other = await tx.delegation.findFirst({
      where: { fromUserId: actor.userId, role, revokedAt: null, fromOn: { lte: untilOn }, untilOn: { gte: fromOn } },
      select: { id: true },
    });
    if (other) return refuse("delegation_overlaps");
    const made = await tx.delegation.create({
      data: {
        fromUserId: actor.userId,
        toUserId: to.id,
        role,
        fromOn,
        untilOn,
        document: input.document,
        createdAt: now,
      },
      select: { id: true },
    });
    about({ type: "delegation", id: made.id }, { toUserId: to.id });
    return ok(made);
  },
});

/** Ends a delegation at once; what was done under it stays as it is. */
export const revokeDelegation = command({
  name: "delegations.revoke",
  input: seenRow,
  may: permissions.delegate,
  run: async ({ tx, actor, input, now, about }) => {
    const own = { id: input.id, fromUserId: actor.kind === "person" ? actor.userId : 0 };
    const row = await tx.delegation.findFirst({ where: own, select: { version: true, revokedAt: true } });
    if (!row) return refuse("not_found");
    about({ type: "delegation", id: input.id });
    if (row.revokedAt) return refuse("not_allowed_now");
    const { count } = await tx.delegation.updateMany({
      where: { ...own, version: input.version, revokedAt: null },
      data: { revokedAt: now, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id: input.id }) : refuse("changed_meanwhile");
  },
});
