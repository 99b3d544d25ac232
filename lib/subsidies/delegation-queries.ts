import { type Day, dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Standing } from "./chain";

/** In whose name a person may act on a day: periods that run, of people who still hold the role. */
export async function standingOf(tx: Tx, userId: number, day: Day): Promise<Standing[]> {
  const rows = await tx.delegation.findMany({
    where: {
      toUserId: userId,
      revokedAt: null,
      fromOn: { lte: dayToDate(day) },
      untilOn: { gte: dayToDate(day) },
      fromUser: { disabledAt: null },
    },
    orderBy: { id: "asc" },
    select: { fromUserId: true, role: true, fromUser: { select: { staffRole: true } } },
  });
  return rows
    .filter(({ role, fromUser }) => fromUser.staffRole === role)
    .map(({ fromUserId, role }) => ({ fromUserId, role }));
}
