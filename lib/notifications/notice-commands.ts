import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { isPerson, userIdOf } from "@/lib/identity/actor";
import type { NoticeOrder } from "./notices";

/**
 * Writes notices into the caller's transaction.
 *
 * @returns their ids, in the order of `orders`
 */
export async function writeNotices(tx: Tx, orders: readonly NoticeOrder[], now: Date): Promise<number[]> {
  if (orders.length === 0) return [];
  const rows = await tx.notice.createManyAndReturn({
    data: orders.map((order) => ({ ...order, createdAt: now })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Marks one notice of the actor's as read, or all of them. */
export const readNotices = command({
  name: "notices.read",
  input: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647).nullable().default(null) }),
  may: isPerson,
  run: async ({ tx, actor, input: { id }, now, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    if (id !== null && !(await tx.notice.findFirst({ where: { id, userId }, select: { id: true } })))
      return refuse("not_found");
    const { count } = await tx.notice.updateMany({
      where: { userId, readAt: null, ...(id !== null && { id }) },
      data: { readAt: now },
    });
    return ok({ read: count });
  },
});
